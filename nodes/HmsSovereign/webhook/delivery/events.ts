import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/json';

/** The four events (API docs: Webhooks overview). */
export const EVENTS = [
	'assistant-request',
	'end-of-call-report',
	'status-update',
	'tool-calls',
] as const;

export type EventName = (typeof EVENTS)[number];

/** Events whose sender waits for the reply and uses it. */
export const REPLY_EVENTS: EventName[] = ['assistant-request', 'tool-calls'];

/** Event name and `message` of a delivery that was found genuine. */
export interface Delivery {
	event: EventName;
	message: IDataObject;
}

/** Empty lists let everything through. */
export interface Filters {
	toolNames: string[];
	statuses: string[];
	callTypes: string[];
}

/** One entry of `tool_call_list` without its wrapping. */
export interface ToolCall {
	id: string;
	name: string;
	/**
	 * The API's `arguments`, an object (API docs: Tool Calls). Under that name n8n's expressions refuse to
	 * read it, "due to security concerns".
	 */
	parameters: IDataObject;
}

/**
 * Reads a delivery's body.
 *
 * @param eventHeader `X-Webhook-Event`, which must name the same event as the body
 * @returns why it is refused, as text, when it is none of the documented events
 */
export function readDelivery(body: Buffer, eventHeader: string | undefined): Delivery | string {
	const parsed = parse(body);
	const message = isObject(parsed) ? parsed.message : undefined;
	if (!isObject(message)) return 'The body is no JSON with a message';
	const event = EVENTS.find((name) => name === message.type);
	if (event === undefined) return 'The message has no known type';
	if (eventHeader === undefined) return 'The X-Webhook-Event header is missing';
	return eventHeader === event
		? { event, message }
		: 'The X-Webhook-Event header names another event';
}

function parse(body: Buffer): unknown {
	try {
		return JSON.parse(body.toString('utf8'));
	} catch {
		return undefined;
	}
}

/** The tool calls of a `tool-calls` message. */
export function toolCallsOf(message: IDataObject): ToolCall[] {
	const list = Array.isArray(message.tool_call_list) ? message.tool_call_list : [];
	return list.filter(isObject).map(({ id, function: called }) => {
		const { name, arguments: given } = isObject(called) ? called : {};
		return { id: text(id), name: text(name), parameters: isObject(given) ? given : {} };
	});
}

/** Whether a delivery should start the workflow. */
export function passes({ event, message }: Delivery, filters: Filters): boolean {
	const call = isObject(message.call) ? message.call : {};
	const { toolNames, statuses, callTypes } = filters;
	if (!allows(callTypes, [text(call.type)])) return false;
	if (event === 'status-update') return allows(statuses, [text(call.status)]);
	if (event !== 'tool-calls') return true;
	return allows(
		toolNames,
		toolCallsOf(message).map(({ name }) => name),
	);
}

function allows(wanted: string[], found: string[]): boolean {
	return wanted.length === 0 || found.some((value) => wanted.includes(value));
}

/**
 * What tells a delivery from all others: no delivery has an id of its own, so the docs' advice is call id,
 * type and status or tool call ids.
 */
export function identityOf({ event, message }: Delivery): string {
	const call = isObject(message.call) ? message.call : {};
	const tools = toolCallsOf(message).map(({ id }) => id);
	const part = event === 'status-update' ? call.status : event === 'tool-calls' ? tools : '';
	const rest = call.id === undefined ? message : part;
	return JSON.stringify([event, call.id, rest]);
}

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

function asJson(toolCall: ToolCall): IDataObject {
	return { ...toolCall };
}

/** `assistant` is the configuration of the call, in which the API may send its secrets. */
function withoutSecrets<T>(value: T): T {
	if (Array.isArray(value)) return value.map(withoutSecrets) as T;
	if (!isObject(value)) return value;
	const kept = Object.entries(value).filter(([name]) => !/^(webhook_)?secret$/.test(name));
	return Object.fromEntries(kept.map(([name, inner]) => [name, withoutSecrets(inner)])) as T;
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
