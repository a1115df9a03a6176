/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n */
import { startSandbox, type Fault } from '../../../sandbox';
import { client, failureCode, useSharedSandbox } from './helpers';

const shared = useSharedSandbox();

const get = async (path = '/account') => await shared.api().get(path, { timeout: 300 });
const createChild = async () =>
	await shared.api().post('/organizations', { name: 'Child' }, { timeout: 300 });
const lastRequest = () => shared.sandbox.requests[shared.sandbox.requests.length - 1];

it('answers the wanted status once, without carrying the request out', async () => {
	shared.sandbox.faults.add({ kind: 'status', status: 503 });
	expect((await createChild()).status).toBe(503);
	expect(lastRequest()).toMatchObject({ status: 503, carriedOut: false, fault: 'status' });
	expect((await createChild()).status).toBe(201);
});

it('hits only the method and path it is meant for, after those it lets pass', async () => {
	shared.sandbox.faults.add({
		kind: 'status',
		status: 500,
		method: 'GET',
		path: /^\/acc/g,
		skip: 1,
		times: 2,
	});
	const statuses = [];
	for (const path of ['/organizations', '/account', '/account', '/account', '/account']) {
		statuses.push((await get(path)).status);
	}
	expect(statuses).toEqual([200, 200, 500, 500, 200]);
});

it('goes on as long as it is told to, until faults are cleared', async () => {
	shared.sandbox.faults.add({ kind: 'status', status: 500, times: Infinity });
	for (let i = 0; i < 5; i += 1) expect((await get()).status).toBe(500);
	shared.sandbox.faults.clear();
	expect((await get()).status).toBe(200);
});

it.each([
	['reset-before', 'ECONNRESET', false, null],
	['reset-after', 'ECONNRESET', true, null],
	['hang', 'ECONNABORTED', false, null],
	['cut-body', 'ECONNRESET', true, 201],
] as const)('breaks the connection as %s does', async (kind, code, carriedOut, status) => {
	const before = shared.sandbox.store.organizations.length;
	shared.sandbox.faults.add({ kind });
	const failure = await failureCode(createChild());
	expect([code, 'ERR_BAD_RESPONSE']).toContain(failure);
	expect(lastRequest()).toMatchObject({ carriedOut, status, fault: kind });
	expect(shared.sandbox.store.organizations.length - before).toBe(carriedOut ? 1 : 0);
});

it('answers late, but answers', async () => {
	shared.sandbox.faults.add({ kind: 'slow', delayMs: 120 });
	const start = Date.now();
	expect((await get()).status).toBe(200);
	expect(Date.now() - start).toBeGreaterThanOrEqual(115);
});

it('answers like a gateway with an HTML page', async () => {
	shared.sandbox.faults.add({ kind: 'html' });
	const answer = await get();
	expect(answer.status).toBe(502);
	expect(answer.headers['content-type']).toContain('text/html');
});

it('answers with a body that is no JSON, another JSON, or none', async () => {
	shared.sandbox.faults.add({ kind: 'wrong-json' });
	shared.sandbox.faults.add({ kind: 'wrong-json', body: [1, 2] });
	shared.sandbox.faults.add({ kind: 'empty' });
	const broken = (await get()).data as string;
	expect(() => JSON.parse(broken) as unknown).toThrow();
	expect((await get()).data).toEqual([1, 2]);
	expect((await get()).data).toBe('');
});

it('redirects', async () => {
	shared.sandbox.faults.add({ kind: 'redirect', location: 'https://elsewhere.example/' });
	const answer = await get();
	expect(answer.status).toBe(302);
	expect(answer.headers.location).toBe('https://elsewhere.example/');
});

describe('429', () => {
	const fault = async (more: Partial<Fault>) => {
		shared.sandbox.faults.add({ kind: 'status', status: 429, ...more });
		return await get();
	};

	it('says in seconds when to come back', async () => {
		const answer = await fault({ retryAfter: 7 });
		expect(answer.headers['retry-after']).toBe('7');
		expect(answer.data).toMatchObject({ error: 'Rate limit exceeded', retry_after: 7 });
	});

	it('says it as an HTTP date that is never too early', async () => {
		const answer = await fault({ retryAfter: 'date', retryAfterSeconds: 3 });
		const wait = Date.parse(answer.headers['retry-after'] as string) - Date.now();
		expect(wait).toBeGreaterThan(2500);
		expect(wait).toBeLessThanOrEqual(4000);
	});

	it('says it only in the body', async () => {
		const answer = await fault({ retryAfter: 'body', retryAfterSeconds: 2 });
		expect(answer.headers).not.toHaveProperty('retry-after');
		expect(answer.data.retry_after).toBe(2);
	});

	it('does not say it at all', async () => {
		const answer = await fault({ retryAfter: 'none', headers: { 'X-RateLimit-Reset': '' } });
		expect(answer.headers).not.toHaveProperty('retry-after');
		expect(answer.headers).not.toHaveProperty('x-ratelimit-reset');
		expect(answer.data).not.toHaveProperty('retry_after');
	});
});

it('closes at once while a request hangs', async () => {
	const own = await startSandbox();
	own.faults.add({ kind: 'hang' });
	const hanging = failureCode(client(own).get('/account'));
	while (own.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
	const start = Date.now();
	await own.close();
	expect(await hanging).toBe('ECONNRESET');
	expect(Date.now() - start).toBeLessThan(4_000);
});
