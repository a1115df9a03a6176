import { isObject } from './json';
import { type Attempt } from './attempt';
import { CHECK_BASE_URL, endsAsUsual } from './baseUrl';
import { isRepeatable, type ApiRequest } from './request';
import { apiWords, saysFailure, type ApiWords } from './errorWords';
import type { Progress } from './retry';

/** Facts of a request that failed, in words for people. */
export interface FailureFacts {
	/** What happened, in the API's words where it has any. */
	message: string;
	/** What to do. */
	advice: string;
	/** HTTP status; undefined when there was no answer. */
	status?: number;
	/** Every entry of the API's `details`. */
	details: string[];
	/** The API's name of the field it refuses, if it says one. */
	param?: string;
	/** `POST /calls/outbound` */
	request: string;
	/** True: the request may have been carried out, so it must not be sent again unseen. */
	outcomeUnknown: boolean;
}

/** A request failed. Holds texts and a status only: never a header, a key or an HTTP client's error. */
export class ApiFailure extends Error {
	constructor(readonly facts: FailureFacts) {
		super(facts.message);
		this.name = 'ApiFailure';
	}
}

const CHECK_FIRST = 'It may have been carried out; check before you run it again.';

const NOT_REPEATED =
	'This request was sent once and not repeated. Look in HMS Sovereign whether it was carried out before you run it again.';

interface Texts {
	/** Used when the API says nothing. */
	message: string;
	advice: string;
}

/** What to do about each status (API docs: Error codes, Authentication, Billing, Rate limits). */
const TEXTS: Record<number, Texts> = {
	400: {
		message: 'HMS Sovereign refused the request',
		advice: 'Correct the value and run the node again. This request changed nothing.',
	},
	401: {
		message: 'Invalid or missing API key',
		advice:
			'Open the HMS Sovereign credential and paste a current key from Settings > API Keys in the HMS Sovereign dashboard. Keys expire and can be revoked.',
	},
	402: {
		message: 'Insufficient credits',
		advice:
			'Top up under Settings > Billing in the HMS Sovereign dashboard. This request dialled nobody.',
	},
	403: {
		message: "You don't have access to this resource",
		advice:
			'The API key belongs to another organization or lacks permission. Use a key of the organization that owns this resource.',
	},
	404: {
		message: 'The resource was not found',
		advice:
			'Pick it from the list. The ID may be mistyped, deleted, or belong to another organization.',
	},
	409: {
		message: 'This conflicts with something that exists',
		advice:
			'It is still in use or exists already. Find what uses it, detach it there (set the field to empty with an Update operation), and run the node again.',
	},
};

/** A 422 is a validation error like a 400. */
TEXTS[422] = TEXTS[400];

/**
 * Says what went wrong with a request, once it is final.
 *
 * @param progress how often it was tried, how long it waited and how long it would wait next, for the text
 * @param baseUrl what the request's address began with; it may be what a 404 is about
 */
export function failureOf(
	request: ApiRequest,
	result: Attempt,
	progress: Progress,
	baseUrl: string,
): ApiFailure {
	const line = `${request.method} ${request.path}`;
	if (result.kind === 'noAnswer') return noAnswer(request, line, result, progress);

	const words = apiWords(result.body);
	const { status } = result;
	const facts = { status, details: words.details, param: words.param, request: line };
	if (status >= 200 && status < 300 && !saysFailure(result.body)) return unreadable(request, facts);
	if (status >= 300 && status < 400) return redirected(request, facts);
	if (status === 429) return rateLimited(words, facts, progress);
	if (status >= 500 || GIVEN_UP.has(status)) return unavailable(request, words, facts, progress);
	if (status === 404 && isNotTheApi(request, result.body, words, baseUrl)) return noApi(facts);

	const texts = TEXTS[status] ?? TEXTS[400];
	const missing =
		status === 404 && request.subject ? `${request.subject} was not found` : undefined;
	return new ApiFailure({
		...facts,
		message: words.message ?? missing ?? texts.message,
		advice: adviceFor(request, status, baseUrl),
		outcomeUnknown: false,
	});
}

function adviceFor({ advice }: ApiRequest, status: number, baseUrl: string): string {
	const fitting = advice?.[status] ?? (TEXTS[status] ?? TEXTS[400]).advice;
	return status === 404 && !endsAsUsual(baseUrl) ? `${fitting} ${CHECK_BASE_URL}` : fitting;
}

type AnswerFacts = Omit<FailureFacts, 'message' | 'advice' | 'outcomeUnknown'>;

