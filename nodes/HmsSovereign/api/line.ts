import { sleep } from 'n8n-workflow';

import type { LimitWords } from './limitWords';
import { Gate, type Sent } from './rateLimit';
import { StoppedError, type Stopped, type WaitClock } from './wait';

/** Longest time between a user's Stop and the end of any wait, with room to the 250 ms promised. */
const SLICE_MS = 100;

interface Waiting {
	place: number;
	stopped?: Stopped;
	clock: WaitClock;
	go: (sent: Sent) => void;
	stop: (error: StoppedError) => void;
}

/**
 * Those who wait at a gate, first come first served, of all executions in this process. A request that
 * was answered with 429 keeps its place, so that it does not starve behind newer ones.
 */
export class Line {
	private readonly gate = new Gate();

	private readonly waiting: Waiting[] = [];

	private places = 0;

	/** Local time of the next look; Infinity = none is planned. */
	private nextLookAt = Infinity;

	private wasClosed = false;

	/** A place at the end of the line, for as long as a request is tried. */
	place(): number {
		this.places += 1;
		return this.places;
	}

	/**
	 * Waits for the gate. Whoever comes out counts as under way until told otherwise.
	 *
	 * @param clock told while the limit, and not only an answer that is awaited, holds it back
	 * @throws StoppedError within 250 ms after `stopped` turns true
	 */
	async enter(place: number, clock: WaitClock, stopped?: Stopped): Promise<Sent> {
		if (stopped?.() === true) throw new StoppedError();
		return await new Promise<Sent>((go, stop) => {
			const before = this.waiting.findIndex((other) => other.place > place);
			const at = before === -1 ? this.waiting.length : before;
			this.waiting.splice(at, 0, { place, stopped, clock, go, stop });
			this.wasClosed = false;
			this.look();
		});
	}

	/** Nothing was learned of this limit. */
	ended(sent: Sent): void {
		this.gate.ended(sent);
		this.lookSoon();
	}

	served(sent: Sent, words: LimitWords): void {
		this.gate.served(sent, words, Date.now());
		this.lookSoon();
	}

	/** @returns how long nothing goes, in milliseconds */
	refused(sent: Sent, words: LimitWords): number {
		const pause = this.gate.refused(sent, words, Date.now());
		this.lookSoon();
		return pause;
	}

	/** Whether nobody uses it. */
	isIdle(): boolean {
		return this.waiting.length === 0 && this.gate.isIdle();
	}

	/** Lets in whoever may go, and plans the next look. */
	private look(): void {
		const now = Date.now();
		this.dropStopped();
		while (this.waiting.length > 0 && this.gate.delay(now) === 0) {
			const [next] = this.waiting.splice(0, 1);
			next.clock.end(next);
			next.go(this.gate.started(now));
		}
		if (this.waiting.length > 0) this.wait(this.gate.delay(now), now);
	}

	private dropStopped(): void {
		for (const waiting of this.waiting.filter(({ stopped }) => stopped?.() === true)) {
			this.waiting.splice(this.waiting.indexOf(waiting), 1);
			waiting.clock.end(waiting);
			waiting.stop(new StoppedError());
		}
	}

	private wait(delay: number, now: number): void {
		this.tellClocks(Number.isFinite(delay));
		const canStop = this.waiting.some(({ stopped }) => stopped !== undefined);
		const ms = canStop ? Math.min(delay, SLICE_MS) : delay;
		if (Number.isFinite(ms)) this.plan(ms, now);
	}

	/** Not at once: an answer may be a failure that stops those who wait. */
	private lookSoon(): void {
		if (this.waiting.length > 0) this.plan(0, Date.now());
	}

	private plan(ms: number, now: number): void {
		if (now + ms >= this.nextLookAt) return;
		this.nextLookAt = now + ms;
		const planned = this.nextLookAt;
		void sleep(ms).then(() => {
			if (this.nextLookAt !== planned) return;
			this.nextLookAt = Infinity;
			this.look();
		});
	}

	private tellClocks(isClosed: boolean): void {
		if (isClosed === this.wasClosed) return;
		this.wasClosed = isClosed;
		for (const waiting of this.waiting) {
			if (isClosed) waiting.clock.begin(waiting);
			else waiting.clock.end(waiting);
		}
	}
}
