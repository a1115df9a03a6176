/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never in n8n */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Recordings } from '../contract';
import { flatHeaders } from '../http/exchange';
import { beep } from './wav';

/**
 * A second host, as recordings do not lie on the API's own: it shows what a client sends there.
 * Lifetime and access rules of recording links are not documented.
 */
export class RecordingsHost implements Recordings {
	readonly requests: Recordings['requests'] = [];
	private readonly states = new Map<string, 200 | 403 | 404>();
	private readonly server: Server;
	private port = 0;

	constructor() {
		this.server = createServer((request, response) => {
			const path = request.url ?? '';
			const status = request.method === 'GET' ? (this.states.get(path) ?? 404) : 404;
			this.requests.push({ at: Date.now(), path, headers: flatHeaders(request), status });
			const type = status === 200 ? 'audio/wav' : 'text/plain';
			response.writeHead(status, { 'Content-Type': type });
			response.end(status === 200 ? beep() : 'No recording here');
		});
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	async listen(): Promise<void> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		this.port = (this.server.address() as AddressInfo).port;
	}

	/** Makes a recording for this call; answers its link. */
	publish(callId: string): string {
		this.states.set(pathOf(callId), 200);
		return this.url + pathOf(callId);
	}

	expire(callId: string): void {
		this.states.set(pathOf(callId), 403);
	}

	erase(callId: string): void {
		this.states.set(pathOf(callId), 404);
	}

	reset(): void {
		this.requests.length = 0;
		this.states.clear();
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise<void>((resolve) => this.server.close(() => resolve()));
	}
}

const pathOf = (callId: string) => `/recordings/${encodeURIComponent(callId)}.wav`;
