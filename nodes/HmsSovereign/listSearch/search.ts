import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { rowsOf } from '../api/answer';
import { ApiClient } from '../api/client';
import { readConnection } from '../api/connection';
import { toNodeError } from '../api/nodeError';
import { StoppedError } from '../api/wait';
import type { Label } from './labels';

/** People wait in front of an open list, so it gives up long before a workflow would. */
const PATIENCE_MS = 10_000;

export type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** A list that the API gives whole; the search is done here. */
export interface WholeList {
	path: string;
	/** Envelope key of the rows. */
	key: string;
	label: Label;
}

/** A picker over a list that the API gives whole, sorted by what is shown. */
export function searchWholeList({ path, key, label }: WholeList): ListSearch {
	return async function (this: ILoadOptionsFunctions, filter) {
		const rows = await read(this, async (client) =>
			rowsOf(await client.send({ method: 'GET', path }), key),
		);
		return { results: entriesOf(rows, label, filter).sort(byName) };
	};
}

/**
 * What the API has for a picker, as people know it. Rows without an ID cannot be chosen.
 *
 * @param alsoFoundBy words that a row is found by, beside its label and ID
 */
export function entriesOf(
	rows: IDataObject[],
	label: Label,
	filter: string | undefined,
	alsoFoundBy: Label = () => '',
): INodeListSearchItems[] {
	const isWanted = matches(filter);
	return rows
		.filter(({ id }) => typeof id === 'string' && id !== '')
		.map((row) => ({ name: label(row), value: String(row.id), words: alsoFoundBy(row) }))
		.filter(({ name, value, words }) => isWanted(`${name} ${value} ${words}`))
		.map(({ name, value }) => ({ name, value }));
}

/** Runs a picker's requests; whatever fails is said in our words. */
export async function read<T>(
	context: ILoadOptionsFunctions,
	work: (client: ApiClient) => Promise<T>,
): Promise<T> {
	const deadline = Date.now() + PATIENCE_MS;
	const stopped = () => Date.now() > deadline;
	let client: ApiClient | undefined;
	try {
		client = new ApiClient(context, await readConnection(context), {
			stopped,
			timeoutMs: PATIENCE_MS,
		});
		return await work(client);
	} catch (error) {
		const isHeldBack = client !== undefined && client.waits.key.waitedMs > 0;
		throw toNodeError(tooLong(error, isHeldBack), { node: context.getNode() });
	}
}

/** @param isHeldBack whether the limit, and not a slow answer, made it wait */
function tooLong(error: unknown, isHeldBack: boolean): unknown {
	if (!(error instanceof StoppedError)) return error;
	return new Error(
		isHeldBack
			? 'The HMS Sovereign rate limit is used up. Open the list again in a minute, or enter the ID.'
			: 'HMS Sovereign did not answer in time. Open the list again, or enter the ID.',
	);
}

/** Finds `+31 20 123` in `Front desk (+31201234567)` too. */
function matches(filter = ''): (shown: string) => boolean {
	const wanted = filter.trim().toLowerCase();
	const digits = /^[+\d][\d\s().-]*$/.test(wanted) ? wanted.replace(/[\s().-]/g, '') : wanted;
	return (shown) => {
		const text = shown.toLowerCase();
		return text.includes(wanted) || text.includes(digits);
	};
}

function byName(a: INodeListSearchItems, b: INodeListSearchItems): number {
	return a.name.localeCompare(b.name);
}
