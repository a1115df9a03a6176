import type { IExecuteFunctions } from 'n8n-workflow';

/** Longest value of an execution's custom data that n8n takes without a complaint in its log. */
const LONGEST_VALUE = 255;

/** n8n keeps 10 entries of custom data for an execution; some are left to the workflow's own. */
const MOST_ENTRIES = 6;

/**
 * Takes down what a writing operation carried out, should the user press Stop. n8n saves the execution
 * in that very instant, before the node can end with output or an error. So the ids go where they can
 * still go: into the execution's custom data, which the list of executions shows, and into n8n's log.
 *
 * @param ids asked for at the time of Stop
 * @returns call it when the run is over
 */
export function noteOnStop(context: IExecuteFunctions, ids: () => string[]): () => void {
	let isOver = false;
	const { onExecutionCancellation } = context as Partial<IExecuteFunctions>;
	onExecutionCancellation?.call(context, () => {
		const carriedOut = isOver ? [] : ids();
		if (carriedOut.length === 0) return;
		context.logger.warn(
			`${context.getNode().name} was stopped after it had carried out: ${carriedOut.join(', ')}`,
		);
		// Older n8n has no custom data in nodes.
		const { customData } = context as Partial<IExecuteFunctions>;
		customData?.setAll(entries(carriedOut));
	});
	return () => {
		isOver = true;
	};
}

/** `hms_sovereign_1: "id, id, …"`: as many to an entry as fit. */
function entries(ids: string[]): Record<string, string> {
	const values: string[] = [];
	for (const id of ids) {
		const last = values.at(-1);
		const longer = last === undefined ? id : `${last}, ${id}`;
		if (last !== undefined && longer.length <= LONGEST_VALUE) values[values.length - 1] = longer;
		else values.push(id);
	}
	return Object.fromEntries(
		values.slice(0, MOST_ENTRIES).map((value, index) => [`hms_sovereign_${index + 1}`, value]),
	);
}
