import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/json';
import { callOutcome } from '../../callResult/outcome';
import { callTranscript } from '../../callResult/transcript';
import type { Delivery } from './events';
import { toolCallsOf } from './toolCalls';

/** What people look for first; everything else follows in the API's order. */
const FIRST = [
	'call',
	'tool_calls',
	'outcome',
	'summary',
	'transcript',
	'analysis',
	'duration_seconds',
	'customer',
	'phone_number',
	'assistant',
];

/**
 * A trigger's output: the message's fields, results first. `tool_call_list` becomes `tool_calls` without
 * its wrapping, and `error` becomes `error_message`, since n8n takes a truthy `error` for a failure. An
 * end-of-call report has `outcome` and `transcript` as well.
 *
 * @param simplify of the assistant, only id, name and metadata: the API sends its whole configuration
 */
export function outputOf({ event, message }: Delivery, simplify: boolean): IDataObject {
	const fields = new Map(Object.entries(message));
	fields.delete('type');
	rename(fields, 'tool_call_list', 'tool_calls', () => toolCallsOf(message).map(asJson));
	rename(fields, 'error', 'error_message', (error) => error);
	const { assistant } = message;
	if (assistant !== undefined) {
		const isShort = simplify && isObject(assistant);
		fields.set('assistant', isShort ? simplified(assistant) : withoutSecrets(assistant));
	}
	if (event === 'end-of-call-report') {
		fields.set('outcome', outcomeOf(message));
		fields.set('transcript', callTranscript(message.messages));
	}
	const known = FIRST.filter((name) => fields.has(name));
	const rest = [...fields.keys()].filter((name) => !FIRST.includes(name));
	return Object.fromEntries([
		['event', event],
		...[...known, ...rest].map((name) => [name, fields.get(name)]),
	]) as IDataObject;
}

type Value = IDataObject[string];

function rename(
	fields: Map<string, Value>,
	from: string,
	to: string,
	read: (value: Value) => Value,
): void {
	if (!fields.has(from)) return;
	fields.set(to, read(fields.get(from)));
	fields.delete(from);
}

function asJson(toolCall: object): IDataObject {
	return { ...toolCall };
}

function outcomeOf({ call, started_at, duration_seconds, summary }: IDataObject) {
	const { status, type } = isObject(call) ? call : {};
	return callOutcome({ status, started_at, duration_seconds, summary, direction: type });
}

function simplified({ id, name, metadata }: IDataObject): IDataObject {
	return {
		...(id !== undefined && { id }),
		...(name !== undefined && { name }),
		...(metadata !== undefined && { metadata }),
	};
}

/** Fields of a configuration in which the API may send secrets (API docs: Assistants, Custom Tools). */
const SECRETS = /^(webhook_secret|secret|api_key|auth_password|password|authorization|headers)$/i;

/** The assistant's configuration without its secrets. Metadata is the user's own and comes back whole. */
function withoutSecrets<T>(value: T): T {
	if (Array.isArray(value)) return value.map(withoutSecrets) as T;
	if (!isObject(value)) return value;
	const kept = Object.entries(value).filter(([name]) => !SECRETS.test(name));
	return Object.fromEntries(
		kept.map(([name, inner]) => [name, name === 'metadata' ? inner : withoutSecrets(inner)]),
	) as T;
}
