import type { IDataObject } from 'n8n-workflow';

import { awaitsSummary, isOver } from '../../../callResult/status';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * How far before the newest call the next reading begins: what the API adds to its list with an earlier
 * time than calls that were seen already is found all the same.
 */
const OVERLAP_MS = HOUR_MS;

/** No call goes on for longer; one that seems to is not waited for any more. */
export const LONGEST_CALL_MS = 24 * HOUR_MS;

/**
 * How long a call that is over is held back for its summary, which says whether a voicemail answered:
 * since it was first seen to be over, or since its end. The second compares two clocks, so it is longer.
 */
const PATIENCE = { watchedMs: 2 * MINUTE_MS, sinceEndMs: 10 * MINUTE_MS };

/** A call that was seen and not told yet. */
interface Pending {
	/** When it was made, by the API's clock. */
	madeAt: number;
	/** When it was first seen to be over, by the local clock; 0 while it goes on. */
	overAt: number;
}

/** What one run leaves for the next. Times are milliseconds. */
export interface Memory {
	/** Counts the runs, so that the newer one of two memories is known. */
	runs: number;
	/** Calls made before this, by the API's clock, were all told or are pending. */
	since: number;
	/** Calls made since then that were told: when they were made, by ID. */
	told: Record<string, number>;
	pending: Record<string, Pending>;
}

/** What a run read. */
export interface Reading {
	/** By ID. */
	calls: Map<string, IDataObject>;
	/** Whether every call that was in the list at the beginning was seen. */
	complete: boolean;
	/** Pending calls that the API does not have any more. */
	gone: Set<string>;
}

/**
 * The memory of a node that has never run: all that ended before a moment counts as told.
 *
 * @param since where the reading began
 * @param from by the local clock
 */
export function firstMemory({ calls }: Reading, since: number, from: number): Memory {
	const before = [...calls].filter(([, call]) => isOver(call) && !(endOf(call) >= from));
	const told = Object.fromEntries(before.map(([id, call]) => [id, madeAt(call)]));
	return { runs: 0, since, told, pending: {} };
}

/**
 * Which calls have ended since the last run, oldest first, and what to remember. Calls are told apart by
 * their IDs alone, and places in the list and the order of pages mean nothing, so that calls which end or
 * begin while the list is read are neither lost nor told twice.
 *
 * @param now by the local clock, which may be wrong by hours
 */
export function newsIn(
	{ calls, complete, gone }: Reading,
	before: Memory,
	now: number,
): { ended: IDataObject[]; memory: Memory } {
	const ended: IDataObject[] = [];
	const told = { ...before.told };
	const pending: Memory['pending'] = {};
	for (const [id, waiting] of Object.entries(before.pending)) {
		if (!calls.has(id) && !gone.has(id)) pending[id] = waiting;
	}
	let newest = before.since;
	for (const [id, call] of calls) {
		const made = madeAt(call);
		// A call stamped in the future must not take the calls of the present out of the next reading.
		if (made <= now) newest = Math.max(newest, made);
		if (Object.hasOwn(told, id)) continue;
		const overAt = isOver(call) ? before.pending[id]?.overAt || now : 0;
		if (overAt > 0 && isSettled(call, overAt, now)) {
			ended.push(call);
			told[id] = made;
		} else {
			pending[id] = { madeAt: made, overAt };
		}
	}
	const since = Math.max(before.since, newest - (complete ? OVERLAP_MS : LONGEST_CALL_MS));
	return {
		ended: ended.sort((a, b) => endOf(a) - endOf(b)),
		memory: {
			runs: before.runs + 1,
			since,
			told: entriesWhere(told, (made) => made >= since),
			pending: entriesWhere(pending, ({ madeAt: made }) => made >= newest - LONGEST_CALL_MS),
		},
	};
}

/** Whether what was read is another account's: none of the calls that the last run saw is in it. */
export function isAnotherAccount({ calls }: Reading, { told, pending }: Memory): boolean {
	const known = Object.keys({ ...told, ...pending });
	return calls.size > 0 && known.length > 0 && !known.some((id) => calls.has(id));
}

function isSettled(call: IDataObject, overAt: number, now: number): boolean {
	if (!awaitsSummary(call)) return true;
	return now - overAt >= PATIENCE.watchedMs || now - endOf(call) >= PATIENCE.sinceEndMs;
}

function madeAt({ created_at, started_at, ended_at }: IDataObject): number {
	return firstTime(created_at, started_at, ended_at);
}

export function endOf({ ended_at, updated_at, created_at }: IDataObject): number {
	return firstTime(ended_at, updated_at, created_at);
}

/** @returns 0 when none of them is a time */
function firstTime(...times: unknown[]): number {
	return times.map((time) => Date.parse(String(time))).find((ms) => !Number.isNaN(ms)) ?? 0;
}

function entriesWhere<T>(entries: Record<string, T>, fits: (value: T) => boolean) {
	return Object.fromEntries(Object.entries(entries).filter(([, value]) => fits(value)));
}
