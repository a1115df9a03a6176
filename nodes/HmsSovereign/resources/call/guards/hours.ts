import { wallClock, type WallClock } from './wallClock';

/** When people may be called. */
export interface Hours {
	/** Minutes since midnight. */
	from: number;
	/** Minutes since midnight, not included; before `from` it is on the next day. */
	to: number;
	/** Days on which it begins; 0 is Sunday. */
	days: number[];
	/** IANA name. */
	timeZone: string;
}

const MINUTE_MS = 60_000;
const DAY = 24 * 60;

/** Clocks are put forward by three hours at most, so a leap through time that ends earlier misses nothing. */
const MARGIN = 3 * 60;

/** Whether clocks on the wall are within the hours. */
export function isWithin(at: number, hours: Hours): boolean {
	const { from, to, days, timeZone } = hours;
	const { day, minute } = wallClock(at, timeZone);
	if (from < to) return days.includes(day) && minute >= from && minute < to;
	const yesterday = (day + 6) % 7;
	return (days.includes(day) && minute >= from) || (days.includes(yesterday) && minute < to);
}

/**
 * The first minute from a moment on that is within the hours, clocks that are put forward or back
 * included.
 *
 * @param at milliseconds since 1970
 */
export function nextWithin(at: number, hours: Hours): number {
	if (isWithin(at, hours)) return at;
	let next = Math.ceil(at / MINUTE_MS) * MINUTE_MS;
	while (!isWithin(next, hours)) {
		const left = minutesToStart(wallClock(next, hours.timeZone), hours) - MARGIN;
		next += Math.max(1, left) * MINUTE_MS;
	}
	return next;
}

/** By the clock on the wall, as if nobody ever put it forward or back. */
function minutesToStart({ day, minute }: WallClock, { from, days }: Hours): number {
	const week = 7 * DAY;
	return Math.min(...days.map((start) => ((start - day) * DAY + from - minute + 2 * week) % week));
}
