import { ApiFailure } from '../../../api/errors';
import { STARTED, type ItemRun } from '../../../operation/operation';
import type { OpenCall } from './readCalls';
import { startCall } from '../start/start';

const DIALLED_AT = 'dialledAt';

/** Name in an item's memory for when the call was made that stands for a new one, as the API says it. */
export const SKIPPED = 'skipped';

/**
 * Dials for an item, or finds the call that an earlier try of Retry On Fail dialled: a retry only waits.
 *
 * @throws ApiFailure; InputError before anything is dialled
 */
export async function dialForWait(item: ItemRun): Promise<OpenCall> {
	const { memory } = item;
	if (!memory.has(STARTED)) {
		const call = await startCall(item);
		memory.set(STARTED, idIn(call));
		memory.set(DIALLED_AT, Date.now());
		if (call.skipped === true) memory.set(SKIPPED, call.created_at);
	}
	return {
		id: String(memory.get(STARTED)),
		dialledAt: Number(memory.get(DIALLED_AT)),
		createdAt: memory.get(SKIPPED),
		items: [item],
	};
}

function idIn({ call_id: id }: Awaited<ReturnType<typeof startCall>>): string {
	if (typeof id === 'string' && id !== '') return id;
	throw new ApiFailure({
		message: 'HMS Sovereign took the call but did not say its ID, so its end cannot be waited for',
		advice:
			'The call was not dialled again. Look it up with Call: Get Many, or in the HMS Sovereign dashboard.',
		details: [],
		request: 'POST /calls/outbound',
		outcomeUnknown: true,
	});
}
