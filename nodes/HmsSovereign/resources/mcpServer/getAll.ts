import { returnAllOrLimit } from '../../fields/lists';
import type { Operation } from '../../operation/operation';

/** GET /mcp-servers: all in one answer, so Limit cuts it here. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many MCP servers',
	description: 'Get MCP servers',
	request: { method: 'GET', path: '/mcp-servers', answer: 'mcp_servers', list: 'whole' },
	fields: [...returnAllOrLimit],
};
