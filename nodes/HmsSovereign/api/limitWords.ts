import type { Headers } from './attempt';
import { isObject } from './json';

/** The documented window is a minute (API docs: Rate limits). A reset much further away is not believed. */
const LONGEST_WINDOW_MS = 90_000;

/** A reset rounded down to whole seconds has just passed when it is read. */
const JUST_PASSED_MS = 2_000;

/** A 429 that asks for more than a day is not believed. */
const LONGEST_RETRY_MS = 24 * 60 * 60_000;

/** Numbers from here on are Unix seconds, and from there on milliseconds; smaller ones are seconds from now. */
const UNIX_SECONDS = 1e9;
const UNIX_MILLISECONDS = 1e12;

/** What an answer says about a limit, as far as it can be true. */
export interface LimitWords {
	/** Requests in a window. */
	limit?: number;
	/** Requests left in this window. */
	remaining?: number;
	/** When the window ends by the API's clock, in milliseconds, if it says so exactly: tells windows apart. */
	windowEnd?: number;
	/** Milliseconds from now until the window ends. */
	resetInMs?: number;
	/** How long a 429 asks to wait, in milliseconds, above 0. */
	retryInMs?: number;
}

/**
 * Reads `X-RateLimit-Limit`, `-Remaining`, `-Reset`, `Retry-After` and the body's `retry_after` (API docs:
 * Rate limits). Gateways and other versions write them as Unix seconds, milliseconds, seconds from now or
 * dates, round them up or down, or send garbage; what cannot be true is left out.
 *
 * @param now local time in milliseconds
 */
export function limitWords(headers: Headers, body: unknown, now: number): LimitWords {
	const clock = apiTime(headers, now);
	const reset = headers['x-ratelimit-reset'];
	const resetInMs =
		believedReset(millisecondsUntil(reset, clock)) ?? believedReset(millisecondsUntil(reset, now));
	return {
		limit: countIn(headers['x-ratelimit-limit'], 1),
		remaining: countIn(headers['x-ratelimit-remaining'], 0),
		windowEnd: resetInMs === undefined ? undefined : momentIn(reset),
		resetInMs: resetInMs === undefined ? undefined : Math.max(0, resetInMs),
		retryInMs:
			believedRetry(millisecondsUntil(headers['retry-after'], clock)) ??
			believedRetry(millisecondsUntil(retryAfterIn(body), clock)),
	};
}

/**
 * The API's time. Its `Date` header has whole seconds and the local clock may be minutes off: when both
 * agree as far as whole seconds can, the local clock is the finer one.
 *
 * @returns milliseconds
 */
function apiTime(headers: Headers, now: number): number {
	const date = Date.parse(headers.date ?? '');
	const agrees = now > date - 500 && now < date + 1_500;
	return Number.isNaN(date) || agrees ? now : date;
}

function believedReset(ms: number | undefined): number | undefined {
	if (ms === undefined) return undefined;
	return ms > -JUST_PASSED_MS && ms <= LONGEST_WINDOW_MS ? ms : undefined;
}

function believedRetry(ms: number | undefined): number | undefined {
	return ms !== undefined && ms > 0 && ms <= LONGEST_RETRY_MS ? ms : undefined;
}

/** @returns milliseconds from `clock` to the moment that is meant, negative when it is over */
function millisecondsUntil(value: unknown, clock: number): number | undefined {
	const moment = momentIn(value);
	if (moment !== undefined) return moment - clock;
	const seconds = numberIn(value);
	return Number.isNaN(seconds) ? undefined : seconds * 1_000;
}

/** @returns a moment in milliseconds; undefined for seconds from now, and for what is no time */
function momentIn(value: unknown): number | undefined {
	const number = numberIn(value);
	if (number >= UNIX_MILLISECONDS) return number;
	if (number >= UNIX_SECONDS) return number * 1_000;
	// Only what looks like a date: `Date.parse('2, 2')` is a day in February 2001.
	if (typeof value !== 'string' || !/[a-z]{3} \d|^\d{4}-\d\d-\d\dT/i.test(value)) return undefined;
	const date = Date.parse(value);
	return Number.isNaN(date) ? undefined : date;
}

/** A proxy that repeats a header joins both with a comma: the larger one counts. */
function numberIn(value: unknown): number {
	if (typeof value === 'number') return value;
	if (typeof value !== 'string') return NaN;
	const parts = value.split(',').map((part) => part.trim());
	if (!parts.every((part) => /^[+-]?\d+(\.\d+)?$/.test(part))) return NaN;
	return Math.max(...parts.map(Number));
}

function countIn(value: unknown, least: number): number | undefined {
	const count = Math.floor(numberIn(value));
	return count >= least && Number.isFinite(count) ? count : undefined;
}

/** Flat or in the nested error (API docs: Error codes). */
function retryAfterIn(body: unknown): unknown {
	if (!isObject(body)) return undefined;
	return body.retry_after ?? (isObject(body.error) ? body.error.retry_after : undefined);
}
