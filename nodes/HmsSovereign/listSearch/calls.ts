import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { rowsOf } from '../api/answer';
import { isObject } from '../api/json';
import { LARGEST_PAGE } from '../api/pages';
import { call } from './labels';
import { entriesOf, read } from './search';

/** What people can look through in an open list. */
const SHOWN_AT_A_TIME = 50;

/**
 * Recent calls, newest first. The API cannot search, so a search looks through the largest page, and the
 * next ones as the user scrolls on.
 *
 * @param token how many calls came before
 */
export async function searchCalls(
	this: ILoadOptionsFunctions,
	filter?: string,
	token?: string,
): Promise<INodeListSearchResult> {
	const offset = Number(token ?? 0);
	const limit = filter === undefined || filter === '' ? SHOWN_AT_A_TIME : LARGEST_PAGE;
	const request = { method: 'GET' as const, path: '/calls', query: { limit, offset } };
	const { rows, total } = await read(this, async (client) => {
		const body = await client.send(request);
		return { rows: rowsOf(body, 'calls'), total: totalOf(body) };
	});
	const label = call(this.getTimezone());
	const results = entriesOf(rows, label, filter, ({ direction }) => String(direction ?? ''));
	const next = offset + rows.length;
	const hasMore = rows.length > 0 && next < total;
	return { results, ...(hasMore && { paginationToken: String(next) }) };
}

function totalOf(body: unknown): number {
	const pagination = isObject(body) ? body.pagination : undefined;
	return isObject(pagination) ? Number(pagination.total ?? 0) : 0;
}
