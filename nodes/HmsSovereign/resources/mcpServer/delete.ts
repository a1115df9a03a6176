import { mcpServerId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';

/** DELETE /mcp-servers/{id} */
export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete MCP server',
	description: 'Delete an MCP server',
	request: {
		method: 'DELETE',
		path: '/mcp-servers/{mcpServerId}',
		advice: {
			409: 'Assistants still use this MCP server. Take it out of their tools with Assistant: Update, and run the node again.',
		},
	},
	fields: [mcpServerId],
};
