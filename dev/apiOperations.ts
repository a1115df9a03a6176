import type { Method } from './cases/operationCase';

/** One operation of the API's published description. */
export interface ApiOperation {
	method: Method;
	path: string;
	/** The API keeps it for old clients only. */
	deprecated?: true;
	/** Why the node does not offer it. */
	leftOut?: string;
}

const CHATS = 'All chat operations are deprecated, and nothing replaces them.';

/** All operations (API docs: OpenAPI description), in the order of the reference. */
export const API_OPERATIONS: ApiOperation[] = [
	{ method: 'GET', path: '/health' },
	{ method: 'GET', path: '/account', deprecated: true },
	{ method: 'GET', path: '/organizations' },
	{ method: 'POST', path: '/organizations' },
	{ method: 'PATCH', path: '/organizations' },
	{ method: 'GET', path: '/assistants' },
	{ method: 'POST', path: '/assistants' },
	{ method: 'GET', path: '/assistants/{id}' },
	{ method: 'PATCH', path: '/assistants/{id}' },
	{ method: 'DELETE', path: '/assistants/{id}' },
	{ method: 'GET', path: '/calls' },
	{ method: 'GET', path: '/calls/{id}' },
	{ method: 'POST', path: '/calls/outbound' },
	{ method: 'POST', path: '/calls/{id}/control' },
	{ method: 'GET', path: '/numbers' },
	{ method: 'POST', path: '/numbers' },
	{ method: 'GET', path: '/numbers/{id}' },
	{ method: 'PATCH', path: '/numbers/{id}' },
	{ method: 'DELETE', path: '/numbers/{id}' },
	{ method: 'GET', path: '/campaigns' },
	{ method: 'POST', path: '/campaigns' },
	{ method: 'GET', path: '/campaigns/{id}' },
	{ method: 'PATCH', path: '/campaigns/{id}' },
	{ method: 'DELETE', path: '/campaigns/{id}' },
	{ method: 'GET', path: '/campaigns/{id}/leads' },
	{ method: 'POST', path: '/campaigns/{id}/leads' },
	{ method: 'DELETE', path: '/campaigns/{id}/leads/{leadId}' },
	{ method: 'GET', path: '/usage' },
	{ method: 'GET', path: '/voices' },
	{ method: 'GET', path: '/sip-trunks' },
	{ method: 'POST', path: '/sip-trunks' },
	{ method: 'GET', path: '/sip-trunks/{id}' },
	{ method: 'DELETE', path: '/sip-trunks/{id}' },
	{ method: 'GET', path: '/byok' },
	{ method: 'POST', path: '/byok' },
	{ method: 'DELETE', path: '/byok' },
	{ method: 'POST', path: '/byok/config' },
	{ method: 'GET', path: '/domains' },
	{ method: 'POST', path: '/domains' },
	{ method: 'DELETE', path: '/domains' },
	{ method: 'GET', path: '/domains/sync' },
	{ method: 'POST', path: '/domains/sync' },
	{ method: 'POST', path: '/domains/verify' },
	{ method: 'POST', path: '/domains/refresh' },
	{ method: 'GET', path: '/tool-templates' },
	{ method: 'POST', path: '/tool-templates' },
	{ method: 'GET', path: '/tool-templates/{id}' },
	{ method: 'PATCH', path: '/tool-templates/{id}' },
	{ method: 'DELETE', path: '/tool-templates/{id}' },
	{ method: 'GET', path: '/analysis-templates' },
	{ method: 'POST', path: '/analysis-templates' },
	{ method: 'GET', path: '/analysis-templates/{id}' },
	{ method: 'PATCH', path: '/analysis-templates/{id}' },
	{ method: 'DELETE', path: '/analysis-templates/{id}' },
	{ method: 'GET', path: '/workflows' },
	{ method: 'POST', path: '/workflows' },
	{ method: 'GET', path: '/workflows/{id}' },
	{ method: 'PATCH', path: '/workflows/{id}' },
	{ method: 'DELETE', path: '/workflows/{id}' },
	{ method: 'GET', path: '/mcp-servers' },
	{ method: 'POST', path: '/mcp-servers' },
	{ method: 'GET', path: '/mcp-servers/{id}' },
	{ method: 'PATCH', path: '/mcp-servers/{id}' },
	{ method: 'DELETE', path: '/mcp-servers/{id}' },
	{ method: 'POST', path: '/mcp-servers/{id}/test' },
	{ method: 'POST', path: '/chats', deprecated: true, leftOut: CHATS },
	{ method: 'GET', path: '/chats', deprecated: true, leftOut: CHATS },
	{ method: 'GET', path: '/chats/context', deprecated: true, leftOut: CHATS },
	{ method: 'DELETE', path: '/chats/{id}', deprecated: true, leftOut: CHATS },
];

/** How many the API's description counted when it was last read. */
export const PUBLISHED_COUNT = { all: 69, deprecated: 5 };

/** What the node offers. */
export const OFFERED = API_OPERATIONS.filter(({ leftOut }) => leftOut === undefined);

/** `GET /calls/{}`: method and path with nameless placeholders, so that two ways of writing compare. */
export function nameOf({ method, path }: { method: string; path: string }): string {
	return `${method} ${path.replace(/\{\w+\}/g, '{}')}`;
}

/** The API operation that a recorded request is, as `nameOf` writes it; undefined for a foreign one. */
export function operationOf({ method, path }: { method: string; path: string }) {
	// Fixed paths win over placeholders: `/domains/sync` is no `/domains/{id}`.
	const found = API_OPERATIONS.filter((one) => one.method === method && fits(one.path, path));
	const fixed = found.find((one) => one.path === path) ?? found[0];
	return fixed && nameOf(fixed);
}

function fits(pattern: string, path: string): boolean {
	return new RegExp(`^${pattern.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
}
