/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n */
import { useSharedSandbox } from './helpers';

const WINDOW_MS = 1200;

const shared = useSharedSandbox({ windowMs: WINDOW_MS, requestLimit: 3 });

const get = async (key?: string) => await shared.api(key).get('/account');
const sleep = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

it('counts down on every answer, also on errors', async () => {
	const first = await get();
	const second = await shared.api().get('/nothing');
	expect(first.headers).toMatchObject({ 'x-ratelimit-limit': '3', 'x-ratelimit-remaining': '2' });
	expect(second.headers['x-ratelimit-remaining']).toBe('1');
});

it('refuses what is over the limit without carrying it out, until the promised moment', async () => {
	const opened = Date.now();
	for (let i = 0; i < 3; i += 1) expect((await get()).status).toBe(200);
	const refused = await get();
	expect(refused.status).toBe(429);
	const seconds = Number(refused.headers['retry-after']);
	expect(refused.data).toEqual({
		error: 'Rate limit exceeded',
		message: `Too many requests. Please retry after ${seconds} seconds.`,
		retry_after: seconds,
	});
	expect(shared.sandbox.requests[3]).toMatchObject({ status: 429, carriedOut: false });
	// Neither promise is before the real end of the window.
	expect(Number(refused.headers['x-ratelimit-reset']) * 1000).toBeGreaterThanOrEqual(
		opened + WINDOW_MS,
	);
	expect(Date.now() + seconds * 1000).toBeGreaterThanOrEqual(opened + WINDOW_MS);
	await sleep(opened + WINDOW_MS + 50 - Date.now());
	expect((await get()).status).toBe(200);
});

it('counts each key for itself', async () => {
	for (let i = 0; i < 4; i += 1) await get();
	expect((await get(shared.sandbox.keys.second)).status).toBe(200);
});

it('moves Date and reset together when the clock is skewed', async () => {
	shared.sandbox.clockSkewMs = 3_600_000;
	const { headers } = await get();
	const ahead = Date.parse(headers.date as string) - Date.now();
	expect(Math.abs(ahead - 3_600_000)).toBeLessThan(2000);
	const untilReset =
		Number(headers['x-ratelimit-reset']) * 1000 - Date.parse(headers.date as string);
	expect(untilReset).toBeGreaterThan(0);
	expect(untilReset).toBeLessThanOrEqual(WINDOW_MS + 2000);
});
