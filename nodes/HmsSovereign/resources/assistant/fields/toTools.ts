import type { IDataObject } from 'n8n-workflow';

import { rowsOfCollection } from '../../../fields/collections';
import { toE164 } from '../../../fields/values/phoneNumber';
import { toJsonObject } from '../../../fields/json';
import { toParameterSchema } from './toolParameters';

/** Letter or underscore first, at most 64 characters (API docs: Custom Tools). */
const FUNCTION_NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/;

const MOST_MCP_TOOLS = 25;

/**
 * The tools that the user described, in the API's shapes.
 *
 * @param entered the fixed collection's value, pickers already reduced to ids
 * @returns undefined for none, which leaves the tools as they are
 * @throws Error saying which tool is wrong
 */
export function toTools(entered: unknown): IDataObject[] | undefined {
	const kind = (group: string) => rowsOfCollection(entered, group);
	const tools = [
		...kind('webhook').map(webhookTool),
		...kind('endCall').map(() => ({ type: 'end_call' })),
		...kind('transfer').map(transferTool),
		...kind('mcpServer').map(mcpTool),
		...kind('json').map(({ tool }) => toJsonObject(tool) ?? {}),
	];
	return tools.length === 0 ? undefined : tools;
}

/** Flat form. A secret needs the nested `server`, over which `url` would win. */
function webhookTool(row: IDataObject): IDataObject {
	const name = textOf(row.name);
	if (!FUNCTION_NAME.test(name)) {
		throw new Error(
			`"${name}" is not a tool name. Start with a letter and use only letters, digits, "_" and "-", at most 64.`,
		);
	}
	const url = textOf(row.url);
	const secret = textOf(row.secret);
	const message = textOf(row.message);
	const parameters = toParameterSchema(row);
	return {
		name,
		description: textOf(row.description),
		...(parameters !== undefined && { parameters }),
		...(url !== '' && (secret === '' ? { url } : { server: { url, secret } })),
		...(row.async === true && { async: true }),
		...(message !== '' && { message }),
	};
}

function transferTool({ destinations }: IDataObject): IDataObject {
	const rows = rowsOfCollection(destinations, 'list');
	if (rows.length === 0) throw new Error('Transfer Call has no destination. Add at least one.');
	return {
		type: 'transfer_call',
		destinations: rows.map((row) => ({
			type: 'number',
			number: toE164(row.number),
			description: textOf(row.description),
			...(textOf(row.message) !== '' && { message: textOf(row.message) }),
		})),
	};
}

function mcpTool({ mcpServerId, allowedTools, required }: IDataObject): IDataObject {
	const names = (Array.isArray(allowedTools) ? allowedTools : textOf(allowedTools).split(','))
		.map(textOf)
		.filter((name) => name !== '');
	if (textOf(mcpServerId) === '') throw new Error('MCP Server: choose a server');
	if (names.length === 0 || names.length > MOST_MCP_TOOLS) {
		throw new Error(`MCP Server: name 1 to ${MOST_MCP_TOOLS} tools under Allowed Tools`);
	}
	return {
		type: 'mcp',
		mcp_server_id: textOf(mcpServerId),
		allowed_tools: names,
		...(required === false && { required: false }),
	};
}

function textOf(value: unknown): string {
	return String(value ?? '').trim();
}
