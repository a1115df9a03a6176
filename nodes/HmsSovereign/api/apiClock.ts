/** Differences below this are the header's: it has whole seconds, and an answer is some time under way. */
const PRECISION_MS = 2_000;

/** The API's clock, as its answers tell it in `Date`. A wrong local clock then does no harm. */
export class ApiClock {
	private aheadMs = 0;

	/** @param date the header of an answer that has just arrived */
	heard(date: string | undefined, now: number): void {
		const theirs = Date.parse(date ?? '');
		if (Number.isNaN(theirs)) return;
		const aheadMs = theirs - now;
		this.aheadMs = Math.abs(aheadMs) < PRECISION_MS ? 0 : aheadMs;
	}

	/** Milliseconds since 1970; the local time before the first answer. */
	now(): number {
		return Date.now() + this.aheadMs;
	}
}
