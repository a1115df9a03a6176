import type { IExecuteData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { ApiFailure, isApiFailure } from '../api/errors';
import { StoppedError } from '../api/wait';
import type { Outcome } from '../operation/operation';
import { isCalledByAgent } from '../operation/toolRun';
import { finished } from './output';

/** What is known of one item since the node's first try. */
export interface ItemMemory {
	/** The output of a finished item. */
	done?: INodeExecutionData[];
	/** The failure after which nobody knows whether the request was carried out. */
	unknown?: Error;
	/** What the operation itself keeps, such as the id of a call it dialled. */
	notes: Map<string, unknown>;
}

/**
 * Retry On Fail runs the whole node again for all items, and hands over the same execution data on each
 * try of one node run. What hangs on it therefore lives exactly as long as the tries.
 */
const memories = new WeakMap<IExecuteData, Map<number, ItemMemory>>();

/**
 * The memory of this node run.
 *
 * @returns a function that gives an item's memory; when an AI agent calls the node, nothing is remembered
 * beyond the call: the execution data is the agent's, the same for all that it calls
 */
export function replayMemory(context: IExecuteFunctions): (index: number) => ItemMemory {
	const executeData = isCalledByAgent(context) ? undefined : context.getExecuteData();
	const memory = (executeData && memories.get(executeData)) ?? new Map<number, ItemMemory>();
	if (executeData) memories.set(executeData, memory);

	return (index) => {
		const known = memory.get(index) ?? { notes: new Map<string, unknown>() };
		memory.set(index, known);
		return known;
	};
}

/** What Retry On Fail must not do again: a finished item, and one that may have been carried out. */
export function replayed({ done, unknown }: ItemMemory): Outcome | undefined {
	if (done !== undefined) return { items: done };
	return unknown === undefined ? undefined : { error: unknown };
}

/** Whether Retry On Fail may send it again. */
export function isOpen({ done, unknown }: ItemMemory): boolean {
	return done === undefined && unknown === undefined;
}

/** Keeps an outcome for the next try. @returns the outcome as the node puts it out */
export function remember(memory: ItemMemory, outcome: Outcome): Outcome {
	if ('items' in outcome) return { items: (memory.done = finished(outcome.items)) };
	const { error } = outcome;
	if (error instanceof StoppedError && error.doubt !== undefined) memory.unknown = error;
	if (isApiFailure(error) && error.facts.outcomeUnknown) {
		const message = `${error.message} (not sent again by Retry On Fail)`;
		memory.unknown = new ApiFailure({ ...error.facts, message });
	}
	return outcome;
}
