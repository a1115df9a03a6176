import type { IDataObject } from 'n8n-workflow';

import type { ItemRun } from '../../../operation/operation';

/** A call that is about to be dialled. */
export interface PlannedCall {
	/** E.164 */
	destination: string;
	/** ID of the saved assistant; undefined for a one-time assistant. */
	assistantId: string | undefined;
}

/** A call as far as it matters for whether to call again. */
export interface EarlierCall {
	id: IDataObject[string];
	status: IDataObject[string];
	/** When it was made by the API's clock, in milliseconds; Infinity when the API does not say. */
	at: number;
}

/** Why somebody is not called, on purpose. */
export type SkipReason = 'called-recently' | 'do-not-call' | 'outside-calling-hours';

export interface Skip {
	reason: SkipReason;
	/** From when on it would be allowed, in milliseconds, where time decides. */
	nextAllowedAt?: number;
	/** The call that stands for a new one. */
	earlier?: EarlierCall;
}

/**
 * Asked right before each dial.
 *
 * @returns why the call is skipped; undefined: go
 * @throws InputError, ApiFailure when the item is refused
 */
export type Guard = (
	planned: PlannedCall,
	item: ItemRun,
) => Skip | undefined | Promise<Skip | undefined>;