function noAnswer(
	request: ApiRequest,
	line: string,
	result: Attempt & { kind: 'noAnswer' },
	progress: Progress,
): ApiFailure {
	const outcomeUnknown = result.reached && !isRepeatable(request);
	const message = `Could not reach HMS Sovereign (${result.reason})`;
	return new ApiFailure({
		message: outcomeUnknown ? `${message}. ${CHECK_FIRST}` : message,
		advice: outcomeUnknown
			? NOT_REPEATED
			: `Check the Base URL in the HMS Sovereign credential, and this n8n's internet access, proxy and DNS.${repeated(progress)}`,
		details: [],
		request: line,
		outcomeUnknown,
	});
}

/**
 * Whether a 404 says that there is no API at this address, rather than that one thing is missing: the
 * address ends unusually, a web server answered, or nothing was asked for that could be missing.
 */
function isNotTheApi(
	{ subject, advice }: ApiRequest,
	body: unknown,
	{ message }: ApiWords,
	baseUrl: string,
): boolean {
	if (message !== undefined) return false;
	const isPage = typeof body === 'string' && body.trim() !== '';
	const isAboutNothing = subject === undefined && advice?.[404] === undefined;
	return isAboutNothing || isPage || !endsAsUsual(baseUrl);
}

function noApi(facts: AnswerFacts): ApiFailure {
	return new ApiFailure({
		...facts,
		message: 'There is no HMS Sovereign API at this Base URL',
		advice: CHECK_BASE_URL,
		outcomeUnknown: false,
	});
}

function unreadable(request: ApiRequest, facts: AnswerFacts): ApiFailure {
	const outcomeUnknown = !isRepeatable(request);
	const message = 'HMS Sovereign sent an answer that could not be read';
	return new ApiFailure({
		...facts,
		message: outcomeUnknown ? `${message}. ${CHECK_FIRST}` : message,
		advice: `Check that the Base URL in the HMS Sovereign credential is the API's address, and that no proxy changes answers.${outcomeUnknown ? ` ${NOT_REPEATED}` : ''}`,
		outcomeUnknown,
	});
}

/** Somebody on the way gave up waiting, so that the API may still have carried it out. */
const GIVEN_UP = new Set([408, 460, 499]);

/** See Other: the answer to something that was done. */
const SEE_OTHER = 303;

function redirected(request: ApiRequest, facts: AnswerFacts): ApiFailure {
	const outcomeUnknown = facts.status === SEE_OTHER && !isRepeatable(request);
	const message = `HMS Sovereign answered with a redirect (${facts.status})`;
	return new ApiFailure({
		...facts,
		message: outcomeUnknown ? `${message}. ${CHECK_FIRST}` : message,
		advice: `Redirects are not followed, so that the API key reaches no other host. Correct the Base URL in the HMS Sovereign credential.${outcomeUnknown ? ` ${NOT_REPEATED}` : ''}`,
		outcomeUnknown,
	});
}

function rateLimited(words: ApiWords, facts: AnswerFacts, progress: Progress): ApiFailure {
	return new ApiFailure({
		...facts,
		message: words.message ?? 'Rate limit reached',
		advice: `The node waited ${inSeconds(progress.rateLimitWaitedMs)} for the limit. Try again in ${inSeconds(progress.rateLimitPauseMs)}. HMS Sovereign allows 100 requests a minute for each API key and 10 control commands a minute for each call; other workflows with the same key count too. This request was not carried out.`,
		outcomeUnknown: false,
	});
}

function unavailable(
	request: ApiRequest,
	words: ApiWords,
	facts: AnswerFacts,
	progress: Progress,
): ApiFailure {
	const outcomeUnknown = !isRepeatable(request);
	const reason = words.message === undefined ? '' : `: ${words.message}`;
	const message = `HMS Sovereign is not available (${facts.status})${reason}`;
	return new ApiFailure({
		...facts,
		message: outcomeUnknown ? `${message}. ${CHECK_FIRST}` : message,
		advice: outcomeUnknown
			? NOT_REPEATED
			: `Try again in a few minutes.${repeated(progress)} Nothing was lost.`,
		outcomeUnknown,
	});
}

function inSeconds(ms: number): string {
	const seconds = Math.ceil(ms / 1000);
	return seconds === 1 ? '1 second' : `${seconds} seconds`;
}

function repeated({ repeats }: Progress): string {
	if (repeats === 0) return '';
	return ` The request was repeated ${repeats === 1 ? 'once' : `${repeats} times`}.`;
}

/** Whether something thrown is a failure of a request. Not `instanceof`, which other copies of this file fail. */
export function isApiFailure(error: unknown): error is ApiFailure {
	return (
		error instanceof Error && error.name === 'ApiFailure' && isObject(error) && 'facts' in error
	);
}
