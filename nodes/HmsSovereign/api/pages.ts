import type { IDataObject } from 'n8n-workflow';

import { rowsOf } from './answer';
import { isObject } from './json';
import type { ApiRequest } from './request';

/** Largest page of `GET /calls` and `GET /usage` (API docs: Calls, Usage). */
export const LARGEST_PAGE = 1000;

export interface PagesOptions {
	/** Envelope key of the rows: `calls`, `logs`. */
	key: string;
	/** How many rows are wanted; undefined = all. */
	limit?: number;
}

/**
 * Reads a paged list, one page at a time. Only the last page's ids are remembered, so memory does not
 * grow: new calls that arrive meanwhile push rows from one page into the next, and those are not
 * given twice.
 *
 * @yields the rows of a page that were not in the page before
 * @throws what `send` throws
 */
export async function* pages(
	send: (request: ApiRequest) => Promise<unknown>,
	request: ApiRequest,
	{ key, limit = Infinity }: PagesOptions,
): AsyncGenerator<IDataObject[]> {
	let seen = new Set<unknown>();
	let given = 0;
	for (let offset = 0; given < limit; ) {
		const query = { ...request.query, limit: Math.min(LARGEST_PAGE, limit - given), offset };
		const body = await send({ ...request, query });
		const rows = rowsOf(body, key);
		const fresh = rows.filter(({ id }) => id === undefined || !seen.has(id));
		if (fresh.length === 0) return;

		const wanted = fresh.slice(0, limit - given);
		yield wanted;
		given += wanted.length;
		offset += rows.length;
		if (offset >= totalOf(body)) return;
		seen = new Set(rows.map(({ id }) => id));
	}
}

function totalOf(body: unknown): number {
	const pagination = isObject(body) ? (body.pagination ?? body) : undefined;
	const total = isObject(pagination) ? pagination.total : undefined;
	return typeof total === 'number' ? total : Infinity;
}
