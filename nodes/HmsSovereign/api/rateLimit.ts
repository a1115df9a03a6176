import type { LimitWords } from './limitWords';
import { Refusals } from './refusals';
import { Sharing } from './sharing';

/** At once before the first answer, and as long as no answer says how much is left. */
const HANDFUL = 8;

/** At once when the window has room for more. */
export const MOST_AT_ONCE = 50;

/** Whoever comes later than this after a window's end is not too early by rounding. */
const SURELY_OVER_MS = 1_500;

/** Headers have whole seconds. */
const ROUNDING_MS = 1_000;

/** How long counts are not believed that were seen to be wrong. */
const DISTRUST_MS = 10 * 60_000;

/** Windows in a row that are said to be used up with our first request, until that is not believed. */
const EMPTY_WINDOWS = 2;

/** Handed out for a request that is sent, and taken back with what came of it. */
export interface Sent {
	turn: number;
	/** Local time. */
	at: number;
}

/**
 * Keeps requests within one limit (API docs: Rate limits; 100 a minute per key, 10 control commands a
 * minute per call) by what the API's own answers say. It knows no timer: whoever sends asks it first and
 * tells it what came of it.
 *
 * - Before the first answer, and while no answer says how much is left, a handful is under way.
 * - Then as many as the window has room for. When it is over, one goes ahead of the others, because a
 *   rounded header can be early; its answer says how much room the new window has.
 * - After a 429 nothing goes until the pause is over, and then one ahead again.
 * - When others use up the same key, what is left is spread over the time that is left (`Sharing`).
 */
export class Gate {
	/** cold: nothing known. ahead: one goes ahead of the others. open: answers say how many. */
	private state: 'cold' | 'ahead' | 'open' = 'cold';

	private limit?: number;

	/** Left in this window by the last answer. */
	private remaining?: number;

	/** Local time at which the window ends. */
	private endsAt?: number;

	/** The window's end in the API's words, to tell answers of the last window from those of this one. */
	private windowEnd?: number;

	/** Counts windows and 429s, to know which of them a request was sent in. */
	private turn = 0;

	private underWay = 0;

	private underWayInTurn = 0;

	private closedUntil = 0;

	private distrustedUntil = 0;

	private emptyWindows = 0;

	/** Whether the window's end was told by whole seconds from its first request, and whether that is right. */
	private readonly wholeSeconds = { used: false, areRight: true };

	/** What told the time at which one goes ahead. */
	private readonly opening = { byWords: false, byWholeSeconds: false };

	/** Added to what the API says: it rounds down. */
	private roundedDownMs = 0;

	private readonly refusals = new Refusals();

	private readonly sharing = new Sharing();

	/** Milliseconds until a request may start; 0 = now, Infinity = when an answer under way has come. */
	delay(now: number): number {
		if (this.endsAt !== undefined && now >= this.endsAt) this.windowIsOver(this.endsAt, now);
		const remaining = this.believed(now);
		const opensAt = Math.max(this.closedUntil, this.sharing.nextStart(remaining !== undefined));
		if (opensAt > now) return opensAt - now;
		if (!this.mayStartAnother(remaining)) return Infinity;
		// Requests under way may not be counted in the last `Remaining` yet, so each takes a place.
		const hasRoom = remaining === undefined || remaining > this.underWayInTurn;
		return hasRoom ? 0 : (this.endsAt ?? Infinity) - now;
	}

	started(now: number): Sent {
		this.underWay += 1;
		this.underWayInTurn += 1;
		this.sharing.started(now);
		return { turn: this.turn, at: now };
	}

	/** The request got no answer, or one that does not tell of this limit. */
	ended({ turn }: Sent): void {
		this.underWay -= 1;
		if (turn === this.turn) this.underWayInTurn -= 1;
	}

	/** The limit let the request through. */
	served(sent: Sent, words: LimitWords, now: number): void {
		this.ended(sent);
		this.sharing.served();
		const isOfTurn = sent.turn === this.turn;
		if (isOfTurn) {
			this.refusals.over(now);
			if (this.state === 'ahead') this.doubtEmptyWindow(words, now);
			this.state = 'open';
		} else if (this.state === 'cold') this.state = 'open';
		this.read(words, isOfTurn, now, now - sent.at);
	}

	/**
	 * The limit refused the request: a 429.
	 *
	 * @returns how long nothing goes, in milliseconds
	 */
	refused(sent: Sent, words: LimitWords, now: number): number {
		this.ended(sent);
		if (words.remaining !== undefined && words.remaining > 0) {
			this.distrustedUntil = now + DISTRUST_MS;
		}
		this.limit = words.limit ?? this.limit;
		const asked = words.retryInMs ?? words.resetInMs ?? 0;
		if (sent.turn !== this.turn) {
			// Sent before the 429 that closed the gate: nothing new, unless it asks for more.
			this.close(asked, now);
			return this.closedUntil - now;
		}
		const wasAhead = this.state === 'ahead';
		if (wasAhead && asked <= ROUNDING_MS) this.wasTooEarly();
		const { isCrowded } = this.sharing;
		const pause = this.refusals.pause(asked && asked + this.rounding(), !isCrowded, now);
		this.sharing.refused(this.limit, wasAhead, this.refusals.isUsedUp(asked));
		this.newTurn('ahead');
		this.opening.byWords = asked > 0;
		this.close(pause + this.sharing.jitter(), now);
		return pause;
	}

