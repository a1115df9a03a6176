import { OTHER_HEADERS, TRUE_HEADERS, type HeaderStyle } from './support/limitedApi';
import { simulate, type Load, type Outcome } from './support/simulation';
import { VirtualClock } from './support/virtualClock';

// Minutes of many processes against one key, in milliseconds: the client's own code, on a virtual clock.
const mockClock = { current: new VirtualClock() };

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async (ms: number) => await mockClock.current.sleep(ms),
}));

beforeEach(() => {
	mockClock.current = new VirtualClock();
	jest.spyOn(Date, 'now').mockImplementation(() => mockClock.current.now);
});
afterEach(() => jest.restoreAllMocks());

/** Processes, items of each, readers of each. */
const LOADS: Array<[number, number, number]> = [
	[1, 100, 8],
	[1, 1_000, 50],
	[2, 240, 8],
	[4, 50, 8],
	[16, 100, 8],
	[64, 25, 8],
];

async function run(headers: HeaderStyle, load: Omit<Load, 'headers'>): Promise<Outcome> {
	return await simulate(mockClock.current, { headers, ...load });
}

describe.each(LOADS)(
	'%i processes with %i items each, %i at a time',
	(processes, items, readers) => {
		const load = { processes, items, readers };

		// By request, or on the full minute: no source says how the API's windows begin.
		it.each(Object.keys(TRUE_HEADERS))('headers that are true, %s', async (style) => {
			for (const windows of ['by request', 'by clock'] as const) {
				const { lost, ms, idealMs, refused } = await run(TRUE_HEADERS[style], { ...load, windows });
				expect(lost).toBe(0);
				// What the limit alone costs, and a few seconds for the requests themselves.
				expect(ms).toBeLessThan(idealMs * 1.15 + 5_000);
				if (processes === 1) expect(refused).toBeLessThanOrEqual(0.02);
			}
		});

		it.each(Object.keys(OTHER_HEADERS))('headers that are missing or lie: %s', async (style) => {
			const { lost, ms, idealMs } = await run(OTHER_HEADERS[style], load);
			expect(lost).toBe(0);
			expect(ms).toBeLessThan(idealMs * 1.6 + 10_000);
		});
	},
);

it('5,000 items of 64 processes: none is lost', async () => {
	const { lost, ms, idealMs } = await run(TRUE_HEADERS['rounded down'], {
		processes: 64,
		items: 79,
	});
	expect(lost).toBe(0);
	expect(ms).toBeLessThan(idealMs * 1.15);
});

it.each([1, 2, 3])('no luck is needed (another run of random numbers, %i)', async (seed) => {
	const { lost } = await run(TRUE_HEADERS.rounded, { processes: 64, items: 25, readers: 50, seed });
	expect(lost).toBe(0);
});

it('a window that is cold, but for a handful, is asked before it is used', async () => {
	const load = { processes: 1, items: 100, readers: 100, latency: [200, 200] as [number, number] };
	const { ms, refused } = await run(TRUE_HEADERS['rounded up'], load);
	// A handful, then fifty, then the rest.
	expect(ms).toBe(600);
	expect(refused).toBe(0);
});

it('short windows lose little to headers in whole seconds', async () => {
	const load = { processes: 1, items: 250, readers: 50, windowMs: 3_000, latency: [2, 6] };
	const { ms, idealMs } = await run(TRUE_HEADERS['rounded up'], load as Omit<Load, 'headers'>);
	expect(ms).toBeLessThan(idealMs * 1.1);
});
