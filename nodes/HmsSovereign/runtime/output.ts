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
		const json = safe(item.json);
		return json === item.json ? item : { ...item, json };
	});
}

/** Never throws: an item that was carried out must be taken down as done, whatever the API answered. */
function safe(json: IDataObject): IDataObject {
	try {
		return withoutError(masked(json));
	} catch {
		// Nested too deeply to be looked through: what lies on top is enough to know what was done.
		const plain = Object.entries(json).filter(([, value]) => typeof value !== 'object');
		return withoutError(masked(Object.fromEntries(plain)));
	}
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
	toError: (error: unknown, index: number, before: CarriedOut) => Error,
): INodeExecutionData[] {
	const output: INodeExecutionData[] = [];
	const before = new CarriedOut();
	outcomes.forEach((outcome, index) => {
		if ('error' in outcome) {
			const error = toError(outcome.error, index, before) as NodeApiError;
			output.push({ json: { error: error.message }, error, pairedItem: { item: index } });
			return;
		}
		before.add(outcome);
		for (const item of outcome.items) output.push({ pairedItem: { item: index }, ...item });
	});
	return output;
}

/**
 * What a writing operation carried out before an item, with ids, so that nobody does it again. It is added
 * to from item to item: to look through all of them for each failure takes minutes with 20,000.
 */
export class CarriedOut {
	private items = 0;

	private ids = 0;

	private readonly named: string[] = [];

	/** Everything, when a failure ends the run: items that are done side by side may come after it. */
	static of(outcomes: Outcome[]): CarriedOut {
		const all = new CarriedOut();
		outcomes.forEach((outcome) => {
			if ('items' in outcome) all.add(outcome);
		});
		return all;
	}

	add({ items }: { items: INodeExecutionData[] }): void {
		this.items += 1;
		for (const id of items.map(idOf)) {
			if (id === undefined) continue;
			this.ids += 1;
			if (this.named.length < MOST_IDS) this.named.push(id);
		}
	}

	/** undefined: nothing was. */
	text(): string | undefined {
		if (this.items === 0) return undefined;
		const more = this.ids > MOST_IDS ? ` and ${this.ids - MOST_IDS} more` : '';
		const list = this.ids === 0 ? '' : `: ${this.named.join(', ')}${more}`;
		const count = this.items === 1 ? '1 item was' : `${this.items} items were`;
		return `${count} carried out before this one${list}.`;
	}
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
