import fc from 'fast-check';

import { lineOfCall, linesFor } from '../../../nodes/HmsSovereign/api/lines';
import type { LimitWords } from '../../../nodes/HmsSovereign/api/limitWords';
import { Gate, type Sent } from '../../../nodes/HmsSovereign/api/rateLimit';

const NOW = Date.parse('2026-01-01T12:00:00Z');
const WINDOW_END = NOW + 60_000;

function words(remaining: number, windowEnd = WINDOW_END, now = NOW): LimitWords {
	return { limit: 100, remaining, windowEnd, resetInMs: windowEnd - now };
}

beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => jest.restoreAllMocks());

/** A gate that was answered once. What is used up was used by this process alone. */
function answered(remaining: number): Gate {
	const gate = new Gate();
	const limit = remaining === 0 ? 1 : 100;
	gate.served(gate.started(NOW), { ...words(remaining), limit }, NOW);
	return gate;
}

/** Starts as many as may start at once. */
function startAll(gate: Gate, now: number): Sent[] {
	const sent: Sent[] = [];
	while (gate.delay(now) === 0) sent.push(gate.started(now));
	return sent;
}

describe('the gate of a rate limit', () => {
	it('lets no more than a handful start before the first answer', () => {
		expect(startAll(new Gate(), NOW)).toHaveLength(8);
	});

	it('lets as many start as remain, up to fifty', () => {
		expect(startAll(answered(30), NOW)).toHaveLength(30);
		expect(startAll(answered(99), NOW)).toHaveLength(50);
	});

	it('closes until the reset when nothing remains', () => {
		const gate = answered(0);
		expect(gate.delay(NOW + 1_000)).toBe(59_000);
		expect(gate.delay(WINDOW_END)).toBe(0);
	});

	it('lets one go ahead into a new window, and then as many as it has room for', () => {
		const gate = answered(0);
		const [ahead, ...others] = startAll(gate, WINDOW_END);
		expect(others).toEqual([]);
		gate.served(ahead, words(40, WINDOW_END + 60_000, WINDOW_END), WINDOW_END);
		expect(startAll(gate, WINDOW_END)).toHaveLength(40);
	});

	it('lets a handful start when the window has long been over', () => {
		expect(startAll(answered(0), WINDOW_END + 60_000)).toHaveLength(8);
	});

	it('believes the lowest count of a window, in whatever order answers arrive', () => {
		const gate = new Gate();
		const [first, second] = startAll(gate, NOW);
		gate.served(first, words(0), NOW);
		gate.served(second, words(1), NOW);
		expect(gate.delay(NOW)).toBe(60_000);
	});

	it('ignores a late answer of the window before', () => {
		const gate = new Gate();
		const [first, second] = startAll(gate, NOW);
		gate.served(first, words(90, WINDOW_END + 60_000), NOW);
		gate.served(second, words(0), NOW);
		expect(gate.delay(NOW)).toBe(0);
	});

	it('frees the place of a request that got no answer', () => {
		const gate = answered(1);
		const sent = gate.started(NOW);
		expect(gate.delay(NOW)).toBeGreaterThan(0);
		gate.ended(sent);
		expect(gate.delay(NOW)).toBe(0);
	});

	it('is never shut for good by a limit that is none', () => {
		const gate = new Gate();
		gate.served(gate.started(NOW), { remaining: 0, windowEnd: WINDOW_END, resetInMs: 60_000 }, NOW);
		expect(gate.delay(WINDOW_END)).toBeLessThanOrEqual(1_000);
	});

	it('does not believe that nothing remains when two requests were the last', () => {
		const gate = new Gate();
		const [first, second] = startAll(gate, NOW);
		gate.served(first, words(0), NOW);
		gate.served(second, words(0), NOW);
		expect(gate.delay(NOW)).toBe(0);
	});
});

describe('the end of a window that our request opened', () => {
	/** When the next request goes, in milliseconds after the end of a window told in whole seconds, rounded up. */
	function afterEnd(sentAt: number, wayThereMs: number, wayBackMs: number, windowMs: number) {
		const end = sentAt + wayThereMs + windowMs;
		const readAt = sentAt + wayThereMs + wayBackMs;
		const told = words(0, Math.ceil(end / 1_000) * 1_000, readAt);
		const gate = new Gate();
		gate.served(gate.started(sentAt), { ...told, limit: 1 }, readAt);
		return readAt + gate.delay(readAt) - end;
	}

	it('is not taken for a second earlier when the answer was under way at the full second', () => {
		expect(afterEnd(NOW + 250, 50, 800, 3_000)).toBeGreaterThanOrEqual(0);
	});

	it('is found to the millisecond when the answer comes at once', () => {
		expect(afterEnd(NOW + 250, 0, 0, 3_000)).toBe(0);
	});

	it('is never too early, and at most the rounding and the way back late', () => {
		const ms = fc.integer({ min: 0, max: 1_500 });
		const seconds = fc.integer({ min: 4, max: 60 });
		fc.assert(
			fc.property(ms, ms, ms, seconds, (start, there, back, window) => {
				const late = afterEnd(NOW + start, there, back, window * 1_000);
				expect(late).toBeGreaterThanOrEqual(0);
				expect(late).toBeLessThan(1_000 + back);
			}),
			{ seed: 16, numRuns: 2_000 },
		);
	});
});

describe('after a 429', () => {
	function refusedPauses(asked: LimitWords, times: number): number[] {
		const gate = new Gate();
		let now = NOW;
		return Array.from({ length: times }, () => {
			const pause = gate.refused(gate.started(now), asked, now);
			now += pause;
			return pause;
		});
	}

	it('nothing starts before the pause is over, and then one goes ahead', () => {
		const gate = new Gate();
		const [first] = startAll(gate, NOW);
		expect(gate.refused(first, { retryInMs: 4_000 }, NOW)).toBe(4_000);
		expect(gate.delay(NOW + 1_000)).toBe(3_000);
		expect(startAll(gate, NOW + 4_000)).toHaveLength(1);
	});

	it('pauses grow when the API gives no hint', () => {
		expect(refusedPauses({}, 6)).toEqual([1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
	});

	it('a hint that does not help is not followed for ever', () => {
		expect(refusedPauses({ retryInMs: 1_000 }, 5)).toEqual([1_000, 2_000, 4_000, 8_000, 8_000]);
	});

	it('the end of the window is the hint where there is no other', () => {
		expect(refusedPauses({ resetInMs: 9_000 }, 1)).toEqual([9_000]);
	});

	it('answers to requests that were under way then do not make the pause longer', () => {
		const gate = new Gate();
		const [first, ...others] = startAll(gate, NOW);
		gate.refused(first, { retryInMs: 4_000 }, NOW);
		for (const sent of others) expect(gate.refused(sent, { retryInMs: 4_000 }, NOW)).toBe(4_000);
	});
});

describe('the lines of a process', () => {
	it('are shared by all who use the same base URL and key, and by nobody else', () => {
		const lines = linesFor('https://a.example', 'key one');
		expect(linesFor('https://a.example', 'key one')).toBe(lines);
		expect(linesFor('https://a.example', 'key two')).not.toBe(lines);
		expect(linesFor('https://b.example', 'key one')).not.toBe(lines);
	});

	it('do not become more and more, however many calls are steered and keys are used', () => {
		const lines = linesFor('https://a.example', 'steering');
		for (let call = 0; call < 20_000; call++) lineOfCall(lines, `call-${call}`);
		expect(lines.calls.size).toBeLessThanOrEqual(200);
		expect(lineOfCall(lines, 'call-19999')).toBe(lineOfCall(lines, 'call-19999'));
	});
});
