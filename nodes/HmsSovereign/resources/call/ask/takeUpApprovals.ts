import type { IDataObject } from 'n8n-workflow';

import type { TakeUp } from '../../../operation/operation';
import { callsAfterReport } from '../wait/parking/callsAfterReport';
import { approvalOf } from './approval';
import { digitsOf, pin } from './pin';

/** The answers for which an execution waited, when the last call is over. */
export const takeUpApprovals: TakeUp = async (stored, hands) => {
	const open = stored.map(({ json }) => json).filter(isOpen);
	const calls = await callsAfterReport(
		open.map(({ call_id: id }) => ({ id })),
		hands,
	);
	if (calls === undefined) return undefined;
	const wanted = pinIn(hands.parameter('options'));
	return stored.map(({ json, ...item }) => {
		const call = isOpen(json) ? calls.get(String(json.call_id)) : undefined;
		return { ...item, json: call === undefined ? json : approvalOf(json.call_id, call, wanted) };
	});
};

function isOpen({ outcome }: IDataObject): boolean {
	return outcome === 'in-progress';
}

/** @returns '', which is never right, when the option is on but has no value any more */
function pinIn(options: unknown): string | undefined {
	if (typeof options !== 'object' || options === null || !(pin.name in options)) return undefined;
	return digitsOf((options as IDataObject)[pin.name]);
}
