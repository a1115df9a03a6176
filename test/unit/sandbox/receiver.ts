/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceiverReply {
	status?: number;
	body?: unknown;
}

/** A webhook receiver that answers each event as `replies` say: 200 and {} unless told otherwise. */
export interface Receiver {
	url: string;
	/** 'none': this event is never answered. */
	replies: Record<string, ReceiverReply | 'none'>;
	close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
	const server = createServer((request, response) => {
		request.resume();
		const reply = receiver.replies[String(request.headers['x-webhook-event'])] ?? {};
		if (reply === 'none') return;
		response.writeHead(reply.status ?? 200, { 'Content-Type': 'application/json' });
		response.end(JSON.stringify(reply.body ?? {}));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const receiver: Receiver = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
		replies: {},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return receiver;
}
