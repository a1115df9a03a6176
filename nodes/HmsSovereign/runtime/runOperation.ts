import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { ApiClient } from '../api/client';
import { readConnection } from '../api/connection';
import { toNodeError } from '../api/nodeError';
import { StoppedError, type Stopped } from '../api/wait';
import { STARTED, type Operation, type Outcome, type Resource } from '../operation/operation';
import { addWaitHints } from './hints';
import { itemRun } from './itemRun';
import { CarriedOut, idsIn, leftGoing, toOutput } from './output';
import { parameterIn } from './parameterIn';
import { parametersOf } from './parameters';
import { parkExecution } from './park';
import { replayMemory } from './replay';
import { isReading, runItems } from './runItems';
import { noteOnStop } from './noteOnStop';
import { timeout } from './timeout';

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
 * Reading operations work on up to 50 items at a time, all others one after another, stopping at the first
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
		const client = await openClient(context, operation, stopped);
		const parts = { context, resource, operation, client, stopped };
		const items = context
			.getInputData()
			.map((input, index) => itemRun(parts, input, index, memory(index).notes));

		const waitTill = await runItems(operation, items, memory, (index, outcome) => {
			outcomes[index] = outcome;
			if (!('error' in outcome)) return;
			if (context.continueOnFail() && !isStop(outcome.error)) return;
			run.failed = true;
			throw new RunFailure(outcome.error, index);
		});
		addWaitHints(context, client.waits);
		const left = startedText();
		const output = toOutput(outcomes, (error, index, before) =>
			nodeError(error, index, before, left),
		);
		if (waitTill instanceof Date) await parkExecution(context, output, waitTill);
		return [output];
	} catch (error) {
		if (!(error instanceof RunFailure)) throw toNodeError(error, { node: context.getNode() });
		throw nodeError(error.error, error.index, CarriedOut.of(outcomes), startedText());
	} finally {
		runIsOver?.();
	}

	function nodeError(
		error: unknown,
		itemIndex: number,
		before: CarriedOut,
		left: string | undefined,
	): Error {
		const done = [before.text(), left].filter((part) => part !== undefined).join(' ');
		return toNodeError(error, {
			node: context.getNode(),
			itemIndex,
			parameterIn: (facts) => parameterIn(facts, operation.fields),
			before: isReading(operation) ? undefined : done,
		});
	}

	/** Nobody else knows the ids of what was started and has not ended, so these are all named. */
	function startedText(): string | undefined {
		const ids = going().join(', ');
		return ids === '' ? undefined : `Started, end not known: ${ids}.`;
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

async function openClient(
	context: IExecuteFunctions,
	operation: Operation,
	stopped: Stopped,
): Promise<ApiClient> {
	const seconds = parametersOf(context, operation, 0)('options.timeout') ?? timeout.default;
	const timeoutMs = Number(seconds) * 1000;
	return new ApiClient(context, await readConnection(context), { timeoutMs, stopped });
}

/** Absent on some of n8n's contexts. */
function isCancelled(context: IExecuteFunctions): boolean {
	return (context as Partial<IExecuteFunctions>).getExecutionCancelSignal?.()?.aborted === true;
}

function isStop(error: unknown): boolean {
	return error instanceof StoppedError;
}
