/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, type AddressInfo, type Server } from 'node:net';
import type { Duplex } from 'node:stream';
import { createCertificate } from './certificates';

/** How an n8n reaches stand-ins: it was started with this proxy and trusts this authority. */
export interface StandInNetwork {
	/** n8n sends its HTTPS requests through this port. */
	proxyPort: number;
	/** Holds the test authority that n8n trusts (certificates.ts). */
	certificateFolder: string;
}

export interface HttpsStandIn {
	close: () => Promise<void>;
}

/**
 * Answers in place of hosts of the internet: a proxy that n8n sends its HTTPS requests through, and
 * behind it a server for each host, with a certificate that the test authority signed.
 *
 * @param hosts what answers, by the name of the host
 * @param others what becomes of requests for any other host; `refuse`: nothing leaves this machine
 */
export async function startHttpsStandIn(
	network: StandInNetwork,
	hosts: Record<string, RequestListener>,
	others: 'refuse' | 'let through' = 'refuse',
): Promise<HttpsStandIn> {
	const servers = new Map<string, Server & { closeAllConnections: () => void }>();
	for (const [host, answer] of Object.entries(hosts)) {
		const { key, cert } = createCertificate(network.certificateFolder, host);
		const server = createHttpsServer({ key: readFileSync(key), cert: readFileSync(cert) }, answer);
		await listen(server, 0);
		servers.set(`${host}:443`, server);
	}

	const proxy = createHttpServer();
	const tunnels = new Set<Duplex>();
	proxy.on('connect', (request, socket) => {
		tunnels.add(socket);
		socket.on('close', () => tunnels.delete(socket));
		// A client that goes away in the middle is its own affair.
		socket.on('error', () => socket.destroy());
		const server = servers.get(request.url ?? '');
		if (server !== undefined) openTunnel(socket, (server.address() as AddressInfo).port);
		else if (others === 'refuse') socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
		else openTunnel(socket, ...hostAndPort(request.url ?? ''));
	});
	await listen(proxy, network.proxyPort);

	return {
		close: async () => {
			// n8n keeps a tunnel open for its next request, and a server waits for its last connection.
			for (const tunnel of tunnels) tunnel.destroy();
			for (const server of servers.values()) server.closeAllConnections();
			await Promise.all([...servers.values(), proxy].map(closed));
		},
	};
}

/** `example.com:443` */
function hostAndPort(url: string): [port: number, host: string] {
	const { hostname, port } = new URL(`https://${url}`);
	return [Number(port || 443), hostname];
}

function openTunnel(socket: Duplex, port: number, host = '127.0.0.1'): void {
	const tunnel = connect(port, host, () => {
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
