import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { ApiClient } from '../api/client';
import { readConnection } from '../api/connection';
import { ApiFailure, isApiFailure } from '../api/errors';
import { toNodeError } from '../api/nodeError';
import { StoppedError, type Stopped } from '../api/wait';
import {
	STARTED,
	type ItemRun,
	type Operation,
	type Outcome,
	type Resource,
	type RunAll,
} from '../resources/operation';
import { addWaitHints } from './hints';
import { itemRun } from './itemRun';
import { carriedOutBefore, finished, idsIn, leftGoing, toOutput } from './output';
import { parameterIn } from './parameterIn';
import { replayMemory, type ItemMemory } from './replay';
import { noteOnStop } from './stopNote';

/** How many items are read at a time. */
const READERS = 8;

/** A failure that ends the run, with the item it happened at. */
class RunFailure {
	constructor(
		readonly error: unknown,
		readonly index: number,
	) {}
}

/**
 * Runs the chosen operation for all input items: the `execute` of the action node.
 *
 * Reading operations work on 8 items at a time, all others one after another, stopping at the first
 * failure: a bulk dial must not dial on after an error. Output is in the order of the input.
 *
 * @throws NodeApiError or NodeOperationError with the item, unless the node is set to continue
 */
export async function runOperation(
	context: IExecuteFunctions,
	resources: Resource[],
): Promise<INodeExecutionData[][]> {
	const { resource, operation } = chosen(context, resources);
	const outcomes: Outcome[] = [];
	const memory = replayMemory(context);
	const run = { failed: false };
	const stopped = () => run.failed || isCancelled(context);
	const runIsOver = isReading(operation)
		? undefined
		: noteOnStop(context, () => [...idsIn(outcomes), ...going()]);
	try {
		const client = await openClient(context, stopped);
		const parts = { context, resource, operation, client, stopped };
		const items = context
			.getInputData()
			.map((input, index) => itemRun(parts, input, index, memory(index).notes));

		await runItems(operation, items, memory, (index, outcome) => {
			outcomes[index] = outcome;
			if (!('error' in outcome)) return;
			if (context.continueOnFail() && !isStop(outcome.error)) return;
			run.failed = true;
			throw new RunFailure(outcome.error, index);
		});
		addWaitHints(context, client.waits);
		return [toOutput(outcomes, nodeError)];
	} catch (error) {
		if (!(error instanceof RunFailure)) throw toNodeError(error, { node: context.getNode() });
		throw nodeError(error.error, error.index);
	} finally {
		runIsOver?.();
	}

	function nodeError(error: unknown, itemIndex: number) {
		return toNodeError(error, {
			node: context.getNode(),
			itemIndex,
			parameterIn: (facts) => parameterIn(facts, operation.fields),
			before: isReading(operation) ? undefined : whatWasDone(itemIndex),
		});
	}

	/** Nobody else knows the ids of what was started and has not ended, so these are all named. */
	function whatWasDone(itemIndex: number): string | undefined {
		const ids = going().join(', ');
		const left = ids === '' ? undefined : `Started, end not known: ${ids}.`;
		const parts = [carriedOutBefore(outcomes, itemIndex), left];
		return parts.filter((part) => part !== undefined).join(' ');
	}

	function going(): string[] {
		const started = context.getInputData().map((_, index) => memory(index).notes.get(STARTED));
		return leftGoing(outcomes, started);
	}
}

function chosen(context: IExecuteFunctions, resources: Resource[]) {
	const resource = resources.find(({ value }) => value === context.getNodeParameter('resource', 0));
	const operation = resource?.operations.find(
		({ value }) => value === context.getNodeParameter('operation', 0),
	);
	if (resource === undefined || operation === undefined) {
		const missing = new Error(
			'This version of the HMS Sovereign node does not have the chosen operation',
		);
		throw toNodeError(missing, { node: context.getNode() });
	}
	return { resource, operation };
}

