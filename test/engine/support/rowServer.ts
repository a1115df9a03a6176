/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RowServer {
	url: string;
	/** What was asked for: `limit` and `offset` of each request. */
	asked: Array<{ limit: number; offset: number }>;
	close: () => Promise<void>;
}

/** The body of a page of `GET /rows`. */
export type Page = (limit: number, offset: number) => object;

/** Serves a list too long to be kept in memory: each page is made when it is asked for. */
export async function startRowServer(page: Page): Promise<RowServer> {
	const asked: RowServer['asked'] = [];
	const server = createServer((request, response) => {
		const { searchParams } = new URL(request.url ?? '', 'http://localhost');
		const limit = Number(searchParams.get('limit') ?? 100);
		const offset = Number(searchParams.get('offset') ?? 0);
		asked.push({ limit, offset });
		response.setHeader('Content-Type', 'application/json');
		response.end(JSON.stringify(page(limit, offset)));
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/api/v1`,
		asked,
		close: async () => {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}
