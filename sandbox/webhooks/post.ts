/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never in n8n */
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface Reply {
	status: number | null;
	body: string | null;
	timedOut: boolean;
}

/**
 * Sends one POST on a connection of its own and reads the whole reply. Never throws: a receiver
 * that cannot be reached or is too slow is a result like any other.
 */
export async function post(
	url: string,
	headers: Record<string, string>,
	body: string,
	limit: { timeoutMs: number; signal: AbortSignal },
): Promise<Reply> {
	if (!URL.canParse(url)) return { status: null, body: null, timedOut: false };
	const send = new URL(url).protocol === 'https:' ? httpsRequest : httpRequest;
	const timeout = AbortSignal.timeout(limit.timeoutMs);
	const signal = AbortSignal.any([timeout, limit.signal]);
	return await new Promise<Reply>((resolve) => {
		const fail = () => resolve({ status: null, body: null, timedOut: timeout.aborted });
		const length = { 'Content-Length': String(Buffer.byteLength(body)) };
		const options = { method: 'POST', agent: false, headers: { ...headers, ...length }, signal };
		const request = send(url, options, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('error', fail);
			response.on('end', () =>
				resolve({
					status: response.statusCode ?? null,
					body: Buffer.concat(chunks).toString('utf8'),
					timedOut: false,
				}),
			);
		});
		request.on('error', fail);
		request.end(body);
	});
}
