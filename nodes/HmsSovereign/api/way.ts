import type { Attempt } from './attempt';
import type { Line } from './line';
import { limitWords } from './limitWords';
import { lineOfCall, type KeyLines } from './lines';
import type { Sent } from './rateLimit';
import type { Stopped, WaitClock } from './wait';

interface Place {
	line: Line;
	place: number;
	clock: WaitClock;
	sent?: Sent;
}

/** Clocks of the waits, by the limit that holds a request back. */
export interface Waits {
	key: WaitClock;
	call: WaitClock;
}

/**
 * The lines that one request waits in, and its places there, however often it is sent: its key's, and
 * before that its call's when it is a control command (API docs: Rate limits).
 */
export class Way {
	private readonly key: Place;

	private readonly call?: Place;

	constructor(lines: KeyLines, controlsCall: string | undefined, waits: Waits) {
		this.key = placeIn(lines.key, waits.key);
		if (controlsCall !== undefined) {
			this.call = placeIn(lineOfCall(lines, controlsCall), waits.call);
		}
	}

	/** @throws StoppedError */
	async enter(stopped?: Stopped): Promise<void> {
		const places = [this.call, this.key].filter((place) => place !== undefined);
		let isIn = false;
		try {
			for (const place of places) {
				place.sent = await place.line.enter(place.place, place.clock, stopped);
			}
			isIn = true;
		} finally {
			// Stopped in the key's line: the place in the call's is given back.
			if (!isIn) places.forEach(leave);
		}
	}

	/**
	 * Tells the lines what came of the request. What the answer to a control command says may be about
	 * the call's own limit, so the key's line learns from it no more than that the key is not held back.
	 *
	 * @returns how long a 429 closes the line, in milliseconds; 0 for anything else
	 */
	cameOut(result: Attempt): number {
		if (this.call === undefined) return tell(this.key, result);
		if (result.kind === 'answer' && result.status !== 429) {
			tell(this.key, { ...result, headers: {}, body: undefined });
		} else leave(this.key);
		return tell(this.call, result);
	}
}

function placeIn(line: Line, clock: WaitClock): Place {
	return { line, place: line.place(), clock };
}

function leave(place: Place): void {
	if (place.sent !== undefined) place.line.ended(place.sent);
	place.sent = undefined;
}

function tell(place: Place, result: Attempt): number {
	const { line, sent } = place;
	if (result.kind === 'noAnswer' || sent === undefined) {
		leave(place);
		return 0;
	}
	place.sent = undefined;
	const words = limitWords(result.headers, result.body, Date.now());
	if (result.status === 429) return line.refused(sent, words);
	line.served(sent, words);
	return 0;
}
