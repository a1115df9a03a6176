import { callUrl, useSharedSandbox } from './helpers';

const shared = useSharedSandbox({ requestLimit: 100_000 });
const { api } = shared;

describe('lists with pages', () => {
	it('give the newest calls first, 100 unless asked otherwise', async () => {
		const { data } = await api().get('/calls');
		expect(data.pagination).toEqual({ total: 130, limit: 100, offset: 0 });
		const times = (data.calls as Array<{ created_at: string }>).map((call) => call.created_at);
		expect(times).toEqual([...times].sort().reverse());
		const rest = await api().get('/calls?offset=100&limit=1000');
		expect(rest.data.calls).toHaveLength(30);
	});

	it.each([
		'limit=0',
		'limit=1001',
		'offset=-1',
		'limit=ten',
		'start_date=01-01-2026',
		'start_date=2026-13-01',
		'assistant_id=x',
	])('refuse ?%s', async (query) => {
		expect((await api().get(`/calls?${query}`)).status).toBe(400);
	});

	it('take a date alone, and a status that nobody has', async () => {
		expect((await api().get('/usage?start_date=2026-01-01&end_date=2026-02-01')).status).toBe(200);
		const { data } = await api().get('/calls?status=on-hold');
		expect(data).toMatchObject({ calls: [], pagination: { total: 0 } });
	});

	it('filter by status and by time', async () => {
		const failed = await api().get('/calls?status=failed');
		expect(failed.data.pagination.total).toBeGreaterThan(0);
		expect(failed.data.calls.every((call: { status: string }) => call.status === 'failed')).toBe(
			true,
		);
		const all = shared.sandbox.store.main.calls;
		const params = { start_date: all[10].created_at, end_date: all[19].created_at };
		const some = await api().get('/calls', { params });
		expect(some.data.pagination.total).toBe(10);
	});

	it('sum up the usage of the whole period, not of the page', async () => {
		const { data } = await api().get('/usage?limit=1');
		const seconds = shared.sandbox.store.main.usage.reduce((sum, log) => sum + log.duration_sec, 0);
		expect(data.logs).toHaveLength(1);
		expect(data.summary).toMatchObject({
			total_calls: data.pagination.total as number,
			total_duration_seconds: seconds,
		});
	});

	it('hold 20,000 rows', async () => {
		shared.sandbox.store.addCalls(20_000);
		shared.sandbox.store.addUsage(20_000);
		const calls = await api().get('/calls?limit=1000&offset=20000');
		expect(calls.data.calls).toHaveLength(130);
		const ids = new Set(shared.sandbox.store.main.calls.map((call) => call.id));
		expect(ids.size).toBe(20_130);
		expect((await api().get('/usage?limit=1')).data.pagination.total).toBeGreaterThan(20_000);
	});

	it('include the calls of campaign leads', async () => {
		const called = shared.sandbox.store.main.leads.filter((lead) => lead.call_id !== null);
		expect(called.length).toBeGreaterThan(10);
		for (const { call_id, phone_number } of called) {
			const { data } = await api().get(callUrl(String(call_id)));
			expect(data.caller_phone).toBe(phone_number);
		}
	});

	it('find a call only by its percent-encoded id', async () => {
		const { id } = shared.sandbox.store.main.calls[0];
		expect((await api().get(callUrl(id))).data.id).toBe(id);
		expect((await api().get(`/calls/${id}`)).status).toBe(400);
		expect((await api().get('/calls/unknown')).status).toBe(404);
	});
});
