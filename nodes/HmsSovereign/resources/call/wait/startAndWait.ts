import { simplify } from '../../../fields/lists';
import { isObject } from '../../../api/json';
import type { Field, ItemRun, Operation } from '../../../operation/operation';
import { approvalNotice } from '../guards/agentRepeat';
import { finishedCall } from '../result/finishedCall';
import { callBody } from '../start/body';
import { outbound } from '../start/dial';
import { startFields } from '../start/fields';
import { dialOptions, START_CALLS } from '../start/start';
import { BulkRun } from './bulkRun';
import { callsAtOnce, callsAtOnceOf } from './callsAtOnce';
import type { OpenCall } from './openCall';
import {
	pauseExecution,
	reporting,
	reportTo,
	savedAssistants,
	type ReportTo,
} from './parking/parking';
import { takeUpCalls } from './parking/takeUpCalls';

/** An operation that waits for calls has it. */
export const maxWait: Field = {
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
	options: [callsAtOnce, pauseExecution, ...dialOptions],
	runBatch: async (items, record) => {
		const [first] = items;
		const reports = await reportsOf(items);
		return await new BulkRun(items, record, {
			waitMs: maxWaitMs(first),
			atOnce: callsAtOnceOf(first),
			bodyOf: reporting(callBody, reports),
			output: finishedCall,
			mayPark: reports !== undefined,
			progress: (going, opened, waiting) => tell(first, going, opened, waiting),
			stillGoing: (calls) => hintAtGoing(first, calls),
		}).run();
	},
	takeUp: takeUpCalls,
	calls: [...START_CALLS, 'GET /calls/{callId}'],
	readsOnly: false,
};

/** Where the calls report their end, when the execution is to be put to wait and can be. */
async function reportsOf(items: ItemRun[]): Promise<ReportTo | undefined> {
	if (items[0].parameter(`options.${pauseExecution.name}`) !== true) return undefined;
	const saved = savedAssistants();
	return await reportTo(items, async (item) => {
		const { assistant, assistant_id: id } = item.build(outbound).body ?? {};
		const described = isObject(assistant) ? assistant : {};
		return typeof id === 'string' ? { ...(await saved(item, id)), ...described } : described;
	});
}

/** How long to wait from the last dial on, in milliseconds. */
export function maxWaitMs(item: ItemRun): number {
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
