import { createHash } from 'node:crypto';

import type { Headers } from './attempt';

/** A reset further away than this is not believed: the documented window is a minute. A 429 then decides. */
const LONGEST_WINDOW_MS = 5 * 60_000;

/** How soon to look again when only the answers under way can tell whether there is room. */
const LOOK_AGAIN_MS = 20;

/**
 * Keeps requests within one limit (API docs: Rate limits; 100 a minute per key, 10 control commands a
 * minute per call) by what the API's own answers say: `X-RateLimit-Limit`, `-Remaining`, `-Reset`.
 * Without these headers it never closes by itself, and only a 429 closes it.
 */
export class Gate {
	private limit = Infinity;

	private remaining = Infinity;

	/** Local time at which the window ends; 0 = not known. */
	private resetAt = 0;

	/** The window's end in the API's words, to tell answers of the last window from those of this one. */
	private window = 0;

	private underWay = 0;

	private closedUntil = 0;

	/** Milliseconds until a request may start; 0 = now. */
	delay(now: number): number {
		if (now < this.closedUntil) return this.closedUntil - now;
		if (this.resetAt > 0 && now >= this.resetAt) {
			this.resetAt = 0;
			this.remaining = this.limit;
		}
		// Requests under way may not be counted in the last `Remaining` yet, so each takes a place.
		if (this.remaining - this.underWay > 0) return 0;
		if (this.underWay > 0) return LOOK_AGAIN_MS;
		return Math.max(this.resetAt - now, LOOK_AGAIN_MS);
	}

	started(): void {
		this.underWay += 1;
	}

	/** @param headers of the answer, or undefined when there was none */
	finished(headers: Headers | undefined, now: number): void {
		this.underWay -= 1;
		const remaining = numberIn(headers, 'x-ratelimit-remaining');
		const window = numberIn(headers, 'x-ratelimit-reset');
		if (headers === undefined || remaining === undefined || window === undefined) return;
		const untilReset = msUntilReset(headers, now);
		if (window < this.window || untilReset > LONGEST_WINDOW_MS) return;

		this.remaining = window === this.window ? Math.min(this.remaining, remaining) : remaining;
		this.limit = numberIn(headers, 'x-ratelimit-limit') ?? this.limit;
		this.window = window;
		this.resetAt = now + untilReset;
	}

	/** A 429: nothing starts before `ms` have passed. */
	close(ms: number, now: number): void {
		this.closedUntil = Math.max(this.closedUntil, now + ms);
	}
}

/**
 * Milliseconds from now to the window's end. Measured against the answer's own `Date`, because the
 * local clock may be minutes off; both headers hold whole seconds.
 */
export function msUntilReset(headers: Headers, now: number): number {
	const reset = numberIn(headers, 'x-ratelimit-reset');
	if (reset === undefined) return 0;
	const date = Date.parse(headers.date ?? '');
	return Math.max(0, reset * 1000 - (Number.isNaN(date) ? now : date));
}

function numberIn(headers: Headers | undefined, name: string): number | undefined {
	const text = headers?.[name];
	const value = text === undefined || text === '' ? NaN : Number(text);
	return Number.isFinite(value) ? value : undefined;
}

/** The gate of one API key, and those of the calls that it steers. */
export interface KeyGates {
	key: Gate;
	/** By call id; kept while the key is in use, since a gate is a few numbers. */
	calls: Map<string, Gate>;
}

const gatesByKey = new Map<string, KeyGates>();

/**
 * The gates of a base URL and key, shared by all executions in this process. Other processes (n8n's
 * queue mode) have their own, so a 429 stays the last word. The map holds a hash, never the key.
 */
export function gatesFor(baseUrl: string, apiKey: string): KeyGates {
	const name = createHash('sha256').update(`${baseUrl}\n${apiKey}`).digest('hex');
	const known = gatesByKey.get(name) ?? { key: new Gate(), calls: new Map<string, Gate>() };
	gatesByKey.set(name, known);
	return known;
}

/** The gate of one call's control commands. */
export function callGate(gates: KeyGates, callId: string): Gate {
	const known = gates.calls.get(callId) ?? new Gate();
	gates.calls.set(callId, known);
	return known;
}
