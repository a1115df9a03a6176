/** A moment as clocks on the wall show it in some place. */
export interface WallClock {
	/** 0 is Sunday. */
	day: number;
	/** Minutes since midnight. */
	minute: number;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** By zone, of which there are some hundreds; making one is slow. */
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * @param at milliseconds since 1970
 * @param timeZone IANA name that is known to exist
 */
export function wallClock(at: number, timeZone: string): WallClock {
	const parts = formatFor(timeZone).formatToParts(at);
	const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
	return {
		day: DAYS.indexOf(part('weekday')),
		minute: Number(part('hour')) * 60 + Number(part('minute')),
	};
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
	const known = formats.get(timeZone);
	if (known !== undefined) return known;
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone,
		weekday: 'short',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
	});
	formats.set(timeZone, format);
	return format;
}
