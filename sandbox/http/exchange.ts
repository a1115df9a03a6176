/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never in n8n */
import type { IncomingMessage } from 'node:http';
import type { Fault, RecordedRequest } from '../contract';
import type { Standing } from './rateLimit';

/** What the server keeps about one request while it is being answered. */
export interface Exchange {
	record: RecordedRequest;
	query: URLSearchParams;
	fault?: Fault;
	standing?: Standing;
}

declare module 'fastify' {
	interface FastifyRequest {
		exchange: Exchange;
	}
}

export const API_PATH = '/api/v1';

/** Reads the whole request; nothing is checked yet. */
export async function receive(raw: IncomingMessage): Promise<Exchange> {
	const rawBody = await readAll(raw);
	const [path, search = ''] = (raw.url ?? '').split('?', 2);
	const query = new URLSearchParams(search);
	const record: RecordedRequest = {
		at: Date.now(),
		method: raw.method ?? '',
		path: path.startsWith(API_PATH) ? path.slice(API_PATH.length) : path,
		query: Object.fromEntries(query),
		headers: flatHeaders(raw),
		body: parsedOrText(rawBody),
		rawBody,
		status: null,
		carriedOut: false,
	};
	return { record, query };
}

async function readAll(raw: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of raw) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

export function flatHeaders(raw: IncomingMessage): Record<string, string> {
	const entries = Object.entries(raw.headers);
	return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

function parsedOrText(rawBody: string): unknown {
	if (rawBody === '') return undefined;
	try {
		return JSON.parse(rawBody) as unknown;
	} catch {
		return rawBody;
	}
}
