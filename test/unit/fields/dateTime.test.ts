import fc from 'fast-check';

import { toIsoTime } from '../../../nodes/HmsSovereign/fields/values/dateTime';

/**
 * What the clock on the wall shows comes from Intl, the time zones of the JavaScript engine: the node
 * reads dates with another library, so the two can only agree on what is right.
 */

const SEED = { seed: 20261125, numRuns: 300 };
const DAY_MS = 86_400_000;
const ZONES = [
	...['UTC', 'Europe/Amsterdam', 'Europe/London', 'America/New_York', 'America/St_Johns'],
	...['Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Asia/Tokyo'],
	// Their clocks are changed at midnight, so a day may begin at 1:00 or have 23:59 twice.
	...['America/Sao_Paulo', 'Asia/Beirut', 'America/Havana', 'America/Asuncion', 'Africa/Cairo'],
];

const clocks = new Map(
	ZONES.map((timeZone) => [
		timeZone,
		new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
	]),
);

/** `2026-01-31 09:00:00`, as it is in the zone. */
const wall = (ms: number, zone: string) => clocks.get(zone)?.format(ms) ?? '';

/** How far the zone is ahead of UTC. */
const offset = (ms: number, zone: string) =>
	Date.parse(`${wall(ms, zone).replace(' ', 'T')}Z`) - Math.floor(ms / 1000) * 1000;

const zones = fc.constantFrom(...ZONES);
/** Whole seconds, taken as what a clock on the wall shows. */
const clockTimes = fc
	.integer({ min: Date.UTC(1975, 0) / 1000, max: Date.UTC(2037, 0) / 1000 })
	.map((seconds) => new Date(seconds * 1000).toISOString().slice(0, 19));
/** Where clocks are changed in most of the zones: the weeks from the middle of these months. */
const days = fc.oneof(
	fc.integer({ min: Date.UTC(1975, 0) / DAY_MS, max: Date.UTC(2037, 0) / DAY_MS }),
	fc
		.tuple(fc.integer({ min: 1980, max: 2036 }), fc.constantFrom(2, 9, 10), fc.nat(30))
		.map(([year, month, day]) => Date.UTC(year, month, 1 + day) / DAY_MS),
);
const isoDay = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** A spreadsheet counts days from 30 December 1899. */
const serial = (clock: string) => (Date.parse(`${clock}Z`) - Date.UTC(1899, 11, 30)) / DAY_MS;
const read = (entered: unknown, zone: string, end = false) =>
	Date.parse(toIsoTime(entered, { zone, end }) ?? '');

describe('a date and time', () => {
	const SPELLINGS: Array<[string, (clock: string) => unknown]> = [
		['ISO', (clock) => clock],
		['the date picker', (clock) => clock.replace('T', ' ')],
		['a spreadsheet’s number', serial],
		['a spreadsheet’s number as text', (clock) => String(serial(clock))],
	];

	test.each(SPELLINGS)('of %s is what the clock in the zone shows then', (_, spelled) => {
		fc.assert(
			fc.property(clockTimes, zones, (clock, zone) => {
				// A number without a fraction is a day.
				fc.pre(!clock.endsWith('00:00:00'));
				const ms = read(spelled(clock), zone);
				const before = offset(ms - DAY_MS, zone);
				const after = offset(ms + DAY_MS, zone);
				const meant = [before, after].map((ahead) => Date.parse(`${clock}Z`) - ahead);
				// An hour that is left out when clocks go forward is counted on from before.
				const exists = meant.some((one) => wall(one, zone) === clock.replace('T', ' '));
				if (exists) expect(wall(ms, zone)).toBe(clock.replace('T', ' '));
				else expect(ms).toBe(meant[0]);
			}),
			SEED,
		);
	});

	test('with an offset, as Unix time or as Date is the same moment in every zone', () => {
		fc.assert(
			fc.property(clockTimes, zones, fc.integer({ min: -11, max: 13 }), (clock, zone, hours) => {
				const sign = hours < 0 ? '-' : '+';
				const text = `${clock}${sign}${String(Math.abs(hours)).padStart(2, '0')}:30`;
				const ms = Date.parse(text);
				expect(read(text, zone)).toBe(ms);
				expect(read(new Date(ms), zone)).toBe(ms);
				expect(read(String(new Date(ms)), zone)).toBe(ms);
				if (ms >= 1e11) expect([read(ms, zone), read(ms / 1000, zone)]).toEqual([ms, ms]);
			}),
			SEED,
		);
	});
});

describe('a day without a time', () => {
	test.each<[string, (day: number) => unknown]>([
		['ISO', isoDay],
		['a spreadsheet’s number', (day) => serial(`${isoDay(day)}T00:00:00`)],
	])('of %s is all of it: not a moment of the days around it', (_, spelled) => {
		fc.assert(
			fc.property(days, zones, (day, zone) => {
				const [from, to] = [read(spelled(day), zone), read(spelled(day), zone, true)];
				const dayAt = (ms: number) => wall(ms, zone).slice(0, 10);
				expect([dayAt(from), dayAt(to)]).toEqual([isoDay(day), isoDay(day)]);
				expect(dayAt(from - 1)).toBe(isoDay(day - 1));
				expect(dayAt(to + 1)).toBe(isoDay(day + 1));
			}),
			{ ...SEED, numRuns: 600 },
		);
	});
});

describe('days on which clocks are changed', () => {
	test.each([
		['2026-03-29', 'Europe/Amsterdam', 23, '2026-03-28T23:00:00.000Z'],
		['2026-10-25', 'Europe/Amsterdam', 25, '2026-10-24T22:00:00.000Z'],
		['2026-10-04', 'Australia/Lord_Howe', 23.5, '2026-10-03T13:30:00.000Z'],
		// 23:00 comes twice.
		['2018-02-17', 'America/Sao_Paulo', 25, '2018-02-17T02:00:00.000Z'],
		// 0:00 comes twice, or not at all.
		['2026-11-01', 'America/Havana', 25, '2026-11-01T04:00:00.000Z'],
		['2026-10-31', 'America/Havana', 24, '2026-10-31T04:00:00.000Z'],
		['2026-03-08', 'America/Havana', 23, '2026-03-08T05:00:00.000Z'],
	])('%s in %s has %d hours', (day, zone, hours, from) => {
		expect(toIsoTime(day, { zone })).toBe(from);
		const to = Date.parse(from) + hours * 3_600_000 - 1;
		expect(read(day, zone, true)).toBe(to);
	});
});

describe('what is no day', () => {
	test('a day that no month has is refused, and every other one is read', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1900, max: 2100 }),
				fc.nat(13),
				fc.nat(32),
				(year, month, day) => {
					const two = (value: number) => String(value).padStart(2, '0');
					const text = `${year}-${two(month)}-${two(day)}`;
					const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
					const exists = day >= 1 && day <= (lengths[month - 1] ?? 0);
					if (exists) expect(toIsoTime(text, { zone: 'UTC' })).toBe(`${text}T00:00:00.000Z`);
					else expect(() => toIsoTime(text, { zone: 'UTC' })).toThrow('does not exist');
				},
			),
			SEED,
		);
	});

	test.each([19_999, 80_000, 99_999_999, -1, 2026, 1e13, 0.5, '12', '03/04/2026', '3.4.26', 'now'])(
		'%j is refused',
		(entered) => {
			expect(() => toIsoTime(entered, { zone: 'UTC' })).toThrow();
		},
	);
});

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
