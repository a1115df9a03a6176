/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, type AddressInfo, type Server } from 'node:net';
import type { Duplex } from 'node:stream';
import { createCertificate } from './certificates';
import type { N8nUnderTest } from './n8nUnderTest';

export interface HttpsStandIn {
	close: () => Promise<void>;
}

/**
 * Answers in place of a host of the internet: a proxy that n8n sends its HTTPS requests through, and
 * behind it a server with a certificate for that host that the test authority signed. Requests for
 * any other host are refused, so nothing leaves this machine.
 */
export async function startHttpsStandIn(
	n8n: N8nUnderTest,
	host: string,
	answer: RequestListener,
): Promise<HttpsStandIn> {
	const { key, cert } = createCertificate(n8n.certificateFolder, host);
	const server = createHttpsServer({ key: readFileSync(key), cert: readFileSync(cert) }, answer);
	await listen(server, 0);
	const { port } = server.address() as AddressInfo;

	const proxy = createHttpServer();
	const tunnels = new Set<Duplex>();
	proxy.on('connect', (request, socket) => {
		tunnels.add(socket);
		// A client that goes away in the middle is its own affair.
		socket.on('error', () => socket.destroy());
		if (request.url === `${host}:443`) openTunnel(socket, port);
		else socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
	});
	await listen(proxy, n8n.proxyPort);

	return {
		close: async () => {
			// n8n keeps a tunnel open for its next request, and a server waits for its last connection.
			for (const tunnel of tunnels) tunnel.destroy();
			server.closeAllConnections();
			await Promise.all([closed(server), closed(proxy)]);
		},
	};
}

function openTunnel(socket: Duplex, port: number): void {
	const tunnel = connect(port, '127.0.0.1', () => {
		socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
		tunnel.pipe(socket);
		socket.pipe(tunnel);
	});
	tunnel.on('error', () => socket.destroy());
	socket.on('close', () => tunnel.destroy());
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
