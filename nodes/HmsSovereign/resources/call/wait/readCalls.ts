import { isApiFailure } from '../../../api/errors';
import { isObject } from '../../../api/json';
import { pages } from '../../../api/pages';
import { fillPath } from '../../../api/path';
import type { ApiRequest } from '../../../api/request';
import { CLOCK_TOLERANCE_MS } from '../result/clockTolerance';
import type { ItemRun } from '../../../operation/operation';
import type { OpenCall } from './openCall';

/** What is known of a call whose end is waited for. */
export type KnownCall = Pick<OpenCall, 'id' | 'madeAt' | 'openedAt' | 'seen' | 'lookedUp'>;

type Send = ItemRun['send'];

/** Other calls of the organization are in the list too, so more is asked for than is open. */
const SMALLEST_LIMIT = 100;
const LIMIT_PER_CALL = 4;

/** Calls asked for one by one in a round, when the list does not bring them. */
const SINGLES = 10;

/**
 * Sees how the calls are: the list (API docs: List calls), one request for up to 250 of them. Only calls
 * that the list does not bring are asked for one by one, a few a round, those asked least first.
 *
 * @throws ApiFailure
 */
export async function readCalls(open: Map<string, KnownCall>, send: Send): Promise<void> {
	const missing = await readList(open, send);
	const singles = [...missing].sort((a, b) => (a.lookedUp ?? 0) - (b.lookedUp ?? 0));
	for (const call of singles.slice(0, SINGLES)) await readOne(call, send);
}

/** @returns the calls that the list does not have */
async function readList(open: Map<string, KnownCall>, send: Send): Promise<Set<KnownCall>> {
	const missing = new Set(open.values());
	const start = Math.min(...[...missing].map(startOf));
	const query = { start_date: new Date(start).toISOString() };
	const request: ApiRequest = { method: 'GET', path: '/calls', query };
	const limit = Math.max(SMALLEST_LIMIT, LIMIT_PER_CALL * open.size);
	for await (const rows of pages(send, request, { key: 'calls', limit })) {
		for (const row of rows) {
			const call = open.get(String(row.id));
			if (call === undefined) continue;
			call.seen = row;
			missing.delete(call);
		}
		if (missing.size === 0) break;
	}
	return missing;
}

/** The API's own time of the call's start, once known: the local clock may be wrong. */
function startOf({ seen, madeAt, openedAt }: KnownCall): number {
	const start = Date.parse(String(seen?.created_at));
	if (!Number.isNaN(start)) return start - 1_000;
	return (Number.isFinite(madeAt) ? madeAt : openedAt) - CLOCK_TOLERANCE_MS;
}

async function readOne(call: KnownCall, send: Send): Promise<void> {
	call.lookedUp = (call.lookedUp ?? 0) + 1;
	const path = fillPath('/calls/{id}', { id: call.id });
	const answer = await send({ method: 'GET', path }).catch((error: unknown) => {
		// A call that was just dialled may not be in the API's records yet.
		if (isApiFailure(error) && error.facts.status === 404) return undefined;
		throw error;
	});
	if (isObject(answer)) call.seen = answer;
}
