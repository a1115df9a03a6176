import type { IDataObject } from 'n8n-workflow';

import type { ItemRun } from '../../../operation/operation';
import type { EarlierCall } from './guard';

/** How many dials a process remembers, oldest forgotten first: hours at 100 requests a minute, 5 MB. */
const MOST_CLAIMS = 20_000;

/** What this process knows of the last dial to a number. */
export interface Claim {
	/** Local time in milliseconds at which it was claimed. */
	at: number;
	/** Doubtful: the answer was lost, and the phone may have rung. */
	state: 'dialling' | 'dialled' | 'doubtful';
	/** Local time in milliseconds at which it was known what became of it. */
	settledAt?: number;
	/** Of a number that was dialled. */
	call?: EarlierCall;
}

/** By account and number; what the API's list of calls will show only some time after the dial. */
const claims = new Map<string, Claim>();

/** The last dial to a number, by whichever execution of this process. */
export function claimOf(number: string, { account }: ItemRun): Claim | undefined {
	return claims.get(keyOf(number, account));
}

/** A number while it is being dialled: what became of it is told once. */
export interface Dialling {
	/** @param answer of the API, which may have left anything out; `at` is the API's time */
	dialled: (answer: IDataObject, at: number) => void;
	doubtful: () => void;
	/** It was not dialled. */
	release: () => void;
}

/**
 * Claims a number for a dial.
 *
 * @param known the claim that was found when it was decided to dial
 * @returns undefined when another execution has claimed the number since
 */
export function claim(
	number: string,
	{ account }: ItemRun,
	known: Claim | undefined,
): Dialling | undefined {
	const key = keyOf(number, account);
	if (claims.get(key) !== known) return undefined;
	const mine: Claim = { at: Date.now(), state: 'dialling' };
	put(key, mine);
	const settle = (state: Claim['state'], call?: EarlierCall) =>
		put(key, { ...mine, state, call, settledAt: Date.now() });
	return {
		dialled: ({ call_id: id = null, status = 'dialing' }, createdAt) =>
			settle('dialled', { id, status, at: createdAt }),
		doubtful: () => settle('doubtful'),
		release: () => (known === undefined ? claims.delete(key) : put(key, known)),
	};
}

/** The newest stand last. */
function put(key: string, entry: Claim): void {
	claims.delete(key);
	claims.set(key, entry);
	const [oldest] = claims.keys();
	if (claims.size > MOST_CLAIMS) claims.delete(oldest);
}

function keyOf(number: string, account: string): string {
	return `${account} ${number}`;
}
