import type { TakeUp } from '../../../../operation/operation';
import { shownCall } from '../../result/finishedCall';
import { callsAfterReport } from './callsAfterReport';

/** The calls of an execution that waited, when the last of them is over; skipped items stay as they are. */
export const takeUpCalls: TakeUp = async (stored, hands) => {
	const open = stored.map(({ json }) => json).filter(({ finished }) => finished === false);
	const calls = await callsAfterReport(open, hands);
	if (calls === undefined) return undefined;
	const simplify = hands.parameter('simplify') === true;
	return stored.map(({ json, ...item }) => {
		const seen = json.finished === false ? calls.get(String(json.id)) : undefined;
		if (seen === undefined) return { ...item, json };
		return { ...item, json: { ...json, ...shownCall(seen, simplify), finished: true } };
	});
};
