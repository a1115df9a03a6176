/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never in n8n */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sandbox } from '../../sandbox';
import type { Messages } from './messages';
import { boardPage } from './boardPage';
import { ring, RINGS } from './phone';

export interface Board {
	/** The page that shows what the examples sent, and rings. */
	url: string;
	close: () => Promise<void>;
}

/** Serves the page beside the editor: the messages that examples sent, and buttons that ring. */
export async function startBoard(
	sandbox: Sandbox,
	messages: Messages,
	preferredPort: number,
): Promise<Board> {
	const server = createServer((request, response) => answer(request, response, sandbox, messages));
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(preferredPort, '127.0.0.1', resolve);
	});
	return {
		url: `http://localhost:${(server.address() as AddressInfo).port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function answer(
	{ method, url = '/' }: IncomingMessage,
	response: ServerResponse,
	sandbox: Sandbox,
	messages: Messages,
): void {
	const { pathname } = new URL(url, 'http://localhost');
	if (method === 'GET' && pathname === '/') {
		response.setHeader('Content-Type', 'text/html; charset=utf-8');
		response.end(boardPage());
		return;
	}
	if (method === 'GET' && pathname === '/messages') {
		sendJson(response, 200, messages.all);
		return;
	}
	const wanted = RINGS.find(({ name }) => pathname === `/ring/${name}`);
	if (method === 'POST' && wanted !== undefined) {
		sendJson(response, 200, { said: ring(sandbox, wanted) });
		return;
	}
	const known = RINGS.map(({ name }) => name).join(', ');
	sendJson(response, 404, { said: `There is no such call. Choose one of: ${known}` });
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
	response.statusCode = status;
	response.setHeader('Content-Type', 'application/json');
	response.end(JSON.stringify(body));
}
