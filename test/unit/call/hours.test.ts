import fc from 'fast-check';
import { tryToParseDateTime } from 'n8n-workflow';

import {
	isWithin,
	nextWithin,
	type Hours,
} from '../../../nodes/HmsSovereign/resources/call/guards/hours';

const ZONES = [
	'Europe/Amsterdam',
	'America/New_York',
	'Australia/Lord_Howe',
	'Asia/Kathmandu',
	'Pacific/Apia',
	'Africa/Casablanca',
	'UTC',
];
const WEEKDAYS = [1, 2, 3, 4, 5];
const EVERY_DAY = [0, ...WEEKDAYS, 6];

const at = (iso: string) => Date.parse(iso);
const iso = (ms: number) => new Date(ms).toISOString();

function hours(from: string, to: string, days = EVERY_DAY, timeZone = 'Europe/Amsterdam'): Hours {
	const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
	return { from: minutes(from), to: minutes(to), days, timeZone };
}

describe('calling hours', () => {
	const office = hours('09:00', '17:00', WEEKDAYS);

	test.each([
		['08:59 on a Monday', '2026-01-12T07:59:59Z', false],
		['09:00 on a Monday', '2026-01-12T08:00:00Z', true],
		['16:59:59 on a Monday', '2026-01-12T15:59:59Z', true],
		['17:00 on a Monday', '2026-01-12T16:00:00Z', false],
		['noon on a Sunday', '2026-01-11T11:00:00Z', false],
	])('%s', (_when, moment, isAllowed) => {
		expect(isWithin(at(moment), office)).toBe(isAllowed);
	});

	test.each([
		['Friday evening: Monday', '2026-01-09T17:00:00Z', '2026-01-12T08:00:00.000Z'],
		['early Monday: the same day', '2026-01-12T03:21:17Z', '2026-01-12T08:00:00.000Z'],
		['before clocks go forward', '2026-03-27T20:00:00Z', '2026-03-30T07:00:00.000Z'],
		['before clocks go back', '2026-10-23T20:00:00Z', '2026-10-26T08:00:00.000Z'],
		['within: now', '2026-01-12T12:34:56.789Z', '2026-01-12T12:34:56.789Z'],
	])('next allowed, %s', (_when, moment, next) => {
		expect(iso(nextWithin(at(moment), office))).toBe(next);
	});

	test('over midnight they belong to the day on which they begin', () => {
		const night = hours('22:00', '02:00', [5]);
		expect(isWithin(at('2026-01-09T22:30:00Z'), night)).toBe(true);
		expect(isWithin(at('2026-01-10T00:59:00Z'), night)).toBe(true);
		expect(isWithin(at('2026-01-10T01:00:00Z'), night)).toBe(false);
		expect(isWithin(at('2026-01-09T00:30:00Z'), night)).toBe(false);
	});

	test('a beginning that clocks leap over is the first minute after it', () => {
		const early = hours('02:30', '05:00');
		expect(iso(nextWithin(at('2026-03-28T23:00:00Z'), early))).toBe('2026-03-29T01:00:00.000Z');
	});

	test('an hour that comes twice counts both times', () => {
		const night = hours('02:00', '03:00');
		expect(isWithin(at('2026-10-25T00:30:00Z'), night)).toBe(true);
		expect(isWithin(at('2026-10-25T01:30:00Z'), night)).toBe(true);
	});

	/** What luxon, which n8n brings along, says a clock on the wall shows. */
	function luxonSays(moment: number, { from, to, days, timeZone }: Hours): boolean {
		const local = tryToParseDateTime(iso(moment)).setZone(timeZone);
		const minute = local.hour * 60 + local.minute;
		const begins = (daysAgo: number) => days.includes((local.weekday + 7 - daysAgo) % 7);
		if (from < to) return begins(0) && minute >= from && minute < to;
		return (begins(0) && minute >= from) || (begins(1) && minute < to);
	}

	const anyHours = fc
		.record({
			from: fc.integer({ min: 0, max: 1439 }),
			to: fc.integer({ min: 0, max: 1439 }),
			days: fc.uniqueArray(fc.constantFrom(...EVERY_DAY), { minLength: 1 }),
			timeZone: fc.constantFrom(...ZONES),
		})
		.filter(({ from, to }) => from !== to);
	const anyMoment = fc.integer({ min: at('2024-01-01T00:00Z'), max: at('2028-01-01T00:00Z') });
	/** Within two days of a change of clocks. */
	const nearAChange = fc
		.tuple(
			fc.constantFrom(
				'2026-03-29T01:00Z',
				'2026-10-25T01:00Z',
				'2026-03-08T07:00Z',
				'2026-04-04T15:00Z',
			),
			fc.integer({ min: -48 * 60, max: 48 * 60 }),
		)
		.map(([change, minutes]) => at(change) + minutes * 60_000);
	const moments = fc.oneof(anyMoment, nearAChange);

	test('are judged as luxon reads the clock on the wall', () => {
		fc.assert(
			fc.property(moments, anyHours, (moment, any) => {
				expect(isWithin(moment, any)).toBe(luxonSays(moment, any));
			}),
			{ seed: 17, numRuns: 1_000 },
		);
	});

	test('next allowed is the first minute that is within, and none is before it', () => {
		fc.assert(
			fc.property(moments, anyHours, (moment, any) => {
				const next = nextWithin(moment, any);
				expect(isWithin(next, any)).toBe(true);
				const first = Math.ceil(moment / 60_000) * 60_000;
				// All minutes of the last hours before it, and a sample of those before.
				for (let minute = next - 60_000; minute >= first; ) {
					expect(isWithin(minute, any)).toBe(false);
					minute -= next - minute < 200 * 60_000 ? 60_000 : 7 * 60_000;
				}
			}),
			{ seed: 17, numRuns: 25 },
		);
	});
});
