import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, type AddressInfo, type Server } from 'node:net';
import type { Duplex } from 'node:stream';
import { createCertificate } from './certificates';
import type { N8nUnderTest } from './n8nUnderTest';

const slackHost = 'slack.com';

export interface SlackMessage {
	channel: string;
	text: string;
}

export interface SlackStandIn {
	/** The messages that were posted, in order. */
	messages: SlackMessage[];
	/** Hosts other than Slack's that were asked for, and refused. */
	refusedHosts: string[];
	close: () => Promise<void>;
}

/**
 * Answers in place of slack.com, so that n8n's own Slack node runs unchanged: a proxy that n8n sends
 * its HTTPS requests through, and behind it a server with a certificate for slack.com that the
 * test authority signed.
 */
export async function startSlackStandIn(n8n: N8nUnderTest): Promise<SlackStandIn> {
	const messages: SlackMessage[] = [];
	const refusedHosts: string[] = [];
	const { key, cert } = createCertificate(n8n.certificateFolder, slackHost);

	const slack = createHttpsServer({ key: readFileSync(key), cert: readFileSync(cert) });
	slack.on('request', (request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString()));
		request.on('end', () => {
			response.setHeader('Content-Type', 'application/json');
			if (request.method !== 'POST' || request.url !== '/api/chat.postMessage') {
				response.end(JSON.stringify({ ok: false, error: 'unknown_method' }));
				return;
			}
			const message = JSON.parse(body) as SlackMessage;
			messages.push(message);
			response.end(JSON.stringify({ ok: true, channel: message.channel, ts: '1.2', message }));
		});
	});
	await listen(slack, 0);

	const proxy = createHttpServer();
	const tunnels = new Set<Duplex>();
	proxy.on('connect', (request, socket) => {
		tunnels.add(socket);
		// A client that goes away in the middle is its own affair.
		socket.on('error', () => socket.destroy());
		if (request.url !== `${slackHost}:443`) {
			refusedHosts.push(String(request.url));
			socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
			return;
		}
		const tunnel = connect((slack.address() as AddressInfo).port, '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			tunnel.pipe(socket);
			socket.pipe(tunnel);
		});
		tunnel.on('error', () => socket.destroy());
		socket.on('close', () => tunnel.destroy());
	});
	await listen(proxy, n8n.proxyPort);

	return {
		messages,
		refusedHosts,
		close: async () => {
			// n8n keeps a tunnel open for its next message, and a server waits for its last connection.
			for (const tunnel of tunnels) tunnel.destroy();
			slack.closeAllConnections();
			await Promise.all([closed(slack), closed(proxy)]);
		},
	};
}

async function listen(server: Server, port: number): Promise<void> {
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
}

async function closed(server: Server): Promise<void> {
	await new Promise((resolve) => server.close(resolve));
}
