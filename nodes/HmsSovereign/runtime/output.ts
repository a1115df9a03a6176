import type { IDataObject, INodeExecutionData, NodeApiError } from 'n8n-workflow';

import { masked } from '../api/secrets';
import type { Outcome } from '../operation/operation';

/** More ids than this are not read by anybody in an error text. */
const MOST_IDS = 20;

/**
 * Makes an item's output safe: secrets are hidden, and no field is named `error`. A truthy `json.error`
 * counts as a failure in n8n, and Retry On Fail would run the node again. The API's Call and MCP test have
 * such a field; it becomes `error_message`.
 */
export function finished(items: INodeExecutionData[]): INodeExecutionData[] {
	return items.map((item) => {
		const json = withoutError(masked(item.json));
		return json === item.json ? item : { ...item, json };
	});
}

function withoutError(json: IDataObject): IDataObject {
	if (!('error' in json)) return json;
	return Object.fromEntries(
		Object.entries(json).map(([name, value]) => [name === 'error' ? 'error_message' : name, value]),
	);
}

/**
 * The node's output, in the order of the input. Failed items are exactly `{ error: message }`: n8n sends
 * an item with more keys down the success output.
 */
export function toOutput(
	outcomes: Outcome[],
	toError: (error: unknown, index: number) => Error,
): INodeExecutionData[] {
	const output: INodeExecutionData[] = [];
	outcomes.forEach((outcome, index) => {
		if ('error' in outcome) {
			const error = toError(outcome.error, index) as NodeApiError;
			output.push({ json: { error: error.message }, error, pairedItem: { item: index } });
			return;
		}
		for (const item of outcome.items) output.push({ pairedItem: { item: index }, ...item });
	});
	return output;
}

/** What a writing operation carried out before it failed, with ids, so that nobody does it again. */
export function carriedOutBefore(outcomes: Outcome[], failedIndex: number): string | undefined {
	const before = outcomes.filter((outcome, index) => index !== failedIndex && 'items' in outcome);
	if (before.length === 0) return undefined;
	const named = idsIn(before);
	const list = named.slice(0, MOST_IDS).join(', ');
	const more = named.length > MOST_IDS ? ` and ${named.length - MOST_IDS} more` : '';
	const count = before.length === 1 ? '1 item was' : `${before.length} items were`;
	return `${count} carried out before this one${list === '' ? '' : `: ${list}${more}`}.`;
}

/** Every id that the finished items put out. */
export function idsIn(outcomes: Outcome[]): string[] {
	const ids = outcomes.flatMap((outcome) => ('items' in outcome ? outcome.items.map(idOf) : []));
	return ids.filter((id) => id !== undefined);
}

/**
 * Ids of what was started for items that have no outcome yet, such as calls that are still going on.
 *
 * @param started by item, as the operation noted it
 */
export function leftGoing(outcomes: Outcome[], started: unknown[]): string[] {
	return started.filter((id, index): id is string => {
		const outcome = outcomes[index];
		return typeof id === 'string' && (outcome === undefined || 'error' in outcome);
	});
}

function idOf({ json }: INodeExecutionData): string | undefined {
	const id = json.call_id ?? json.id;
	return typeof id === 'string' ? id : undefined;
}
