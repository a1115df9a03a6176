import type { INodeExecutionData } from 'n8n-workflow';

import { isObject } from '../../../api/json';
import { ApiFailure, isApiFailure } from '../../../api/errors';
import { fillPath } from '../../../api/path';
import type { ItemRun } from '../../../operation/operation';

/** The API operation behind all commands (API docs: Call control; 10 a minute for each call). */
export const CONTROL = 'POST /calls/{callId}/control';

type Command = 'say' | 'inject-context' | 'transfer' | 'end-call';

/**
 * Sends a command to a live call. When the API refuses it (400: "call not active"), the call is read
 * once, so that the error can say what the call's status is.
 *
 * @throws InputError, ApiFailure
 */
export async function sendCommand(item: ItemRun, type: Command): Promise<INodeExecutionData[]> {
	const command = {
		method: 'POST' as const,
		path: '/calls/{callId}/control',
		body: { type },
		controlsCall: 'callId',
	};
	return await item.request(command).catch(async (error: unknown) => {
		throw isApiFailure(error) && error.facts.status === 400 ? await explained(error, item) : error;
	});
}

async function explained(error: ApiFailure, item: ItemRun): Promise<ApiFailure> {
	const status = await statusOfCall(item);
	if (status === undefined || status === 'in-progress') return error;
	return new ApiFailure({
		...error.facts,
		message: `${error.facts.message}. The status of this call is "${status}".`,
		advice:
			'Commands work only while the status of a call is "in-progress": from when somebody answers until the call ends. Nothing was done.',
	});
}

/** undefined when the call cannot be read either; the first error then says more. */
async function statusOfCall(item: ItemRun): Promise<string | undefined> {
	const path = fillPath('/calls/{callId}', { callId: String(item.parameter('callId')) });
	const call = await item.send({ method: 'GET', path }).catch(() => undefined);
	return isObject(call) && typeof call.status === 'string' ? call.status : undefined;
}
