import { simplify } from '../../../fields/lists';
import type { Field, ItemRun, Operation } from '../../../operation/operation';
import { approvalNotice } from '../guards/agentRepeat';
import { startFields } from '../start/fields';
import { dialOptions, START_CALLS } from '../start/start';
import { BulkRun } from './bulkRun';
import { callsAtOnce, callsAtOnceOf } from './callsAtOnce';
import type { OpenCall } from './openCall';

const maxWait: Field = {
	displayName: 'Maximum Wait (Minutes)',
	name: 'maxWaitMinutes',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1440 },
	default: 15,
	description:
		'How long to wait for the calls to end, from the last dial on. Calls that go on longer are output as they are then, with "finished" false.',
};

/**
 * `POST /calls/outbound` for one item after another, and `GET /calls` for all their calls together until
 * they are over. Each call is an output item, whole or as far as it got.
 */
export const startAndWait: Operation = {
	name: 'Start and Wait',
	value: 'startAndWait',
	action: 'Start call and wait for result',
	description:
		'Call phone numbers, wait until the calls are over, and get summary, transcript, analysis and end reason of each',
	fields: [approvalNotice, ...startFields, maxWait, simplify],
	options: [callsAtOnce, ...dialOptions],
	runBatch: async (items, record) => {
		const [first] = items;
		await new BulkRun(items, record, {
			waitMs: maxWaitMs(first),
			atOnce: callsAtOnceOf(first),
			progress: (going, opened, waiting) => tell(first, going, opened, waiting),
			stillGoing: (calls) => hintAtGoing(first, calls),
		}).run();
	},
	calls: [...START_CALLS, 'GET /calls/{callId}'],
	readsOnly: false,
};

function maxWaitMs(item: ItemRun): number {
	return Number(item.parameter('maxWaitMinutes')) * 60_000;
}

function tell({ context }: ItemRun, going: number, opened: number, waiting: number): void {
	const rest = waiting === 0 ? '' : `, ${waiting} are still to be made`;
	context.logger.info(`HMS Sovereign: ${going} of ${opened} calls are still going on${rest}`);
}

function hintAtGoing({ context }: ItemRun, going: OpenCall[]): void {
	const calls = going.length === 1 ? '1 call was' : `${going.length} calls were`;
	const ids = going.map(({ id }) => id).join(', ');
	context.addExecutionHints({
		message: `${calls} still going on at the end of '${maxWait.displayName}' and came out with "finished" false. Read the result later with Call: Get, by the ID: ${ids}`,
		location: 'outputPane',
		type: 'warning',
	});
}
