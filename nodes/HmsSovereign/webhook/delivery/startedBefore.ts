/** What was answered to a delivery, once it is known; undefined = nothing the sender uses. */
export type Answer = Promise<object | undefined>;

/** HMS Sovereign documents no retry; a day is longer than any sender goes on trying. */
const KEPT_MS = 24 * 3_600_000;

/** About 2 MB. The oldest are forgotten first. */
const MOST = 5_000;

interface Seen {
	until: number;
	answer: Answer;
}

/**
 * Deliveries that have started a workflow, in this process. n8n's queue mode with several webhook
 * processes has one memory each, and a restart forgets: static data is no help, since n8n saves it after
 * the execution has begun and two deliveries at once would overwrite each other.
 */
const seen = new Map<string, Seen>();

/** The answer that was or will be given to this delivery; undefined = it is the first of its kind. */
export function answerBefore(key: string, now: number): Answer | undefined {
	const known = seen.get(key);
	return known !== undefined && known.until > now ? known.answer : undefined;
}

export function remember(key: string, answer: Answer, now: number): void {
	seen.delete(key);
	seen.set(key, { until: now + KEPT_MS, answer });
	for (const oldest of seen.keys()) {
		if (seen.size <= MOST) break;
		seen.delete(oldest);
	}
}

/** The workflow could not be started after all, so the sender may try again. */
export function forget(key: string): void {
	seen.delete(key);
}
