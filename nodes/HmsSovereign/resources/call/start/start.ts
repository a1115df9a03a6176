import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../api/json';
import { defaultCountryCode } from '../../../fields/phoneNumber';
import type { ApiRequest } from '../../../api/request';
import type { ItemRun, Operation, RequestSpec } from '../../../operation/operation';
import { callBody } from './body';
import {
	forgetRecentCalls,
	noteCall,
	recentCallTo,
	skipIfCalledWithin,
} from '../guards/calledRecently';
import {
	allowRepeatedCalls,
	approvalNotice,
	mayHaveRung,
	onceForAgent,
} from '../guards/agentRepeat';
import { startFields } from './fields';

/** Bare `{success, call_id, status: "dialing"}` (API docs: Create outbound call). */
const outbound: RequestSpec = { method: 'POST', path: '/calls/outbound' };

/**
 * The saved assistant is read when a part of its model, speech or voice settings is changed, the calls
 * when numbers called lately are to be skipped.
 */
export const START_CALLS = ['POST /calls/outbound', 'GET /assistants/{assistantId}', 'GET /calls'];

/** Options of each operation that dials. */
export const startOptions = [allowRepeatedCalls, defaultCountryCode, skipIfCalledWithin];

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
	options: startOptions,
	run: async (item) => [{ json: await startCall(item) }],
	calls: START_CALLS,
	readsOnly: false,
};

/**
 * Dials what an operation with `startFields` describes.
 *
 * @returns the API's bare answer, with the new call's `call_id`; for a number that was called lately the
 *   same with the earlier call's, its `created_at`, and `skipped`
 * @throws InputError for input that is refused, before anything is dialled; ApiFailure
 */
export async function startCall(item: ItemRun): Promise<IDataObject> {
	const request = item.build(outbound);
	const earlier = await recentCallTo(request.body?.destination, item);
	if (earlier !== undefined) return skipped(earlier);
	const body = await callBody(request.body ?? {}, item);
	const answer = await onceForAgent(item, body, async () => await dial({ ...request, body }, item));
	noteCall(body.destination, answer, item);
	return answer;
}

async function dial(request: ApiRequest, item: ItemRun): Promise<IDataObject> {
	const answer = await item.send(request).catch((error: unknown) => {
		if (mayHaveRung(error)) forgetRecentCalls(item);
		throw error;
	});
	return isObject(answer) ? answer : {};
}

function skipped({ id, status, created_at }: IDataObject): IDataObject {
	return { success: true, call_id: id, status, skipped: true, created_at };
}
