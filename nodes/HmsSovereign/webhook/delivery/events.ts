import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/json';
import { toolCallsOf } from './toolCalls';

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

/** A genuine delivery of an event that this version does not know. */
export interface UnknownDelivery {
	unknownEvent: string;
}

/** Empty lists let everything through. */
export interface Filters {
	toolNames: string[];
	statuses: string[];
	callTypes: string[];
}

/**
 * Reads a delivery's body.
 *
 * @param eventHeader `X-Webhook-Event`, which must name the same event as the body
 * @returns why it is refused, as text, when it is no event or not the one of the header
 */
export function readDelivery(
	body: Buffer,
	eventHeader: string | undefined,
): Delivery | UnknownDelivery | string {
	const parsed = parse(body);
	const message = isObject(parsed) ? parsed.message : undefined;
	if (!isObject(message)) return 'The body is no JSON with a message';
	const { type } = message;
	if (typeof type !== 'string' || type === '') return 'The message has no type';
	if (eventHeader === undefined) return 'The X-Webhook-Event header is missing';
	if (eventHeader !== type) return 'The X-Webhook-Event header names another event';
	const event = EVENTS.find((name) => name === type);
	return event === undefined ? { unknownEvent: type } : { event, message };
}

function parse(body: Buffer): unknown {
	try {
		return JSON.parse(body.toString('utf8'));
	} catch {
		return undefined;
	}
}

/** Whether a delivery should start the workflow. */
export function passes({ event, message }: Delivery, filters: Filters): boolean {
	const call = isObject(message.call) ? message.call : {};
	const { toolNames, statuses, callTypes } = filters;
	if (!allows(callTypes, [call.type])) return false;
	if (event === 'status-update') return allows(statuses, [call.status]);
	if (event !== 'tool-calls') return true;
	return allows(
		toolNames,
		toolCallsOf(message).map(({ name }) => name),
	);
}

function allows(wanted: string[], found: unknown[]): boolean {
	return (
		wanted.length === 0 ||
		found.some((value) => typeof value === 'string' && wanted.includes(value))
	);
}
