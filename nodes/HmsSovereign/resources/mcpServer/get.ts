import { mcpServerId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';

/** GET /mcp-servers/{id} */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get MCP server',
	description: 'Get an MCP server',
	request: { method: 'GET', path: '/mcp-servers/{mcpServerId}', answer: 'mcp_server' },
	fields: [mcpServerId],
};