	/** Whether no request is under way. */
	isIdle(): boolean {
		return this.underWay === 0;
	}

	private believed(now: number): number | undefined {
		return now < this.distrustedUntil ? undefined : this.remaining;
	}

	private mayStartAnother(remaining: number | undefined): boolean {
		if (this.state === 'ahead') return this.underWayInTurn === 0;
		const isKnown = this.state === 'open' && remaining !== undefined;
		if (isKnown) return this.underWay < MOST_AT_ONCE;
		return this.underWay < (this.sharing.isNearlyUsedUp(HANDFUL) ? 1 : HANDFUL);
	}

	private windowIsOver(endedAt: number, now: number): void {
		this.sharing.windowIsOver(this.limit, this.believed(now) === 0);
		const isLongAgo = now - endedAt > SURELY_OVER_MS;
		this.opening.byWords = true;
		this.opening.byWholeSeconds = this.wholeSeconds.used;
		this.newTurn(isLongAgo ? 'cold' : 'ahead');
		if (!isLongAgo) this.close(this.sharing.jitter(), endedAt);
	}

	private newTurn(state: 'cold' | 'ahead'): void {
		this.state = state;
		this.turn += 1;
		this.underWayInTurn = 0;
		this.remaining = undefined;
		this.endsAt = undefined;
		this.wholeSeconds.used = false;
	}

	/** One that went ahead at the time that was told found the window not over. */
	private wasTooEarly(): void {
		if (this.opening.byWholeSeconds) this.wholeSeconds.areRight = false;
		else if (this.opening.byWords) this.roundedDownMs = ROUNDING_MS;
		this.opening.byWholeSeconds = false;
	}

	private close(ms: number, now: number): void {
		this.closedUntil = Math.max(this.closedUntil, now + ms);
	}

	/** Said to be empty again and again right after our first request, it is not: the count is wrong. */
	private doubtEmptyWindow({ remaining, limit = 0 }: LimitWords, now: number): void {
		this.emptyWindows = remaining === 0 && limit > 1 ? this.emptyWindows + 1 : 0;
		if (this.emptyWindows >= EMPTY_WINDOWS) this.distrustedUntil = now + DISTRUST_MS;
	}

	private read(words: LimitWords, isOfTurn: boolean, now: number, tookMs: number): void {
		const { remaining, resetInMs, windowEnd } = words;
		this.limit = words.limit ?? this.limit;
		if (remaining === undefined || resetInMs === undefined) return;
		const isLate = windowEnd === undefined ? !isOfTurn : windowEnd < (this.windowEnd ?? -Infinity);
		if (isLate) return;

		const isSameWindow = windowEnd === this.windowEnd && this.endsAt !== undefined;
		// Only one request can be the last of a window.
		if (isSameWindow && remaining === 0 && this.remaining === 0)
			this.distrustedUntil = now + DISTRUST_MS;
		this.windowEnd = windowEnd;
		this.remaining = isSameWindow ? Math.min(this.remaining ?? remaining, remaining) : remaining;
		const endsAt = now + this.untilEnd(words, resetInMs, tookMs);
		// The API's `Date` is rounded down to whole seconds, so that the earliest end is the nearest.
		this.endsAt = isSameWindow ? Math.min(this.endsAt ?? endsAt, endsAt) : endsAt;
	}

	/** Who shares a key is rather too early than later than the others. */
	private rounding(): number {
		return this.sharing.isCrowded ? 0 : this.roundedDownMs;
	}

	/**
	 * A reset rounded up to whole seconds is up to a second late. A window that our request opened ends
	 * whole seconds after it, if windows begin with a request; if not, the next 429 tells. It was opened
	 * at some time between sending and answer: how many seconds must be the same for both.
	 */
	private untilEnd(
		{ remaining, limit = 0 }: LimitWords,
		resetInMs: number,
		tookMs: number,
	): number {
		const seconds = Math.floor(resetInMs / ROUNDING_MS);
		const isSure = seconds > 0 && seconds === Math.floor((resetInMs + tookMs) / ROUNDING_MS);
		const isFirst = remaining === limit - 1;
		if (!isFirst || !isSure || !this.wholeSeconds.areRight) return resetInMs + this.rounding();
		this.wholeSeconds.used = true;
		return seconds * ROUNDING_MS;
	}
}
