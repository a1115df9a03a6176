import type { Attempt } from '../../../nodes/HmsSovereign/api/attempt';
import type { ApiRequest } from '../../../nodes/HmsSovereign/api/request';
import { pauseBeforeNextTry, RETRY } from '../../../nodes/HmsSovereign/api/retry';

const NOW = Date.parse('2026-01-01T12:00:00Z');
const FRESH = { rateLimitPauses: 0, rateLimitWaitedMs: 0, repeats: 0 };

function request(method: ApiRequest['method']): ApiRequest {
	return { method, path: '/calls' };
}

function answer(status: number, headers: Record<string, string> = {}, body: unknown = {}): Attempt {
	return { kind: 'answer', status, headers, body };
}

const lost: Attempt = { kind: 'noAnswer', reason: 'the answer was cut off', reached: true };

describe('after a 429', () => {
	const cases: Array<[string, Attempt, number]> = [
		['Retry-After in seconds', answer(429, { 'retry-after': '45' }), 45_000],
		[
			'Retry-After as a date',
			answer(429, { 'retry-after': 'Thu, 01 Jan 2026 12:00:30 GMT' }),
			30_000,
		],
		[
			"a date measured by the API's clock",
			answer(429, {
				'retry-after': 'Thu, 01 Jan 2026 18:00:30 GMT',
				date: 'Thu, 01 Jan 2026 18:00:00 GMT',
			}),
			30_000,
		],
		['retry_after in the body', answer(429, {}, { retry_after: 7 }), 7_000],
		[
			'the reset of the window',
			answer(429, { 'x-ratelimit-reset': String(NOW / 1000 + 9) }),
			9_000,
		],
		['growing pauses without a hint', answer(429), 1_000],
	];

	it.each(cases)('waits by %s, for every method', (_name, result, pause) => {
		for (const method of ['GET', 'POST', 'PATCH', 'DELETE'] as const) {
			expect(pauseBeforeNextTry(request(method), result, FRESH, NOW)).toBe(pause);
		}
	});

	it('grows its pauses when the API gives no hint', () => {
		const pauses = [0, 1, 2, 3].map((rateLimitPauses) =>
			pauseBeforeNextTry(request('GET'), answer(429), { ...FRESH, rateLimitPauses }, NOW),
		);
		expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000]);
	});

	it('gives up after five pauses', () => {
		const progress = { ...FRESH, rateLimitPauses: RETRY.rateLimitPauses };
		expect(pauseBeforeNextTry(request('GET'), answer(429), progress, NOW)).toBeUndefined();
	});

	it('gives up rather than wait more than five minutes in all', () => {
		const progress = { ...FRESH, rateLimitPauses: 1, rateLimitWaitedMs: 280_000 };
		const result = answer(429, { 'retry-after': '21' });
		expect(pauseBeforeNextTry(request('GET'), result, progress, NOW)).toBeUndefined();
	});
});

describe('after anything else', () => {
	const passing: Array<[string, Attempt]> = [
		...[500, 502, 503, 504].map((status): [string, Attempt] => [`a ${status}`, answer(status)]),
		['a lost answer', lost],
		['a cut JSON body', answer(200, { 'content-type': 'application/json' }, '{"calls": [{"id"')],
	];

	it.each(passing)('reads and deletes are repeated twice after %s', (_name, result) => {
		for (const method of ['GET', 'DELETE'] as const) {
			const pauses = [0, 1, 2].map((repeats) =>
				pauseBeforeNextTry(request(method), result, { ...FRESH, repeats }, NOW),
			);
			expect(pauses[0]).toBeGreaterThanOrEqual(1_000);
			expect(pauses[0]).toBeLessThanOrEqual(1_250);
			expect(pauses[1]).toBeGreaterThanOrEqual(2_000);
			expect(pauses[1]).toBeLessThanOrEqual(2_500);
			expect(pauses[2]).toBeUndefined();
		}
	});

	it.each(passing)('POST and PATCH are never sent again after %s', (_name, result) => {
		for (const method of ['POST', 'PATCH'] as const) {
			expect(pauseBeforeNextTry(request(method), result, FRESH, NOW)).toBeUndefined();
		}
	});

	it.each([400, 401, 402, 403, 404, 409, 422, 501])(
		'nothing is sent again after a %i',
		(status) => {
			expect(pauseBeforeNextTry(request('GET'), answer(status), FRESH, NOW)).toBeUndefined();
		},
	);

	it('an HTML page is not taken for a cut answer', () => {
		const page = answer(200, { 'content-type': 'text/html' }, '<html></html>');
		expect(pauseBeforeNextTry(request('GET'), page, FRESH, NOW)).toBeUndefined();
	});
});
