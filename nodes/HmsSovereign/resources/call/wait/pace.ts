import type { OpenCall } from './openCall';

/** The pauses between two looks: short calls are seen soon, long ones cost little. */
const PAUSE = { firstMs: 2_000, growth: 1.4, longestMs: 15_000 };

/** While a call is over and its summary is being written, which takes seconds. */
const PAUSE_FOR_SUMMARY_MS = 4_000;

/**
 * While somebody waits for a free place: an eighth of a call as long as those so far. A place then stays
 * empty for a sixteenth of a call on average, and ten calls at once cost less than a look each.
 */
const SHARE_OF_CALL = 1 / 8;

/** How long to pause between two looks at the calls that go on. */
export class Pace {
	private looks = 0;

	private ended = 0;

	private endedMs = 0;

	/** Takes down how long a call took, from the dial on, in milliseconds. */
	callEnded(ms: number): void {
		this.ended += 1;
		this.endedMs += ms;
	}

	/** @param isQueued whether somebody waits for a call to end @returns milliseconds */
	pause(isQueued: boolean, open: Map<string, OpenCall>): number {
		if (isQueued && this.ended > 0) {
			this.looks = 0;
			return within(SHARE_OF_CALL * (this.endedMs / this.ended));
		}
		const pause = within(PAUSE.firstMs * PAUSE.growth ** this.looks);
		this.looks += 1;
		if (isQueued) return pause;
		const isAwaitingSummary = [...open.values()].some(({ overAt }) => overAt !== undefined);
		return isAwaitingSummary ? Math.min(pause, PAUSE_FOR_SUMMARY_MS) : pause;
	}
}

function within(ms: number): number {
	return Math.min(PAUSE.longestMs, Math.max(PAUSE.firstMs, ms));
}
