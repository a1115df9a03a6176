import fc from 'fast-check';

import { limitWords } from '../../../nodes/HmsSovereign/api/limitWords';

const NOW = Date.parse('2026-01-01T12:00:00Z');
const date = (ms: number) => new Date(NOW + ms).toUTCString();

function retryIn(value: string, more: Record<string, string> = {}): number | undefined {
	return limitWords({ 'retry-after': value, ...more }, {}, NOW).retryInMs;
}

function resetIn(value: string, more: Record<string, string> = {}): number | undefined {
	return limitWords({ 'x-ratelimit-reset': value, ...more }, {}, NOW).resetInMs;
}

describe('how long a 429 asks to wait', () => {
	it.each([
		['seconds', '45', 45_000],
		['seconds, joined by a proxy', '2, 2', 2_000],
		['a date', date(30_000), 30_000],
		['Unix seconds', String(NOW / 1_000 + 20), 20_000],
		['Unix milliseconds', String(NOW + 20_000), 20_000],
	])('is read from %s', (_what, value, ms) => {
		expect(retryIn(value)).toBe(ms);
	});

	it.each(['0', '-5', date(-1_000), '1793767540723000', '90000', 'later', '', '  ', '0x10', 'NaN'])(
		'is not believed: "%s"',
		(value) => {
			expect(retryIn(value)).toBeUndefined();
		},
	);

	it("goes by the API's clock", () => {
		expect(retryIn(date(3_630_000), { date: date(3_600_000) })).toBe(30_000);
	});

	it.each([
		['flat', { retry_after: 7 }],
		['as a text', { retry_after: '7' }],
		['in the nested error', { error: { code: 'rate_limit_exceeded', retry_after: 7 } }],
	])('stands in the body, %s', (_where, body) => {
		expect(limitWords({}, body, NOW).retryInMs).toBe(7_000);
	});
});

describe('when the window ends', () => {
	it.each([
		['Unix seconds', String(NOW / 1_000 + 60), 60_000],
		['Unix milliseconds', String(NOW + 59_300), 59_300],
		['seconds from now', '42', 42_000],
		['a date', date(10_000), 10_000],
		['a moment that has just passed, rounded down', String(NOW / 1_000 - 1), 0],
	])('is read from %s', (_what, value, ms) => {
		expect(resetIn(value)).toBe(ms);
	});

	it.each([
		['an hour away', String(NOW / 1_000 + 3_600)],
		['long ago', '1700000000'],
		['garbage', 'soon'],
	])('is not believed: %s', (_what, value) => {
		expect(resetIn(value)).toBeUndefined();
	});

	it.each([-3_600_000, 0, 3_600_000])('is right with a local clock off by %i ms', (skew) => {
		const headers = { 'x-ratelimit-reset': String(NOW / 1_000 + 60), date: date(0) };
		expect(limitWords(headers, {}, NOW + skew).resetInMs).toBe(60_000);
	});

	it('goes by the local clock when the `Date` of a proxy cannot be right', () => {
		expect(resetIn(String(NOW / 1_000 + 60), { date: date(-7_200_000) })).toBe(60_000);
	});
});

describe('counts', () => {
	it.each([
		['100', '0', { limit: 100, remaining: 0 }],
		['0', '-1', {}],
		['-1', 'many', {}],
		['100, 100', '5', { limit: 100, remaining: 5 }],
	])('of Limit %s and Remaining %s', (limit, remaining, counts) => {
		const headers = { 'x-ratelimit-limit': limit, 'x-ratelimit-remaining': remaining };
		const words = limitWords(headers, undefined, NOW);
		expect({ limit: words.limit, remaining: words.remaining }).toEqual({
			limit: undefined,
			remaining: undefined,
			...counts,
		});
	});
});

it('nothing that an answer can say is believed beyond what can be true', () => {
	const value = fc.oneof(
		fc.string(),
		fc.integer().map(String),
		fc.double().map(String),
		fc.date({ noInvalidDate: true }).map((day) => day.toUTCString()),
		fc.constantFrom('0', '-1', '2, 2', '1e9', String(NOW), String(NOW / 1_000)),
	);
	const headers = fc.record(
		{
			date: value,
			'retry-after': value,
			'x-ratelimit-limit': value,
			'x-ratelimit-remaining': value,
			'x-ratelimit-reset': value,
		},
		{ requiredKeys: [] },
	);
	const body = fc.oneof(fc.anything(), fc.record({ retry_after: fc.anything() }));
	fc.assert(
		fc.property(headers, body, (said, answer) => {
			const words = limitWords(said, answer, NOW);
			const within = (ms: number | undefined, least: number, most: number) =>
				expect(ms === undefined || (ms >= least && ms <= most)).toBe(true);
			within(words.retryInMs, Number.MIN_VALUE, 86_400_000);
			within(words.resetInMs, 0, 90_000);
			within(words.limit, 1, Number.MAX_VALUE);
			within(words.remaining, 0, Number.MAX_VALUE);
		}),
		{ seed: 16, numRuns: 2_000 },
	);
});
