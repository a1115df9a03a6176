/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import type { RequestListener } from 'node:http';
import { json } from 'node:stream/consumers';
import { startHttpsStandIn, type HttpsStandIn, type StandInNetwork } from './httpsStandIn';

export interface SlackMessage {
	channel: string;
	text: string;
}

export interface SlackStandIn extends HttpsStandIn {
	/** The messages that were posted, in order. */
	messages: SlackMessage[];
}

/** Answers in place of slack.com alone, so that n8n's own Slack node runs unchanged. */
export async function startSlackStandIn(network: StandInNetwork): Promise<SlackStandIn> {
	const slack = slackHost();
	const { close } = await startHttpsStandIn(network, slack.hosts);
	return { messages: slack.messages, close };
}

/**
 * What stands in for Slack, to be started together with other hosts.
 *
 * @param received is told of each message
 */
export function slackHost(received: (message: SlackMessage) => void = () => {}): {
	hosts: Record<string, RequestListener>;
	messages: SlackMessage[];
} {
	const messages: SlackMessage[] = [];
	const answer: RequestListener = (request, response) => {
		void json(request).then((body) => {
			const isMessage = request.method === 'POST' && request.url === '/api/chat.postMessage';
			if (isMessage) {
				messages.push(body as SlackMessage);
				received(body as SlackMessage);
			}
			response.setHeader('Content-Type', 'application/json');
			response.end(
				JSON.stringify(
					isMessage
						? { ok: true, channel: 'C1', ts: '1.2', message: body }
						: { ok: false, error: 'unknown_method' },
				),
			);
		});
	};
	return { hosts: { 'slack.com': answer }, messages };
}
