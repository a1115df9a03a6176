/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { json } from 'node:stream/consumers';
import { startHttpsStandIn, type HttpsStandIn } from './httpsStandIn';
import type { N8nUnderTest } from './n8nUnderTest';

export interface SlackMessage {
	channel: string;
	text: string;
}

export interface SlackStandIn extends HttpsStandIn {
	/** The messages that were posted, in order. */
	messages: SlackMessage[];
}

/** Answers in place of slack.com, so that n8n's own Slack node runs unchanged. */
export async function startSlackStandIn(n8n: N8nUnderTest): Promise<SlackStandIn> {
	const messages: SlackMessage[] = [];
	const { close } = await startHttpsStandIn(n8n, 'slack.com', (request, response) => {
		void json(request).then((body) => {
			const isMessage = request.method === 'POST' && request.url === '/api/chat.postMessage';
			if (isMessage) messages.push(body as SlackMessage);
			response.setHeader('Content-Type', 'application/json');
			response.end(
				JSON.stringify(
					isMessage
						? { ok: true, channel: 'C1', ts: '1.2', message: body }
						: { ok: false, error: 'unknown_method' },
				),
			);
		});
	});
	return { messages, close };
}
