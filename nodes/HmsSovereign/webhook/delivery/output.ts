import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/json';
import type { Delivery } from './events';
import { toolCallsOf } from './toolCalls';

/**
 * A trigger's output: the message's fields with the event first. `tool_call_list` becomes `tool_calls`
 * without its wrapping, and `error` becomes `error_message`, since n8n takes a truthy `error` for a failure.
 */
export function outputOf({ event, message }: Delivery): IDataObject {
	const output: IDataObject = { event };
	for (const [name, value] of Object.entries(message)) {
		if (name === 'type') continue;
		if (name === 'tool_call_list') output.tool_calls = toolCallsOf(message).map(asJson);
		else if (name === 'error') output.error_message = value;
		else output[name] = name === 'assistant' ? withoutSecrets(value) : value;
	}
	return output;
}

function asJson(toolCall: object): IDataObject {
	return { ...toolCall };
}

/** `assistant` is the configuration of the call, in which the API may send its secrets. */
function withoutSecrets<T>(value: T): T {
	if (Array.isArray(value)) return value.map(withoutSecrets) as T;
	if (!isObject(value)) return value;
	const kept = Object.entries(value).filter(([name]) => !/^(webhook_)?secret$/.test(name));
	return Object.fromEntries(kept.map(([name, inner]) => [name, withoutSecrets(inner)])) as T;
}
