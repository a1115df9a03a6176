import type { IDataObject } from 'n8n-workflow';
import { createHash } from 'node:crypto';

import { isObject } from '../../api/json';
import type { Delivery } from './events';

/**
 * What tells a delivery from all others. No delivery has an id of its own; the docs' advice is call id,
 * type, and status or tool call ids. Ids of tool calls are not said to be unique within a call, so all
 * that a tool call consists of belongs to it, and the time of the message. Where a part is missing, the
 * whole message stands for it.
 *
 * @returns a digest, which takes the same room for every delivery
 */
export function identityOf({ event, message }: Delivery): string {
	const identity = JSON.stringify([event, partsOf(event, message) ?? message]);
	return createHash('sha256').update(identity).digest('base64url');
}

function partsOf(event: Delivery['event'], message: IDataObject): unknown[] | undefined {
	const { id, status } = isObject(message.call) ? message.call : {};
	if (!isGiven(id)) return undefined;
	if (event === 'tool-calls') return [id, message.timestamp, message.tool_call_list];
	if (event !== 'status-update') return [id];
	return isGiven(status) ? [id, status] : undefined;
}

function isGiven(value: unknown): boolean {
	return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
}
