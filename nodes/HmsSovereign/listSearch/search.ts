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

/** People wait in front of an open list, so it gives up long before a workflow would. */
const PATIENCE_MS = 10_000;

export type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/**
 * A picker over a list that the API gives whole; the search is done here.
 *
 * @param key envelope key of the rows
 * @param toEntry a row as people know it: name and id
 */
export function searchWholeList(
	path: string,
	key: string,
	toEntry: (row: IDataObject) => INodeListSearchItems,
): ListSearch {
	return async function (this: ILoadOptionsFunctions, filter) {
		const body = await read(this, async (client) => await client.send({ method: 'GET', path }));
		const entries = rowsOf(body, key).map(toEntry);
		return { results: entries.filter(matches(filter)).sort(byName) };
	};
}

/** Runs a picker's requests; whatever fails is said in our words. */
export async function read<T>(
	context: ILoadOptionsFunctions,
	work: (client: ApiClient) => Promise<T>,
): Promise<T> {
	const deadline = Date.now() + PATIENCE_MS;
	const stopped = () => Date.now() > deadline;
	try {
		const client = new ApiClient(context, await readConnection(context), {
			stopped,
			timeoutMs: PATIENCE_MS,
		});
		return await work(client);
	} catch (error) {
		throw toNodeError(tooLong(error), { node: context.getNode() });
	}
}

function tooLong(error: unknown): unknown {
	if (!(error instanceof StoppedError)) return error;
	return new Error(
		'The HMS Sovereign rate limit is used up. Open the list again in a minute, or enter the ID.',
	);
}

export function matches(filter: string | undefined): (entry: INodeListSearchItems) => boolean {
	const wanted = filter?.trim().toLowerCase() ?? '';
	return ({ name, value }) => `${name} ${String(value)}`.toLowerCase().includes(wanted);
}

function byName(a: INodeListSearchItems, b: INodeListSearchItems): number {
	return a.name.localeCompare(b.name);
}
