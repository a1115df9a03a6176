import axios, { type AxiosRequestConfig } from 'axios';
import { outcome, useSharedSandbox } from './helpers';

const shared = useSharedSandbox();

describe('keys', () => {
	it('refuses a request without a key with the body of the Authentication page', async () => {
		const answer = await axios.get(`${shared.sandbox.url}/account`, { validateStatus: () => true });
		expect(outcome(answer)).toEqual({
			status: 401,
			data: { error: 'Unauthorized', message: 'Invalid or missing API key' },
		});
	});

	it.each([
		['revoked', 'API key has been revoked'],
		['expired', 'API key has expired'],
	] as const)('names the reason when a key is %s', async (state, message) => {
		const answer = await shared.api(shared.sandbox.keys[state]).get('/account');
		expect(outcome(answer)).toEqual({ status: 401, data: { error: 'Unauthorized', message } });
	});

	it('answers 403 to a key without access', async () => {
		const answer = await shared.api(shared.sandbox.keys.forbidden).get('/account');
		expect(outcome(answer)).toEqual({
			status: 403,
			data: { error: 'Forbidden', message: "You don't have access to this resource" },
		});
	});

	it('shows each key its own organization', async () => {
		const main = await shared.api().get('/account');
		const second = await shared.api(shared.sandbox.keys.second).get('/account');
		expect(main.data.id).not.toBe(second.data.id);
	});

	it('accepts an added key until it is revoked', async () => {
		const key = shared.sandbox.addKey();
		expect((await shared.api(key).get('/account')).status).toBe(200);
		shared.sandbox.revokeKey(key);
		expect((await shared.api(key).get('/account')).status).toBe(401);
	});
});

describe('account', () => {
	it('has the shape of the Authentication page at first', async () => {
		shared.sandbox.account.setBalance(12.5);
		const { data } = await shared.api().get('/account');
		expect(Object.keys(data as object)).toEqual([
			'id',
			'email',
			'company_name',
			'minutes_balance',
			'monthly_usage_minutes',
			'active_numbers',
			'active_agents',
			'active_calls',
		]);
		expect(data.minutes_balance).toBe(12.5);
	});

	it('has the shape of the operation page when asked for', async () => {
		shared.sandbox.account.setShape('operation-page');
		const { data } = await shared.api().get('/account');
		expect(data).toMatchObject({
			name: shared.sandbox.store.main.name,
			children: [],
			parent_org_id: null,
		});
		expect(data).not.toHaveProperty('company_name');
	});

	it.each([404, 410] as const)('can be gone with %s while /organizations works', async (status) => {
		shared.sandbox.account.remove(status);
		expect((await shared.api().get('/account')).status).toBe(status);
		expect((await shared.api().get('/organizations')).status).toBe(200);
	});
});

describe('organizations', () => {
	it('shows the key of a new child once, and the child only when asked for', async () => {
		const api = shared.api();
		const created = await api.post('/organizations', {
			name: 'Client A',
			parent_org_id: shared.sandbox.store.main.id,
		});
		expect(created.status).toBe(201);
		expect(created.data.api_key).toMatch(/^fl_live_/);

		const plain = await api.get('/organizations');
		expect(plain.data).not.toHaveProperty('children');
		const withChildren = await api.get('/organizations?include_children=true');
		expect(withChildren.data.children).toEqual([
			{ id: created.data.id, name: 'Client A', created_at: created.data.created_at },
		]);
	});

	it("bills a child to its parent's balance", async () => {
		const { data: child } = await shared.api().post('/organizations', {
			name: 'Client A',
			parent_org_id: shared.sandbox.store.main.id,
		});
		shared.sandbox.account.setBalance(77);
		const { data } = await shared.api(child.api_key as string).get('/organizations');
		expect(data.minutes_balance).toBe(77);
	});

	it('refuses to keep content longer than metadata', async () => {
		const answer = await shared.api().patch('/organizations', {
			content_retention_days: 365,
			metadata_retention_days: 90,
		});
		expect(answer.status).toBe(400);
		expect(answer.data.details).toEqual([
			'content_retention_days must not be longer than metadata_retention_days',
		]);
	});
});

describe('strictness', () => {
	it.each([
		[
			'an unknown query parameter',
			'/organizations?children=true',
			'children is not a known query parameter',
		],
		[
			'a value that is no boolean',
			'/organizations?include_children=yes',
			'include_children must be true or false',
		],
	])('refuses %s', async (_what, path, line) => {
		const answer = await shared.api().get(path);
		expect(outcome(answer)).toEqual({
			status: 400,
			data: { error: 'Invalid request', details: [line] },
		});
	});

	it('names every field that is wrong', async () => {
		const { data } = await shared.api().patch('/organizations', {
			content_retention_days: '90',
			extra: 1,
		});
		expect(data.details).toEqual([
			'extra is not a known field',
			'content_retention_days must be one of: 30, 90, 180, 365',
			'metadata_retention_days is required',
		]);
	});

	it('answers 404 to a path it does not know, and 401 first', async () => {
		expect((await shared.api().get('/nothing')).status).toBe(404);
		expect((await shared.api('wrong').get('/nothing')).status).toBe(401);
	});

	it.each([
		[
			'POST that is not JSON',
			{ method: 'POST', headers: { 'Content-Type': 'text/plain' }, data: '{}' },
		],
		['GET with a body', { method: 'GET', data: { a: 1 } }],
		['broken JSON', { method: 'PATCH', data: '{"content' }],
	] as Array<[string, AxiosRequestConfig]>)('refuses a %s', async (_what, request) => {
		const answer = await shared.api().request({ url: '/organizations', ...request });
		expect(answer.status).toBe(400);
	});

	it('refuses a request without User-Agent', async () => {
		const answer = await fetchWithoutUserAgent();
		expect(answer).toBe(400);
	});

	async function fetchWithoutUserAgent(): Promise<number> {
		const answer = await shared.api().get('/account', { headers: { 'User-Agent': false } });
		return answer.status;
	}

	it('gives every error in the shape a test asks for', async () => {
		shared.sandbox.errorShape = 'nested';
		const nested = await shared.api(shared.sandbox.keys.revoked).get('/account');
		expect(nested.data.error).toMatchObject({ code: 'api_key_revoked' });
		shared.sandbox.errorShape = 'flat';
		const flat = await shared.api(shared.sandbox.keys.revoked).get('/account');
		expect(flat.data.error).toBe('Unauthorized');
	});
});

it('answers the health check without a key', async () => {
	const answer = await axios.get(`${shared.sandbox.url}/health`);
	expect(answer.data).toMatchObject({ status: 'ok' });
});

it('records what arrived, as it arrived', async () => {
	await shared.api().patch('/organizations?x=%2B1', { a: 'ü' });
	expect(shared.sandbox.requests).toHaveLength(1);
	expect(shared.sandbox.requests[0]).toMatchObject({
		method: 'PATCH',
		path: '/organizations',
		query: { x: '+1' },
		body: { a: 'ü' },
		rawBody: '{"a":"ü"}',
		status: 400,
		carriedOut: false,
	});
	expect(shared.sandbox.requests[0].headers.authorization).toBe(`Bearer ${shared.sandbox.apiKey}`);
});
