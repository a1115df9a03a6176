import { randomUUID } from 'node:crypto';
import { bare, deleted, item, list } from '../http/answers';
import { conflict, invalidRequest } from '../http/errors';
import { route, type AnyRoute } from '../http/route';
import { webAddress } from '../schema/formats';
import { also, fields, integer, isObject, mapOf, oneOf, required, text } from '../schema/rules';
import type { Assistant, McpServer, Organization } from '../store/types';
import { find, now, remove, update } from './common';

/** Must be https and lead to a public address. */
const publicAddress = also(webAddress(['https:']), (value, at) => {
	const { hostname } = new URL(value);
	const isPrivate = /^(localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|\[)/;
	return isPrivate.test(hostname) ? [`${at} must resolve to a public address`] : [];
});

const headers = mapOf(text(), 10);
const serverFields = {
	name: text(),
	url: publicAddress,
	transport: oneOf(['streamable_http', 'sse']),
	headers,
	timeout_seconds: integer(5, 60),
};
const serverCreate = fields({
	...serverFields,
	name: required(text()),
	url: required(publicAddress),
});
const serverUpdate = fields(serverFields);
const serverTest = fields({ headers });

export const mcpServers: AnyRoute[] = [
	route({
		method: 'GET',
		path: '/mcp-servers',
		answer: ({ org }) => list('mcp_servers', org.mcpServers.map(shown)),
	}),
	route({
		method: 'POST',
		path: '/mcp-servers',
		status: 201,
		body: serverCreate,
		answer: ({ org, body }) => {
			refuseDuplicate(org, body.name);
			const moment = now();
			const created: McpServer = {
				id: randomUUID(),
				transport: 'streamable_http',
				headers: {},
				timeout_seconds: 20,
				...body,
				created_at: moment,
				updated_at: moment,
			};
			org.mcpServers.push(created);
			return item('mcp_server', shown(created));
		},
	}),
	route({
		method: 'GET',
		path: '/mcp-servers/:id',
		answer: ({ org, params }) =>
			item('mcp_server', shown(find(org.mcpServers, params.id, 'MCP server'))),
	}),
	route({
		method: 'PATCH',
		path: '/mcp-servers/:id',
		body: serverUpdate,
		answer: ({ org, params, body }) => {
			const found = find(org.mcpServers, params.id, 'MCP server');
			if (body.name && body.name !== found.name) refuseDuplicate(org, body.name);
			const moved = body.url && new URL(body.url).host !== new URL(found.url).host;
			if (moved && !body.headers) {
				throw invalidRequest(['headers is required when url moves to another host']);
			}
			return item('mcp_server', shown(update(found, body)));
		},
	}),
	route({
		method: 'DELETE',
		path: '/mcp-servers/:id',
		answer: ({ org, params }) => {
			find(org.mcpServers, params.id, 'MCP server');
			const uses = org.assistants.filter((entry) => usesServer(entry, params.id)).length;
			if (uses) throw conflict(`MCP server is used by ${uses} assistant${uses > 1 ? 's' : ''}`);
			remove(org.mcpServers, params.id, 'MCP server');
			return deleted;
		},
	}),
	route({
		method: 'POST',
		path: '/mcp-servers/:id/test',
		body: serverTest,
		bodyOptional: true,
		answer: ({ org, params }) => bare(tested(find(org.mcpServers, params.id, 'MCP server'))),
	}),
];

/** Header values are write-only: only their names come back. */
function shown({ headers: stored, ...server }: McpServer): object {
	return {
		id: server.id,
		name: server.name,
		url: server.url,
		transport: server.transport,
		header_names: Object.keys(stored),
		timeout_seconds: server.timeout_seconds,
		created_at: server.created_at,
		updated_at: server.updated_at,
	};
}

/** An unreachable server is no error but a 200 with ok false. Here: any host `unreachable.*`. */
function tested({ url, timeout_seconds }: McpServer): object {
	if (new URL(url).hostname.startsWith('unreachable.')) {
		return { ok: false, duration_ms: timeout_seconds * 1000, error: 'Connection timed out' };
	}
	const search = { type: 'object', properties: { query: { type: 'string' } } };
	const tool = { name: 'search_mail', description: 'Search the mailbox', input_schema: search };
	return { ok: true, duration_ms: 412, tools: [tool] };
}

function refuseDuplicate(org: Organization, name: string): void {
	if (org.mcpServers.some((entry) => entry.name === name)) {
		throw conflict(`An MCP server named "${name}" already exists`);
	}
}

function usesServer(assistant: Assistant, id: string): boolean {
	const { tools } = assistant.llm_config;
	if (!Array.isArray(tools)) return false;
	return tools.some((tool: unknown) => isObject(tool) && tool.mcp_server_id === id);
}
