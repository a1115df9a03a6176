import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { plainOf } from './address';

const TIMEOUT_MS = 5_000;

/**
 * Whether an n8n says that it serves this address no more. It is asked by GET, which starts nothing: for an
 * address that is served by POST n8n answers "Did you mean to make a POST request?", otherwise that it is
 * not registered. An n8n that gives no answer may come back, so nothing is known of it.
 */
export async function isAbandoned(
	{ helpers }: IHookFunctions | IWebhookFunctions,
	url: string,
): Promise<boolean> {
	try {
		const answer: unknown = await helpers.httpRequest({
			method: 'GET',
			url: plainOf(url),
			json: true,
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		});
		const { statusCode, body } = answer as { statusCode: number; body: unknown };
		return statusCode === 410 || (statusCode === 404 && !/\bPOST\b/.test(JSON.stringify(body)));
	} catch {
		return false;
	}
}
