import type { Attempt } from '../../../nodes/HmsSovereign/api/attempt';
import type { ApiRequest } from '../../../nodes/HmsSovereign/api/request';
import { isRateLimited, mayWait, pauseBeforeRepeat } from '../../../nodes/HmsSovereign/api/retry';

const FRESH = { rateLimitWaitedMs: 0, rateLimitPauseMs: 0, repeats: 0 };

function request(method: ApiRequest['method']): ApiRequest {
	return { method, path: '/calls' };
}

function answer(status: number, headers: Record<string, string> = {}, body: unknown = {}): Attempt {
	return { kind: 'answer', status, headers, body };
}

const lost: Attempt = { kind: 'noAnswer', reason: 'the answer was cut off', reached: true };

describe('after a 429', () => {
	it.each([
		[0, 45_000, true],
		[240_000, 60_000, true],
		[280_000, 21_000, false],
		[0, 301_000, false],
	])('%i ms waited and %i ms more are within five minutes: %s', (waited, pause, may) => {
		const progress = { ...FRESH, rateLimitWaitedMs: waited, rateLimitPauseMs: pause };
		expect(mayWait(progress)).toBe(may);
	});

	it('it is one, whatever its body', () => {
		expect(isRateLimited(answer(429, {}, '<html>'))).toBe(true);
		expect(isRateLimited(answer(503))).toBe(false);
		expect(isRateLimited(lost)).toBe(false);
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
				pauseBeforeRepeat(request(method), result, { ...FRESH, repeats }),
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
			expect(pauseBeforeRepeat(request(method), result, FRESH)).toBeUndefined();
		}
	});

	it.each([400, 401, 402, 403, 404, 409, 422, 501])(
		'nothing is sent again after a %i',
		(status) => {
			expect(pauseBeforeRepeat(request('GET'), answer(status), FRESH)).toBeUndefined();
		},
	);

	it('an HTML page is not taken for a cut answer', () => {
		const page = answer(200, { 'content-type': 'text/html' }, '<html></html>');
		expect(pauseBeforeRepeat(request('GET'), page, FRESH)).toBeUndefined();
	});
});
