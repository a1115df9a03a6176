import type { Attempt } from './attempt';
import { isRepeatable, type ApiRequest } from './request';

/** The retry policy. API docs, Rate limits: a 429 is answered before anything is done. */
export const RETRY = {
	/** A 429, for every method: as long as its pauses come to no more than this, for one request. */
	rateLimitTotalMs: 5 * 60_000,
	/** Least pauses after one 429, two in a row, … */
	rateLimitBackoffMs: [1_000, 2_000, 4_000, 8_000],
	/** Pauses before a read or delete is sent again. */
	repeatMs: [1_000, 2_000],
	/** Part of a pause that is random, so that many workflows do not come back in the same instant. */
	jitter: 0.25,
} as const;

/** Answers that a later try may change; only reads and deletes are sent again after them. */
const PASSING_STATUSES = new Set([500, 502, 503, 504]);

/** What happened to one request so far. */
export interface Progress {
	/** Pauses after a 429, in milliseconds. */
	rateLimitWaitedMs: number;
	/** The pause after the last 429: how long nothing goes. */
	rateLimitPauseMs: number;
	/** How often it was sent again after something else. */
	repeats: number;
}

/** Too many requests: the API did nothing. */
export function isRateLimited(result: Attempt): boolean {
	return result.kind === 'answer' && result.status === 429;
}

/** Whether a request that was answered with 429 may wait for the limit once more. */
export function mayWait({ rateLimitWaitedMs, rateLimitPauseMs }: Progress): boolean {
	return rateLimitWaitedMs + rateLimitPauseMs <= RETRY.rateLimitTotalMs;
}

/**
 * How long to pause before the same request is sent again, for anything but a 429.
 *
 * @returns milliseconds, or undefined: it must not be sent again
 */
export function pauseBeforeRepeat(
	request: ApiRequest,
	result: Attempt,
	{ repeats }: Progress,
): number | undefined {
	if (!isRepeatable(request) || !mayPass(result)) return undefined;
	const pause = RETRY.repeatMs[repeats];
	return pause === undefined ? undefined : pause * (1 + Math.random() * RETRY.jitter);
}

function mayPass(result: Attempt): boolean {
	if (result.kind === 'noAnswer') return result.isFinal !== true;
	return PASSING_STATUSES.has(result.status) || isCutJson(result);
}

/** A 2xx that says it is JSON and is not: n8n then hands over the text, and it was cut on its way. */
function isCutJson(result: Attempt & { kind: 'answer' }): boolean {
	const isText = typeof result.body === 'string' && result.body !== '';
	return result.status < 300 && isText && /json/i.test(result.headers['content-type'] ?? '');
}
