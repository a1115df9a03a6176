import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/answer';
import type { ItemRun, Operation, RequestSpec } from '../operation';
import { callBody } from './callBody';
import { allowRepeatedCalls, approvalNotice, onceForAgent } from './repeatedCall';
import { startFields } from './startFields';

/** Bare `{success, call_id, status: "dialing"}` (API docs: Create outbound call). */
const outbound: RequestSpec = { method: 'POST', path: '/calls/outbound' };

/** The saved assistant is read when a part of its model, speech or voice settings is changed. */
export const START_CALLS = ['POST /calls/outbound', 'GET /assistants/{assistantId}'];

/**
 * POST /calls/outbound. Never repeated unless the API said that it did nothing: each one rings
 * somebody's phone.
 */
export const start: Operation = {
	name: 'Start',
	value: 'start',
	action: 'Start call',
	description: 'Call a phone number and let an assistant talk; goes on without waiting for the end',
	fields: [approvalNotice, ...startFields],
	options: [allowRepeatedCalls],
	run: async (item) => [{ json: await startCall(item) }],
	calls: START_CALLS,
	readsOnly: false,
};

/**
 * Dials what an operation with `startFields` describes.
 *
 * @returns the API's bare answer, with the new call's `call_id`
 * @throws InputError for input that is refused, before anything is dialled; ApiFailure
 */
export async function startCall(item: ItemRun): Promise<IDataObject> {
	const request = item.build(outbound);
	const body = await callBody(request.body ?? {}, item);
	return await onceForAgent(item, body, async () => {
		const answer = await item.send({ ...request, body });
		return isObject(answer) ? answer : {};
	});
}
