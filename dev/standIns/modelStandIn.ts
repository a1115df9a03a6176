/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject } from 'n8n-workflow';

/** What the model answers: a tool call, or a text that ends the turn. */
export type Reply = { tool: string; args: IDataObject } | { text: string };

export interface ChatRequest {
	stream?: boolean;
	messages: Array<{ role: string; content: unknown }>;
	tools?: Array<{ function: { name: string; description: string } }>;
}

export interface ModelStandIn {
	/** For the credential's "Base URL". */
	url: string;
	requests: ChatRequest[];
	/** What the model says next, in order. */
	script: Reply[];
	close: () => Promise<void>;
}

/**
 * A language model that follows a script, behind the API that n8n's OpenAI Chat Model node speaks.
 *
 * @param answer what it says when the script has come to its end
 */
export async function startModelStandIn(
	answer: (asked: ChatRequest) => Reply = () => ({ text: 'Done.' }),
): Promise<ModelStandIn> {
	const requests: ChatRequest[] = [];
	const script: Reply[] = [];
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString()));
		request.on('end', () => {
			const asked = JSON.parse(body || '{}') as ChatRequest;
			requests.push(asked);
			const message = messageOf(script.shift() ?? answer(asked), requests.length);
			if (asked.stream !== true) {
				response.setHeader('Content-Type', 'application/json');
				response.end(JSON.stringify(completion({ message })));
				return;
			}
			response.setHeader('Content-Type', 'text/event-stream');
			const calls = message.tool_calls?.map((call, index) => ({ ...call, index }));
			const delta = { ...message, ...(calls && { tool_calls: calls }) };
			response.write(`data: ${JSON.stringify(completion({ delta }))}\n\n`);
			response.end('data: [DONE]\n\n');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		requests,
		script,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function messageOf(reply: Reply, count: number) {
	if ('text' in reply) return { role: 'assistant', content: reply.text };
	const call = {
		id: `call_${count}`,
		type: 'function',
		function: { name: reply.tool, arguments: JSON.stringify(reply.args) },
	};
	return { role: 'assistant', content: null, tool_calls: [call] };
}

function completion(what: { message?: object; delta?: object }) {
	const isCall = JSON.stringify(what).includes('"tool_calls"');
	return {
		id: 'chatcmpl-1',
		object: what.delta ? 'chat.completion.chunk' : 'chat.completion',
		created: 1,
		model: 'scripted',
		choices: [{ index: 0, finish_reason: isCall ? 'tool_calls' : 'stop', ...what }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}
