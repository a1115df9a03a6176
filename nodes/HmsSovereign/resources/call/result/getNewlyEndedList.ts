import type { IDataObject } from 'n8n-workflow';

import { rowsOf } from '../../../api/answer';
import { isApiFailure } from '../../../api/errors';
import { isObject } from '../../../api/json';
import { LARGEST_PAGE } from '../../../api/pages';
import { fillPath } from '../../../api/path';
import type { ApiRequest } from '../../../api/request';
import type { Reading } from './getNewlyEndedNews';

export type Send = (request: ApiRequest) => Promise<unknown>;

/** How often the list is read again when it changed so that calls may have been missed. */
const TRIES = 3;

/** Calls asked for one by one in a run: those that began long before the list does and went on. */
const SINGLES = 20;

/**
 * Reads the calls made since a moment, and those of the pending ones that are older.
 *
 * @param since by the API's clock, in milliseconds
 * @param pending IDs of calls whose end was not seen yet, those asked least lately first
 * @throws what `send` throws
 */
export async function readCalls(send: Send, since: number, pending: string[]): Promise<Reading> {
	const calls = new Map<string, IDataObject>();
	let complete = false;
	for (let tried = 0; tried < TRIES && !complete; tried += 1) {
		complete = await readOnce(send, since, calls);
	}
	const gone = new Set<string>();
	for (const id of pending.filter((one) => !calls.has(one)).slice(0, SINGLES)) {
		const call = await lookUp(send, id);
		if (call === undefined) gone.add(id);
		else calls.set(id, call);
	}
	return { calls, complete, gone };
}

/**
 * Reads the list once, page by page, whatever its order. New calls may push others on to the next page,
 * which are then seen twice; where something else moves calls, fewer are seen than there were.
 *
 * @returns whether all calls that were in the list at the beginning were seen
 */
async function readOnce(
	send: Send,
	since: number,
	calls: Map<string, IDataObject>,
): Promise<boolean> {
	const start_date = new Date(since).toISOString();
	const seen = new Set<string>();
	let first: number | undefined;
	for (let offset = 0; ; ) {
		const query = { limit: LARGEST_PAGE, offset, start_date };
		const body = await send({ method: 'GET', path: '/calls', query });
		const rows = rowsOf(body, 'calls');
		const known = seen.size;
		for (const row of rows) {
			const id = String(row.id);
			seen.add(id);
			calls.set(id, row);
		}
		offset += rows.length;
		const total = totalOf(body);
		first ??= total;
		if (offset >= total || seen.size === known) break;
	}
	return seen.size >= first || first === Infinity;
}

function totalOf(body: unknown): number {
	const pagination = isObject(body) ? body.pagination : undefined;
	const total = isObject(pagination) ? pagination.total : undefined;
	return typeof total === 'number' ? total : Infinity;
}

/** @returns undefined when the API does not have the call any more */
async function lookUp(send: Send, id: string): Promise<IDataObject | undefined> {
	const path = fillPath('/calls/{id}', { id });
	const answer = await send({ method: 'GET', path }).catch((error: unknown) => {
		if (isApiFailure(error) && error.facts.status === 404) return undefined;
		throw error;
	});
	return isObject(answer) ? answer : undefined;
}