async function openClient(context: IExecuteFunctions, stopped: Stopped): Promise<ApiClient> {
	const seconds = context.getNodeParameter('options.timeout', 0, 30) as number;
	const timeoutMs = seconds * 1000;
	return new ApiClient(context, await readConnection(context), { timeoutMs, stopped });
}

/** Absent on some of n8n's contexts. */
function isCancelled(context: IExecuteFunctions): boolean {
	return (context as Partial<IExecuteFunctions>).getExecutionCancelSignal?.()?.aborted === true;
}

function isStop(error: unknown): boolean {
	return error instanceof StoppedError;
}

function isReading(operation: Operation): boolean {
	return operation.readsOnly ?? operation.request?.method === 'GET';
}

type Settle = (index: number, outcome: Outcome) => void;

async function runItems(
	operation: Operation,
	items: ItemRun[],
	memory: (index: number) => ItemMemory,
	settle: Settle,
): Promise<void> {
	const open = items.filter((item) => {
		const known = replayed(memory(item.index));
		if (known !== undefined) settle(item.index, known);
		return known === undefined;
	});
	const record: Settle = (index, outcome) => settle(index, remember(memory(index), outcome));

	if (open.length > 0 && operation.runAll?.when(open[0]) === true) {
		const [first, ...others] = await runTogether(operation.runAll, open, record);
		// Refused, so that Retry On Fail may send all of them again: the others are not done either.
		const isRefused = first !== undefined && isOpen(memory(first.index));
		for (const { index } of others) (isRefused ? settle : record)(index, { items: [] });
		return;
	}
	if (operation.runBatch !== undefined) {
		if (open.length > 0) await operation.runBatch(open, record);
		return;
	}
	const workers = isReading(operation) ? READERS : 1;
	const queue = open.values();
	await Promise.all(
		Array.from({ length: workers }, async () => {
			for (const item of queue) record(item.index, await runItem(operation, item));
		}),
	);
}

async function runItem(operation: Operation, item: ItemRun): Promise<Outcome> {
	try {
		if (operation.run !== undefined) return { items: await operation.run(item) };
		return { items: operation.request === undefined ? [] : await item.request(operation.request) };
	} catch (error) {
		return { error };
	}
}

/**
 * The first item stands for all: it carries the output or the failure, the others give nothing.
 *
 * @returns the items that took part; the outcome of the first is recorded
 */
async function runTogether(
	{ part, run }: RunAll,
	items: ItemRun[],
	record: Settle,
): Promise<ItemRun[]> {
	const parts: IDataObject[] = [];
	const taking = items.filter((item) => {
		try {
			return parts.push(part(item)) > 0;
		} catch (error) {
			record(item.index, { error });
			return false;
		}
	});
	const [first] = taking;
	if (first !== undefined) {
		record(first.index, await runFor(taking, async () => await run(parts, first)));
	}
	return taking;
}

async function runFor(
	taking: ItemRun[],
	work: () => Promise<INodeExecutionData[]>,
): Promise<Outcome> {
	const pairedItem = taking.map(({ index }) => ({ item: index }));
	try {
		return { items: (await work()).map((item) => ({ ...item, pairedItem })) };
	} catch (error) {
		return { error };
	}
}

/** What Retry On Fail must not do again: a finished item, and one that may have been carried out. */
function replayed({ done, unknown }: ItemMemory): Outcome | undefined {
	if (done !== undefined) return { items: done };
	return unknown === undefined ? undefined : { error: unknown };
}

function isOpen({ done, unknown }: ItemMemory): boolean {
	return done === undefined && unknown === undefined;
}

function remember(memory: ItemMemory, outcome: Outcome): Outcome {
	if ('items' in outcome) return { items: (memory.done = finished(outcome.items)) };
	const { error } = outcome;
	if (error instanceof StoppedError && error.doubt !== undefined) memory.unknown = error;
	if (isApiFailure(error) && error.facts.outcomeUnknown) {
		const message = `${error.message} (not sent again by Retry On Fail)`;
		memory.unknown = new ApiFailure({ ...error.facts, message });
	}
	return outcome;
}
