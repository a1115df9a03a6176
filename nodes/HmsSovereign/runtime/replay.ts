import type { IExecuteData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isCalledByAgent } from '../resources/toolRun';

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
