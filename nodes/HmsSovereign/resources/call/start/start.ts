import type { IDataObject } from 'n8n-workflow';

import { defaultCountryCode } from '../../../fields/phoneNumber';
import type { Operation } from '../../../operation/operation';
import { allowRepeatedCalls, approvalNotice } from '../guards/agentRepeat';
import { skipIfCalledWithin } from '../guards/calledRecently';
import { callingHours } from '../guards/callingHours';
import { doNotCall } from '../guards/doNotCall';
import { isoTime, skippedFields } from '../guards/skipped';
import { dial, type Dial } from './dial';
import { startFields } from './fields';
import { allowVariableMismatch } from './variables';

/**
 * The saved assistant is read when a part of its model, speech or voice settings is changed, the calls
 * when numbers called lately are to be skipped.
 */
export const START_CALLS = ['POST /calls/outbound', 'GET /assistants/{assistantId}', 'GET /calls'];

/** Options of each operation that dials. */
export const dialOptions = [
	allowRepeatedCalls,
	allowVariableMismatch,
	callingHours,
	defaultCountryCode,
	doNotCall,
	skipIfCalledWithin,
];

/** POST /calls/outbound, through the door that all calls take. */
export const start: Operation = {
	name: 'Start',
	value: 'start',
	action: 'Start call',
	description: 'Call a phone number and let an assistant talk; goes on without waiting for the end',
	fields: [approvalNotice, ...startFields],
	options: dialOptions,
	run: async (item) => [{ json: outputOf(await dial(item)) }],
	calls: START_CALLS,
	readsOnly: false,
};

/** The API's bare answer with the number called, so that a table can be joined. */
function outputOf(dialled: Dial): IDataObject {
	const { destination } = dialled;
	if ('answer' in dialled) return { ...dialled.answer, destination };
	const { earlier } = dialled.skip;
	return {
		...(earlier && { success: true, call_id: earlier.id, status: earlier.status }),
		destination,
		...skippedFields(dialled.skip),
		...(earlier && Number.isFinite(earlier.at) && { created_at: isoTime(earlier.at) }),
	};
}
