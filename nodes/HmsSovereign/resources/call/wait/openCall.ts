import type { IDataObject } from 'n8n-workflow';

import { ApiFailure } from '../../../api/errors';
import { STARTED, type ItemRun } from '../../../operation/operation';
import type { Skip } from '../guards/guard';
import { dial, type BodyOf } from '../start/dial';

/** A call whose end is waited for. */
export interface OpenCall {
	id: string;
	/** E.164 */
	destination: string;
	/** When it was made, by the API's clock, in milliseconds. */
	madeAt: number;
	/** Local time in milliseconds at which it was dialled; of a call made earlier, when it was found. */
	openedAt: number;
	/** Whether this run dialled it, so that it counts for Calls at Once. */
	isOurs: boolean;
	/** Whose call it is; several where a number was not called again. */
	items: [ItemRun, ...ItemRun[]];
	/** As the API showed it last. */
	seen?: IDataObject;
	/** Local time in milliseconds at which it was first seen to be talking. */
	answeredAt?: number;
	/** Local time in milliseconds at which it was first seen to be over. */
	overAt?: number;
	/** How often it was asked for by itself. */
	lookedUp?: number;
}

/** An item for which nobody is called, and no earlier call stands for a new one. */
export interface NotCalled {
	destination: string;
	skip: Skip;
}

/** Names in an item's memory: its call as it was opened, and why no new one was made. */
const OPENED = 'opened';
const SKIP = 'skip';

type Opened = Pick<OpenCall, 'id' | 'destination' | 'madeAt' | 'openedAt' | 'isOurs'>;

/** The call that an earlier try of Retry On Fail dialled or found for an item: a retry only waits. */
export function openedBefore(item: ItemRun): OpenCall | undefined {
	const opened = item.memory.get(OPENED) as Opened | undefined;
	return opened && { ...opened, items: [item] };
}

/** Why an earlier call stands for an item's own. */
export function skipOf({ memory }: ItemRun): Skip | undefined {
	return memory.get(SKIP) as Skip | undefined;
}

/**
 * Dials for an item.
 *
 * @returns the call to wait for: the one dialled, or the earlier one that stands for it
 * @throws ApiFailure; InputError before anything is dialled
 */
export async function openCall(item: ItemRun, bodyOf: BodyOf): Promise<OpenCall | NotCalled> {
	const dialled = await dial(item, bodyOf);
	if ('answer' in dialled) {
		const { answer, destination } = dialled;
		return remembered(item, {
			id: idIn(answer),
			destination,
			madeAt: item.apiTime(),
			isOurs: true,
		});
	}
	const { destination, skip } = dialled;
	if (typeof skip.earlier?.id !== 'string') return dialled;
	item.memory.set(SKIP, skip);
	const { id, at: madeAt } = skip.earlier;
	return remembered(item, { id, destination, madeAt, isOurs: false });
}

function remembered(item: ItemRun, call: Omit<Opened, 'openedAt'>): OpenCall {
	const opened: Opened = { ...call, openedAt: Date.now() };
	item.memory.set(STARTED, call.id);
	item.memory.set(OPENED, opened);
	return { ...opened, items: [item] };
}

function idIn({ call_id: id }: IDataObject): string {
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
