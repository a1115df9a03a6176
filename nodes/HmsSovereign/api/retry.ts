import { type Attempt, type Headers } from './attempt';
import { isRepeatable, type ApiRequest } from './request';
import { msUntilReset } from './rateLimit';

/** The retry policy. The API docs' Rate limits page: a 429 is answered before anything is done. */
export const RETRY = {
	/** A 429, for every method: at most so many pauses … */
	rateLimitPauses: 5,
	/** … and so long in all, for one request. */
	rateLimitTotalMs: 5 * 60_000,
	/** Pauses when a 429 does not say how long. */
	rateLimitBackoffMs: [1_000, 2_000, 4_000, 8_000, 8_000],
	/** Pauses before a read or delete is sent again. */
	repeatMs: [1_000, 2_000],
	/** Part of a pause that is random, so that many workflows do not come back in the same instant. */
	jitter: 0.25,
} as const;

/** Answers that a later try may change; only reads and deletes are sent again after them. */
const PASSING_STATUSES = new Set([500, 502, 503, 504]);

/** What happened to one request so far. */
export interface Progress {
	rateLimitPauses: number;
	rateLimitWaitedMs: number;
	repeats: number;
}

/**
 * How long to pause before the same request is sent again.
 *
 * @returns milliseconds, or undefined: it must not be sent again
 */
export function pauseBeforeNextTry(
	request: ApiRequest,
	result: Attempt,
	progress: Progress,
	now: number,
): number | undefined {
	if (result.kind === 'answer' && result.status === 429) {
		const pause = rateLimitPause(result, progress, now);
		const total = progress.rateLimitWaitedMs + pause;
		const spent = progress.rateLimitPauses >= RETRY.rateLimitPauses;
		return spent || total > RETRY.rateLimitTotalMs ? undefined : pause;
	}
	if (!isRepeatable(request) || !mayPass(result)) return undefined;
	const pause = RETRY.repeatMs[progress.repeats];
	return pause === undefined ? undefined : pause * (1 + Math.random() * RETRY.jitter);
}

function mayPass(result: Attempt): boolean {
	if (result.kind === 'noAnswer') return true;
	return PASSING_STATUSES.has(result.status) || isCutJson(result);
}

/** A 2xx that says it is JSON and is not: n8n then hands over the text, and it was cut on its way. */
function isCutJson(result: Attempt & { kind: 'answer' }): boolean {
	const isText = typeof result.body === 'string' && result.body !== '';
	return result.status < 300 && isText && /json/i.test(result.headers['content-type'] ?? '');
}

/** The first of: `Retry-After` (seconds or date), body `retry_after`, `X-RateLimit-Reset`, growing pauses. */
export function rateLimitPause(
	answer: { headers: Headers; body: unknown },
	progress: Progress,
	now: number,
): number {
	const last = RETRY.rateLimitBackoffMs.length - 1;
	return (
		retryAfterMs(answer.headers, now) ??
		secondsInBody(answer.body) ??
		(msUntilReset(answer.headers, now) ||
			RETRY.rateLimitBackoffMs[Math.min(progress.rateLimitPauses, last)])
	);
}

function retryAfterMs(headers: Headers, now: number): number | undefined {
	const text = headers['retry-after']?.trim() ?? '';
	if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1_000;
	const date = Date.parse(text);
	if (Number.isNaN(date)) return undefined;
	// Both dates come from the API's clock, so the local one may be wrong.
	const serverNow = Date.parse(headers.date ?? '');
	return Math.max(0, date - (Number.isNaN(serverNow) ? now : serverNow));
}

function secondsInBody(body: unknown): number | undefined {
	if (typeof body !== 'object' || body === null) return undefined;
	const { retry_after: seconds } = body as { retry_after?: unknown };
	return typeof seconds === 'number' && seconds >= 0 ? seconds * 1_000 : undefined;
}
