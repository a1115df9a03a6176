import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/json';

/** One entry of `tool_call_list` without its wrapping. */
export interface ToolCall {
	/** Empty when the API sent none. Not unique within a call: no source says so (API docs: Tool Calls). */
	id: string;
	name: string;
	/**
	 * The API's `arguments`. Under that name n8n's expressions refuse to read it, "due to security
	 * concerns". An object, unless the model wrote something else.
	 */
	parameters: IDataObject[string];
}

/** The tool calls of a `tool-calls` message, in their order. */
export function toolCallsOf({ tool_call_list: list }: IDataObject): ToolCall[] {
	return (Array.isArray(list) ? list : []).filter(isObject).map(({ id, function: called }) => {
		const { name, arguments: given } = isObject(called) ? called : {};
		return { id: text(id), name: text(name), parameters: parametersIn(given) };
	});
}

/**
 * Reads arguments. They are an object (API docs: Tool Calls), but language models write them as text,
 * and some services pass that text on. Text that is no JSON is kept as it is, and so is a plain number:
 * the number of an order would lose its zeros.
 */
function parametersIn(given: unknown): IDataObject[string] {
	if (given === undefined || given === null || given === '') return {};
	if (typeof given !== 'string') return given as IDataObject[string];
	const parsed = parse(given);
	const isText = typeof parsed === 'string' && parsed !== given;
	return parsed === null || isText || typeof parsed === 'object' ? parametersIn(parsed) : given;
}

function parse(given: string): unknown {
	try {
		return JSON.parse(given);
	} catch {
		return undefined;
	}
}

function text(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
