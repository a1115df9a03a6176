/** API docs: Rate limits. */
const DOCUMENTED_LIMIT = 100;

/** Whoever has less than this part of a window shares the key with others. */
const ALMOST_ALL = 0.9;

/**
 * As many as came through in the last window are spread over this time: long enough for each process to
 * get its first before anybody gets a second. Where no answer says when a window ends, processes come
 * back less close together.
 */
const SPREAD_MS = { seen: 3_000, unseen: 18_000 };

/** Where no answer says how much is left, each that comes through lets the next come sooner. */
const SPEED_UP = 0.92;

/** When those come back that got nothing in the last window, and when the others. */
const RETURN_MS = { withNothing: [0, 500], others: [1_000, 2_000] };

/**
 * How one process shares a key with others that it cannot talk to (n8n's queue mode, other programs).
 * When a window is used up and most of it went to others, nobody takes at once all that is left, and
 * whoever got nothing comes first in the next window.
 */
export class Sharing {
	/** Whether most of the last window that was used up went to others. */
	isCrowded = false;

	/** What came through in this window, and in the last. */
	private own = 0;

	private ownOfLast = 0;

	/** What came through until the last window was used up, for when no answer says how much is left. */
	private room = Infinity;

	private startedAt = 0;

	/**
	 * Local time before which the next request should not start.
	 *
	 * @param isSeen whether answers say how much is left and when the window ends
	 */
	nextStart(isSeen: boolean): number {
		if (!this.isCrowded) return 0;
		const spacing = isSeen
			? SPREAD_MS.seen / Math.max(1, this.ownOfLast, this.own)
			: (SPREAD_MS.unseen / Math.max(1, this.ownOfLast)) * SPEED_UP ** this.own;
		return this.startedAt + spacing;
	}

	started(now: number): void {
		this.startedAt = now;
	}

	served(): void {
		this.own += 1;
	}

	windowIsOver(limit: number | undefined, isUsedUp: boolean): void {
		this.begin();
		this.isCrowded = isUsedUp && this.isLittle(this.ownOfLast, limit);
	}

	/**
	 * A 429. One that asks for seconds may be rounding, or the end of the window: only when it is followed
	 * by more, others use the key too.
	 *
	 * @param wasAhead whether it was the one request that goes ahead into a new window
	 * @param isSure whether the window was surely used up
	 */
	refused(limit: number | undefined, wasAhead: boolean, isSure: boolean): void {
		if (wasAhead && !isSure) return;
		if (!wasAhead) this.begin();
		this.isCrowded = isSure && this.isLittle(wasAhead ? 0 : this.ownOfLast, limit);
	}

	/** Whether, by what the last window gave, the next request may be the one too many. */
	isNearlyUsedUp(margin: number): boolean {
		return this.room > 2 * margin && this.own >= this.room - margin;
	}

	/** In which order, and not all in the same instant, processes come back. In milliseconds. */
	jitter(): number {
		if (!this.isCrowded) return 0;
		const [from, to] = this.ownOfLast === 0 ? RETURN_MS.withNothing : RETURN_MS.others;
		return from + Math.random() * (to - from);
	}

	private isLittle(own: number, limit = DOCUMENTED_LIMIT): boolean {
		return own < limit * ALMOST_ALL;
	}

	/** A window that was used up is over. */
	private begin(): void {
		this.startedAt = 0;
		this.ownOfLast = this.own;
		this.room = this.own > 0 ? this.own : this.room;
		this.own = 0;
	}
}
