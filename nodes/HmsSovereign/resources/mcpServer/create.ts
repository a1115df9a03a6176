import { additionalFields } from '../../fields/collections';
import { moreFields } from '../../fields/json';
import type { Operation } from '../../operation/operation';
import { headers, name, timeoutSeconds, transport, url } from './fields';

/** POST /mcp-servers */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create MCP server',
	description: 'Add an MCP server whose tools assistants can use during calls',
	request: {
		method: 'POST',
		path: '/mcp-servers',
		answer: 'mcp_server',
		advice: {
			409: "Names of MCP servers differ. Choose another 'Name', or change the one that has it with MCP Server: Update.",
		},
	},
	fields: [
		{ ...name, required: true },
		{ ...url, required: true },
		additionalFields([headers, moreFields, timeoutSeconds, transport]),
	],
};
