/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { stringify } from 'flatted';
import type { INodeExecutionData, IRun, NodeExecutionHint } from 'n8n-workflow';
import { inspect } from 'node:util';

/** An error as the editor gets it: `message` is the red title, `description` the grey text. */
export interface ShownError {
	name: string;
	message: string;
	description?: string | null;
	httpCode?: string | null;
	messages?: string[];
	context: { itemIndex?: number; data?: unknown };
}

/** What came out of one node of a run. */
export interface RunResult {
	items: INodeExecutionData[];
	/** What went to the error output; empty without `onError: 'continueErrorOutput'`. */
	errorItems: INodeExecutionData[];
	error?: ShownError;
	hints: NodeExecutionHint[];
	/** What was logged while the workflow ran. */
	logs: string[];
	/** All that a run leaves behind, with everything its errors hold: for searching secrets. */
	readonly serialized: string;
	/** How long the whole workflow took, in milliseconds. */
	ms: number;
	/** How long it took from the user's Stop to the end, in milliseconds in which the machine let it run. */
	msAfterCancel?: number;
	run: IRun;
}

export type RunTimes = Pick<RunResult, 'ms' | 'msAfterCancel'>;

/** @param nodeName the node to report on; it may not have been reached */
export function resultOf(run: IRun, nodeName: string, logs: string[], times: RunTimes): RunResult {
	const task = run.data.resultData.runData[nodeName]?.at(-1);
	const [items, errorItems] = task?.data?.main ?? [];
	const error = task?.error ?? run.data.resultData.error;
	return {
		items: items ?? [],
		errorItems: errorItems ?? [],
		// n8n's type is a union of classes; what a run holds is a plain copy of one of them.
		error: error as ShownError | undefined,
		hints: task?.hints ?? [],
		logs,
		get serialized() {
			return serialize(run, logs);
		},
		...times,
		run,
	};
}

/**
 * As n8n stores an execution, then once more with what JSON leaves out (causes, hidden properties),
 * since other parts of n8n may report that.
 */
function serialize(run: IRun, logs: string[]): string {
	const everything = inspect(run, {
		depth: Infinity,
		maxArrayLength: Infinity,
		maxStringLength: Infinity,
		showHidden: true,
	});
	return [stringify(run), everything, ...logs].join('\n');
}
