import type { Resource } from '../../operation/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { test } from './testServer';
import { update } from './update';

export const mcpServer: Resource = {
	name: 'MCP Server',
	value: 'mcpServer',
	description: 'External tool servers that assistants use during calls',
	singular: 'MCP server',
	operations: [create, remove, get, getAll, test, update],
};
