import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { isObject } from '../../api/json';
import { wait } from '../../api/wait';
import type { EventName } from './events';

export type HttpResponse = ReturnType<IWebhookFunctions['getResponseObject']>;

/** Left for the network, and for what n8n does with a delivery before it asks the trigger. */
const MARGIN_MS = 1_000;

/** How long HMS Sovereign waits (API docs: Assistant Request, Tool Calls), less a margin. */
const ANSWER_WITHIN_MS: Partial<Record<EventName, number>> = {
	'assistant-request': 5_000 - MARGIN_MS,
	'tool-calls': 10_000 - MARGIN_MS,
};

/** Why the workflow's own reply is missing. */
export type Reason = 'late' | 'failed' | 'filtered';

/**
 * The reply that lets the call go on without the workflow's: the assistant as saved, or a tool error,
 * of which the assistant tells the caller.
 */
export function fallbackOf(event: EventName, reason: Reason): IDataObject {
	if (event !== 'tool-calls') return {};
	const texts: Record<Reason, string> = {
		late: 'The tool did not answer in time',
		failed: 'The tool failed',
		filtered: 'This tool is not available',
	};
	return { error: texts[reason] };
}

/** Sends a JSON answer. */
export function answer(response: HttpResponse, status: number, body: object): void {
	response.status(status).json(body);
}

export interface HoldOptions {
	event: EventName;
	/** Told when a fallback was sent. */
	onFallback: (reason: Reason) => void;
}

/**
 * Watches over a response that n8n holds until the workflow replies. The workflow's JSON passes. A failed
 * or missing reply, which n8n would put into a 500 or an empty body, becomes the fallback; so does one
 * that is not there when HMS Sovereign stops waiting. n8n knows no time limit for replies and would
 * answer a second time when the workflow ends, so from then on the response takes nothing any more.
 *
 * @returns what was answered, once it is known
 */
export async function holdReply(
	response: HttpResponse,
	{ event, onFallback }: HoldOptions,
): Promise<object> {
	const { json, send } = response;
	return await new Promise<object>((resolve) => {
		let isAnswered = false;
		const finish = (body: object) => {
			if (isAnswered) return;
			isAnswered = true;
			response.json = json;
			response.send = send;
			answer(response, 200, body);
			silence(response);
			resolve(body);
		};
		const fallBack = (reason: Reason) => {
			if (isAnswered) return;
			onFallback(reason);
			finish(fallbackOf(event, reason));
		};
		const take = (body: unknown) => {
			const isReply = response.statusCode < 400 && isObject(body);
			if (isReply) finish(body);
			else fallBack('failed');
			return response;
		};
		response.json = take;
		response.send = take;
		// The sender hung up; nobody is there to answer any more.
		response.once('close', () => {
			isAnswered = true;
			resolve({});
		});
		void wait(ANSWER_WITHIN_MS[event] ?? 0, () => isAnswered).then(
			() => fallBack('late'),
			// The wait was cut short because the answer is given.
			() => undefined,
		);
	});
}

/** Whatever n8n does with the response after its answer must neither reach the sender nor throw. */
function silence(response: HttpResponse): void {
	const ignore = () => response;
	response.json = ignore;
	response.send = ignore;
	response.setHeader = ignore;
}
