import { RETRY } from './retry';

/** What API docs: Rate limits says of a window. */
const DOCUMENTED_WINDOW_MS = 60_000;

/** So many refusals in a row, or one that asks for more, are no rounding at the end of a window. */
const SURELY_USED_UP = 3;
const LONGER_THAN_ROUNDING_MS = 5_000;

/**
 * So many in a row take more than a window: others were there first whenever the next one began. From
 * then on it asks more often than they do.
 */
const GOT_NOTHING = 8;
const PAUSE_THEN_MS = 2_000;

/** The 429s in a row that a limit answered with, and how long to pause after the next. */
export class Refusals {
	private inARow = 0;

	/** Local time at which a window began, seen by the first answer after refusals. */
	private windowBeganAt?: number;

	/**
	 * How long to pause: as long as the answer asks, but never less than a pause that grows with each 429
	 * in a row, since a hint that did not help need not help the next time.
	 *
	 * @param asked milliseconds; 0 = the answer does not say
	 * @param isAlone whether this process alone uses the window up, so that it knows when it began
	 */
	pause(asked: number, isAlone: boolean, now: number): number {
		const pauses = RETRY.rateLimitBackoffMs;
		const longest = pauses[pauses.length - 1];
		// Told to wait long, a process need not be slow when that is over: others would get all again.
		this.inARow = asked > longest ? 0 : this.inARow + 1;
		const growing = pauses[Math.max(0, Math.min(this.inARow, pauses.length) - 1)];
		const least = this.inARow > GOT_NOTHING ? PAUSE_THEN_MS : growing;
		return Math.max(least, asked, isAlone ? this.untilNextWindow(now) : 0);
	}

	/** Whether the window is surely used up: it asks for long, or refuses again and again. */
	isUsedUp(asked: number): boolean {
		return asked > LONGER_THAN_ROUNDING_MS || this.inARow >= SURELY_USED_UP;
	}

	/** A request came through. */
	over(now: number): void {
		if (this.inARow >= SURELY_USED_UP) this.windowBeganAt = now;
		this.inARow = 0;
	}

	private untilNextWindow(now: number): number {
		if (this.windowBeganAt === undefined || this.inARow > 1) return 0;
		const ms = this.windowBeganAt + DOCUMENTED_WINDOW_MS - now;
		// What comes through then is the first in its window again.
		if (ms > 0) this.windowBeganAt += DOCUMENTED_WINDOW_MS;
		return Math.max(0, ms);
	}
}
