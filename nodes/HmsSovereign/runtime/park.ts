import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/**
 * Puts the execution to wait: n8n saves it, frees its slot, and goes on at the time given or when the
 * node's own webhook says so.
 *
 * n8n does not run the node again at that time, it puts out the node's stored input (n8n-core, read and
 * tried on both lines). The output so far therefore takes the input's place; its paired items go on
 * pointing at the former input, so the links of later nodes stay whole.
 */
export async function parkExecution(
	context: IExecuteFunctions,
	output: INodeExecutionData[],
	until: Date,
): Promise<void> {
	context.getExecuteData().data.main[0] = output;
	await context.putExecutionToWait(until);
}
