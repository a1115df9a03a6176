import { ApiFailure, isApiFailure } from '../../../api/errors';
import { InputError } from '../../../api/inputError';
import { simplify } from '../../../fields/lists';
import type { Field, ItemRun, Operation, RecordOutcome } from '../../../operation/operation';
import { dialForWait } from './dial';
import { finishedCall } from '../result/finishedCall';
import type { OpenCall } from './readCalls';
import { approvalNotice } from '../guards/agentRepeat';
import { START_CALLS, startOptions } from '../start/start';
import { startFields } from '../start/fields';
import { waitForCalls } from './waitForCalls';

const maxWait: Field = {
	displayName: 'Maximum Wait (Minutes)',
	name: 'maxWaitMinutes',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 1440, numberPrecision: 2 },
	default: 15,
	description:
		'How long to wait for the calls to end, from the last dial on. Calls that go on longer are output as they are then, with "finished" false.',
};

/**
 * `POST /calls/outbound` for one item after another, then one wait for all these calls together with
 * `GET /calls`. Each call is an output item, whole or as far as it got.
 */
export const startAndWait: Operation = {
	name: 'Start and Wait',
	value: 'startAndWait',
	action: 'Start call and wait for end',
	description:
		'Call phone numbers, wait until the calls are over, and get summary, transcript, analysis and end reason of each',
	fields: [approvalNotice, ...startFields, maxWait, simplify],
	options: startOptions,
	runBatch: async (items, record) => {
		const waitMs = maxWaitMs(items[0]);
		await waitForAll(await dialAll(items, record), waitMs, record);
	},
	calls: [...START_CALLS, 'GET /calls/{callId}'],
	readsOnly: false,
};

type OpenCalls = Map<string, OpenCall>;

async function dialAll(items: ItemRun[], record: RecordOutcome): Promise<OpenCalls> {
	const open: OpenCalls = new Map();
	for (const item of items) {
		const call = await dialForWait(item).catch((error: unknown) => {
			record(item.index, { error });
			return undefined;
		});
		if (call === undefined) continue;
		const known = open.get(call.id);
		if (known === undefined) open.set(call.id, call);
		else known.items.push(item);
	}
	return open;
}

async function waitForAll(open: OpenCalls, waitMs: number, record: RecordOutcome): Promise<void> {
	const calls = [...open.values()];
	if (calls.length === 0) return;
	const failure: unknown = await waitForCalls(open, {
		deadline: Math.max(...calls.map(({ dialledAt }) => dialledAt)) + waitMs,
		ended: (call) => output(call, true),
		progress: (going) => tell(calls[0].items[0], going, calls.length),
	}).catch((error: unknown) => error);

	for (const call of open.values()) {
		if (failure === undefined) output(call, false);
		else for (const { index } of call.items) record(index, { error: about(failure, call) });
	}
	if (open.size > 0) hintAtGoing(calls[0].items[0], [...open.keys()]);

	function output(call: OpenCall, finished: boolean): void {
		for (const item of call.items) {
			record(item.index, { items: [finishedCall(call, item, finished)] });
		}
	}
}

/** A failure to read a call must name it: it was dialled, and only its end is not known. */
function about(failure: unknown, { id }: OpenCall): unknown {
	if (!isApiFailure(failure)) return failure;
	const { facts } = failure;
	return new ApiFailure({
		...facts,
		message: `Call "${id}" was started, but how it went could not be read: ${facts.message}`,
		advice: `${facts.advice} Then read the call with Call: Get; starting it again would call the person twice.`,
	});
}

function maxWaitMs(item: ItemRun): number {
	const entered = item.parameter('maxWaitMinutes');
	const minutes = entered === '' ? NaN : Number(entered ?? maxWait.default);
	if (Number.isFinite(minutes) && minutes >= 0) return minutes * 60_000;
	throw new InputError(`'${maxWait.displayName}': "${String(entered)}" is not a number of minutes`);
}

function tell({ context }: ItemRun, going: number, total: number): void {
	context.logger.info(`HMS Sovereign: ${going} of ${total} calls are still going on`);
}

function hintAtGoing({ context }: ItemRun, ids: string[]): void {
	const calls = ids.length === 1 ? '1 call was' : `${ids.length} calls were`;
	context.addExecutionHints({
		message: `${calls} still going on at the end of '${maxWait.displayName}' and came out with "finished" false. Read the result later with Call: Get, by the ID: ${ids.join(', ')}`,
		location: 'outputPane',
		type: 'warning',
	});
}
