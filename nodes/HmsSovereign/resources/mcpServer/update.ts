import { updateFields } from '../../fields/collections';
import { moreFields } from '../../fields/json';
import { mcpServerId } from '../../fields/resourceIds';
import type { Field, Operation } from '../../operation/operation';
import { headers, name, timeoutSeconds, transport, url } from './fields';

/** An empty object removes all headers; null is not taken (API docs: MCP Servers). */
const removeHeaders: Field = {
	displayName: 'Remove All Headers',
	name: 'removeHeaders',
	type: 'boolean',
	default: false,
	description: 'Whether to remove all stored headers',
	send: { in: 'body', as: 'headers', value: (remove) => (remove === true ? {} : undefined) },
};

/** PATCH /mcp-servers/{id}. A move to another host needs the headers again, so that none leaks. */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update MCP server',
	description: 'Change an MCP server',
	request: {
		method: 'PATCH',
		path: '/mcp-servers/{mcpServerId}',
		answer: 'mcp_server',
		advice: {
			409: "Names of MCP servers differ. Choose another 'Name', or change the one that has it with MCP Server: Update.",
		},
	},
	fields: [
		mcpServerId,
		updateFields([
			headers,
			moreFields,
			name,
			removeHeaders,
			timeoutSeconds,
			transport,
			{ ...url, description: `${url.description}. For another host, enter the headers again.` },
		]),
	],
};
