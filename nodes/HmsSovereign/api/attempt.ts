import type { IAllExecuteFunctions, IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { AnswerTooLarge, LARGEST_ANSWER_BYTES, readBody } from './answerBody';
import { CREDENTIAL } from './connection';

/** Answer headers, names in lower case. */
export type Headers = Record<string, string | undefined>;

/** What came of sending a request once. */
export type Attempt =
	| { kind: 'answer'; status: number; headers: Headers; body: unknown }
	| { kind: 'noAnswer'; reason: string; reached: boolean; isFinal?: boolean };

/**
 * Sends a request once through n8n's helper, which adds the credential, the proxy and its SSRF guard.
 *
 * `ignoreHttpStatusErrors`: otherwise n8n sends each request that gets a 401 a second time.
 * `disableFollowRedirect`: otherwise the key goes to the other host, and a 307 repeats a POST.
 *
 * @param timeoutMs for the whole request, to the last byte of the answer
 */
export async function attempt(
	context: IAllExecuteFunctions,
	options: IHttpRequestOptions,
	timeoutMs: number,
): Promise<Attempt> {
	const time = AbortSignal.timeout(timeoutMs);
	const signal = anyOf(time, cancelSignal(context));
	let hasAnswered = false;
	try {
		const answer = (await context.helpers.httpRequestWithAuthentication.call(
			withSignal(context, signal),
			CREDENTIAL,
			{
				...options,
				json: true,
				encoding: 'stream',
				timeout: timeoutMs,
				abortSignal: signal,
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
			},
		)) as { statusCode: number; headers: Headers; body: unknown };
		hasAnswered = true;
		const body = await readBody(answer.body, signal);
		return { kind: 'answer', status: answer.statusCode, headers: answer.headers, body };
	} catch (error) {
		if (error instanceof AnswerTooLarge) {
			const reason = `the answer was larger than ${LARGEST_ANSWER_BYTES / 1024 / 1024} MB`;
			return { kind: 'noAnswer', reason, reached: true, isFinal: true };
		}
		const broken = hasAnswered ? REASONS.ERR_BAD_RESPONSE : networkReason(error);
		const { text, reached } = time.aborted ? REASONS.ETIMEDOUT : broken;
		return { kind: 'noAnswer', reason: text, reached };
	}
}

/** Absent on some of n8n's contexts. */
function cancelSignal(context: IAllExecuteFunctions): AbortSignal | undefined {
	return (context as Partial<IExecuteFunctions>).getExecutionCancelSignal?.();
}

function anyOf(time: AbortSignal, cancel: AbortSignal | undefined): AbortSignal {
	return cancel === undefined ? time : AbortSignal.any([time, cancel]);
}

/** n8n's helper takes the signal from the context where there is one, whatever the options say. */
function withSignal(context: IAllExecuteFunctions, signal: AbortSignal): IAllExecuteFunctions {
	return Object.create(context, {
		getExecutionCancelSignal: { value: () => signal },
	}) as IAllExecuteFunctions;
}

export interface NetworkReason {
	text: string;
	/** Whether the request may have reached the API. */
	reached: boolean;
}

/**
 * Why there was no answer, in words. Node's own codes (`ECONNREFUSED` …) must not be shown: n8n
 * replaces any error text that contains one by a sentence of its own.
 */
const REASONS: Record<string, NetworkReason> = {
	ECONNREFUSED: { text: 'the connection was refused', reached: false },
	ENOTFOUND: { text: 'the host name was not found', reached: false },
	EAI_AGAIN: { text: 'the host name could not be looked up', reached: false },
	EHOSTUNREACH: { text: 'the host cannot be reached', reached: false },
	ENETUNREACH: { text: 'there is no network', reached: false },
	EADDRNOTAVAIL: { text: 'the address is not available', reached: false },
	EPROTO: { text: 'no secure connection could be made', reached: false },
	ERR_INVALID_URL: { text: 'the base URL is not a valid address', reached: false },
	CERT_HAS_EXPIRED: { text: 'the server certificate has expired', reached: false },
	DEPTH_ZERO_SELF_SIGNED_CERT: { text: 'the server certificate is self-signed', reached: false },
	SELF_SIGNED_CERT_IN_CHAIN: { text: 'the server certificate is self-signed', reached: false },
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
		text: 'the server certificate could not be verified',
		reached: false,
	},
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: {
		text: 'the server certificate could not be verified',
		reached: false,
	},
	ERR_TLS_CERT_ALTNAME_INVALID: {
		text: 'the server certificate is for another host',
		reached: false,
	},
	ECONNABORTED: { text: 'no answer within the time limit', reached: true },
	ETIMEDOUT: { text: 'no answer within the time limit', reached: true },
	ECONNRESET: { text: 'the connection was closed before the answer was complete', reached: true },
	EPIPE: { text: 'the connection was closed', reached: true },
	ERR_BAD_RESPONSE: { text: 'the answer was cut off', reached: true },
};

/** Why a request got no answer: what an HTTP helper threw, in words for people. */
export function networkReason(error: unknown): NetworkReason {
	for (const code of codesOf(error)) {
		const known = REASONS[code];
		if (known !== undefined) return known;
	}
	return { text: 'no answer', reached: true };
}

/**
 * n8n wraps the helper's error: 2.x keeps the original as `cause`, 1.x only copies its code to
 * `httpCode`.
 */
function codesOf(error: unknown): string[] {
	if (typeof error !== 'object' || error === null) return [];
	const { code, httpCode, cause } = error as {
		code?: unknown;
		httpCode?: unknown;
		cause?: unknown;
	};
	return [...codesOf(cause), code, httpCode].filter(
		(value): value is string => typeof value === 'string',
	);
}
