/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A host of recordings that answers as a test wants. */
export interface FileServer {
	url: string;
	requests: Array<{ path: string; headers: IncomingHttpHeaders }>;
	close: () => Promise<void>;
}

export async function startFileServer(
	answer: (response: ServerResponse, path: string) => void,
): Promise<FileServer> {
	const requests: FileServer['requests'] = [];
	const server = createServer((request, response) => {
		const path = request.url ?? '';
		requests.push({ path, headers: request.headers });
		answer(response, path);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
