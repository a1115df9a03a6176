import type { IDataObject } from 'n8n-workflow';

import { rowsOf } from '../../../api/answer';
import { isObject } from '../../../api/json';
import { isApiFailure } from '../../../api/errors';
import { LARGEST_PAGE } from '../../../api/pages';
import { fillPath } from '../../../api/path';
import type { ItemRun } from '../../../operation/operation';

/** A call that was dialled and whose end is waited for. */
export interface OpenCall {
	id: string;
	/** Whose call it is; several where a number was not called again. */
	items: [ItemRun, ...ItemRun[]];
	/** Local time in milliseconds; of a call made earlier, when it was found. */
	dialledAt: number;
	/** Of a call made earlier: when, as the API says it. */
	createdAt?: unknown;
	/** As the API showed it last. */
	seen?: IDataObject;
	/** Local time in milliseconds at which it was first seen to be over. */
	overAt?: number;
	/** How often it was asked for by itself. */
	lookedUp?: number;
}

/** How far the local clock may be behind the API's before the list is asked for too late a start. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** Other calls of the organization are in the list too, so more is asked for than is open. */
const SMALLEST_LIMIT = 100;

/** Calls asked for one by one in a round, when the list does not bring them. */
const SINGLES = 10;

/**
 * Sees how the calls are: one list request for all (API docs: List calls), whatever their number. Only
 * calls that the list does not bring are asked for one by one, a few a round, those asked least first.
 *
 * @throws ApiFailure
 */
export async function lookAtCalls(open: Map<string, OpenCall>): Promise<void> {
	const calls = [...open.values()];
	const { send } = calls[0].items[0];
	const query = {
		limit: Math.min(LARGEST_PAGE, Math.max(SMALLEST_LIMIT, 4 * open.size)),
		start_date: new Date(Math.min(...calls.map(startOf))).toISOString(),
	};
	const rows = rowsOf(await send({ method: 'GET', path: '/calls', query }), 'calls');
	const missing = new Set(calls);
	for (const row of rows) {
		const call = open.get(String(row.id));
		if (call === undefined) continue;
		call.seen = row;
		missing.delete(call);
	}
	const singles = [...missing].sort((a, b) => (a.lookedUp ?? 0) - (b.lookedUp ?? 0));
	for (const call of singles.slice(0, SINGLES)) await lookUp(call);
}

/** The API's own time of the call's start, once known: the local clock may be wrong. */
function startOf({ seen, createdAt, dialledAt }: OpenCall): number {
	const start = Date.parse(String(seen?.created_at ?? createdAt));
	return Number.isNaN(start) ? dialledAt - CLOCK_TOLERANCE_MS : start - 1_000;
}

async function lookUp(call: OpenCall): Promise<void> {
	call.lookedUp = (call.lookedUp ?? 0) + 1;
	const path = fillPath('/calls/{id}', { id: call.id });
	const answer = await call.items[0].send({ method: 'GET', path }).catch((error: unknown) => {
		// A call that was just dialled may not be in the API's records yet.
		if (isApiFailure(error) && error.facts.status === 404) return undefined;
		throw error;
	});
	if (isObject(answer)) call.seen = answer;
}
