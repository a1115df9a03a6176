import type { CallSimulator } from './calls/contract';
import type { Store } from './store/store';
import type { WebhookSwitches } from './webhooks/contract';

export interface SandboxOptions {
	/** TCP port on 127.0.0.1; 0 (default) takes a free one. */
	port?: number;
	/** Start with the data of a small company (default true) or with an empty organization. */
	seed?: boolean;
	/** Length of the rate-limit window in milliseconds (default 60,000). */
	windowMs?: number;
	/** Requests a key may make in one window (default 100). */
	requestLimit?: number;
	/** Control commands one call takes in one window (default 10). */
	controlLimit?: number;
	/** How much faster than real time calls run: 60 makes a call of 60 s take 1 s (default 1). */
	callSpeed?: number;
	/** Milliseconds added to every answer (default 0). */
	latencyMs?: number;
	/** Time limit of `assistant-request` in real milliseconds (default 5,000 as documented). */
	assistantRequestTimeoutMs?: number;
	/** Time limit of `tool-calls` in real milliseconds (default 10,000 as documented). */
	toolCallsTimeoutMs?: number;
}

/** One request as it arrived, whether or not it was answered. */
export interface RecordedRequest {
	/** `Date.now()` when the request had arrived. */
	at: number;
	method: string;
	/** Raw path without `/api/v1` and without the query: percent-encoding is left as it was sent. */
	path: string;
	query: Record<string, string>;
	headers: Record<string, string>;
	/** Parsed JSON, the text itself when it is no JSON, undefined when there was no body. */
	body: unknown;
	rawBody: string;
	/** Status that was answered; null when no answer was given. */
	status: number | null;
	/** The operation was performed, even when the caller was never told so. */
	carriedOut: boolean;
	/** Kind of the fault that hit this request. */
	fault?: string;
}

export type FaultKind =
	/** An error status instead of carrying the request out. */
	| 'status'
	/** Connection reset before the request is carried out. */
	| 'reset-before'
	/** Carried out, then the connection is reset without an answer. */
	| 'reset-after'
	/** Not carried out and never answered. */
	| 'hang'
	/** Carried out; headers and half the body arrive, then the connection ends. */
	| 'cut-body'
	/** An HTML page of a gateway (502 unless `status` says otherwise); not carried out. */
	| 'html'
	/** Carried out, but the body is `body`, or broken JSON when no `body` is given. */
	| 'wrong-json'
	/** Carried out, answered after `delayMs`. */
	| 'slow'
	/** A redirect (302 unless `status` says otherwise) to `location`; not carried out. */
	| 'redirect'
	/** Carried out, answered with an empty body. */
	| 'empty';

export interface Fault {
	kind: FaultKind;
	status?: number;
	method?: string;
	/** Raw path without `/api/v1`: the whole path, or a pattern it must match. */
	path?: string | RegExp;
	/** How many matching requests are hit (default 1; Infinity allowed). */
	times?: number;
	/** How many matching requests pass untouched first. */
	skip?: number;
	delayMs?: number;
	/** For 429: `Retry-After` in seconds (default 1), as an HTTP date, left out, or only `retry_after` in the body. */
	retryAfter?: number | 'date' | 'none' | 'body';
	/** Seconds that 'date' and 'body' promise (default 1). */
	retryAfterSeconds?: number;
	/** Body of the answer: a string is sent as it is, anything else as JSON. */
	body?: unknown;
	location?: string;
	/** Set or, with an empty string, remove headers of the answer. */
	headers?: Record<string, string>;
}

/** 'flat': `{error, message?, details?}`, the default; 'nested': `{error: {code, message}}` of the older guides. */
export type ErrorShape = 'flat' | 'nested';

/** Which generation of the documentation the success bodies follow. */
export type AnswerShapes = 'sdk' | 'legacy' | 'api-doc';

export type AccountShape = 'authentication-page' | 'operation-page';

export interface Switches {
	errorShape: ErrorShape;
	shapes: AnswerShapes;
	/** Every nullable field of every answer is null. */
	nulls: boolean;
	/** Every object of every answer has fields nobody documented. */
	extras: boolean;
	/** Milliseconds the server's clock is ahead; moves `Date` and `X-RateLimit-Reset`. */
	clockSkewMs: number;
}

export interface Keys {
	main: string;
	/** Key of another organization, which sees none of the main one's data. */
	second: string;
	revoked: string;
	expired: string;
	/** A valid key that gets 403 on everything. */
	forbidden: string;
}

export interface Recordings {
	/** Base URL of the recordings host: another port than the API. */
	url: string;
	requests: Array<{ at: number; path: string; headers: Record<string, string>; status: number }>;
	/** From now on this call's link answers 403. */
	expire(callId: string): void;
	/** From now on this call's link answers 404. */
	erase(callId: string): void;
}

export interface Sandbox extends Switches {
	/** Base URL: `http://127.0.0.1:<port>/api/v1`. */
	url: string;
	/** Valid key of the main organization; the same as `keys.main`. */
	apiKey: string;
	keys: Keys;
	/** Everything received, in the order of arrival. */
	requests: RecordedRequest[];
	faults: { add(fault: Fault): void; clear(): void };
	account: {
		setBalance(minutes: number): void;
		setShape(shape: AccountShape): void;
		/** `GET /account` answers this status from now on. */
		remove(status: 404 | 410): void;
	};
	/** Adds a valid key of the main organization. */
	addKey(key?: string): string;
	revokeKey(key: string): void;
	/** Forgets requests, faults, switches, rate-limit windows and calls; the data is the seed again. */
	reset(): void;
	store: Store;
	calls: CallSimulator;
	webhooks: WebhookSwitches;
	recordings: Recordings;
	/** Ends at once, also with open connections, and leaves no timer behind. */
	close(): Promise<void>;
}
