import { callGate, Gate, gatesFor, msUntilReset } from '../../../nodes/HmsSovereign/api/rateLimit';

const NOW = Date.parse('2026-01-01T12:00:00Z');
const WINDOW_END = NOW / 1000 + 60;

function headers(remaining: number, reset = WINDOW_END, date: string | undefined = undefined) {
	return {
		'x-ratelimit-limit': '100',
		'x-ratelimit-remaining': String(remaining),
		'x-ratelimit-reset': String(reset),
		date: date ?? new Date(NOW).toUTCString(),
	};
}

function answered(gate: Gate, remaining: number, at = NOW, reset = WINDOW_END): void {
	gate.started();
	gate.finished(headers(remaining, reset), at);
}

describe('the gate of a rate limit', () => {
	it('is open before anything is known', () => {
		expect(new Gate().delay(NOW)).toBe(0);
	});

	it('closes until the reset when nothing remains', () => {
		const gate = new Gate();
		answered(gate, 0);
		expect(gate.delay(NOW + 1_000)).toBe(59_000);
		expect(gate.delay(NOW + 60_000)).toBe(0);
	});

	it('lets no more requests start at once than remain', () => {
		const gate = new Gate();
		answered(gate, 2);
		gate.started();
		expect(gate.delay(NOW)).toBe(0);
		gate.started();
		expect(gate.delay(NOW)).toBeGreaterThan(0);
	});

	it('lets no more start in a new window than its limit, before the first answer of it', () => {
		const gate = new Gate();
		answered(gate, 0);
		const later = NOW + 61_000;
		for (let started = 0; started < 100; started++) {
			expect(gate.delay(later)).toBe(0);
			gate.started();
		}
		expect(gate.delay(later)).toBeGreaterThan(0);
	});

	it('believes the lowest count of a window, in whatever order answers arrive', () => {
		const gate = new Gate();
		gate.started();
		gate.started();
		gate.finished(headers(0), NOW);
		gate.finished(headers(1), NOW);
		expect(gate.delay(NOW)).toBe(60_000);
	});

	it('ignores a late answer of the window before', () => {
		const gate = new Gate();
		gate.started();
		answered(gate, 99, NOW, WINDOW_END + 60);
		gate.finished(headers(0, WINDOW_END), NOW);
		expect(gate.delay(NOW)).toBe(0);
	});

	it('does not believe a reset hours away', () => {
		const gate = new Gate();
		answered(gate, 0, NOW, NOW / 1000 + 7200);
		expect(gate.delay(NOW)).toBe(0);
	});

	it('stays open without the headers, until a 429 closes it', () => {
		const gate = new Gate();
		gate.started();
		gate.finished({}, NOW);
		expect(gate.delay(NOW)).toBe(0);
		gate.close(4_000, NOW);
		expect(gate.delay(NOW + 1_000)).toBe(3_000);
	});

	it('frees the place of a request that got no answer', () => {
		const gate = new Gate();
		answered(gate, 1);
		gate.started();
		gate.finished(undefined, NOW);
		expect(gate.delay(NOW)).toBe(0);
	});
});

describe('the time until a reset', () => {
	it.each([-3_600_000, 0, 3_600_000])('is right with a local clock off by %i ms', (skew) => {
		expect(msUntilReset(headers(0), NOW + skew)).toBe(60_000);
	});

	it('falls back to the local clock when the answer has no date', () => {
		expect(msUntilReset({ 'x-ratelimit-reset': String(WINDOW_END) }, NOW)).toBe(60_000);
	});
});

describe('the gates of a process', () => {
	it('are shared by all who use the same base URL and key, and by nobody else', () => {
		const gates = gatesFor('https://a.example', 'key one');
		expect(gatesFor('https://a.example', 'key one')).toBe(gates);
		expect(gatesFor('https://a.example', 'key two')).not.toBe(gates);
		expect(gatesFor('https://b.example', 'key one')).not.toBe(gates);
	});

	it('hold back one call and not another', () => {
		const gates = gatesFor('https://a.example', 'calls');
		callGate(gates, 'call-1').close(60_000, NOW);
		expect(callGate(gates, 'call-1').delay(NOW)).toBe(60_000);
		expect(callGate(gates, 'call-2').delay(NOW)).toBe(0);
		expect(gates.key.delay(NOW)).toBe(0);
	});
});
