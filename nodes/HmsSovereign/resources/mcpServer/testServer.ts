import { additionalFields, keyValues } from '../../fields/collections';
import { mcpServerId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';

const testHeaders = keyValues(
	'Headers',
	'headers',
	'Headers for this test only, over the stored ones',
	{ in: 'body', as: 'headers' },
	true,
);

/**
 * POST /mcp-servers/{id}/test. A server that cannot be reached is no error but an answer with `ok`
 * false, so that a workflow can go on with it.
 */
export const test: Operation = {
	name: 'Test',
	value: 'test',
	action: 'Test MCP server',
	description:
		'Connect to an MCP server and list its tools. When that fails, "ok" is false and "error_message" says why.',
	request: { method: 'POST', path: '/mcp-servers/{mcpServerId}/test' },
	fields: [mcpServerId, additionalFields([testHeaders])],
	readsOnly: true,
};
