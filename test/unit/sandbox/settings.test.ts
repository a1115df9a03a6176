import { useSharedSandbox } from './helpers';

const shared = useSharedSandbox({ requestLimit: 100_000 });
const { api, ids } = shared;

describe('secrets', () => {
	it('never come back', async () => {
		const trunk = {
			name: 'T',
			provider: 'p',
			address: 'sip.example.com',
			auth_password: 'hidden!',
		};
		const server = { name: 'S', url: 'https://a.example', headers: { 'X-Key': 'hidden!' } };
		await api().post('/byok', { provider: 'openai', api_key: 'hidden!' });
		const answers = await Promise.all([
			api().post('/sip-trunks', trunk),
			api().post('/mcp-servers', server),
			api().get('/byok'),
			api().get('/sip-trunks'),
			api().get('/mcp-servers'),
		]);
		expect(JSON.stringify(answers.map(({ data }) => data as unknown))).not.toContain('hidden!');
		expect(answers[1].data.mcp_server.header_names).toEqual(['X-Key']);
		expect(answers[2].data.byok_keys.openai_secret_id).toMatch(/^vault-/);
	});

	it('are deleted with a DELETE that has a body', async () => {
		expect((await api().delete('/byok')).status).toBe(400);
		const answer = await api().delete('/byok', { data: { provider: 'deepgram' } });
		expect(answer.data).toMatchObject({ success: true, byok_keys: { deepgram_secret_id: null } });
		expect((await api().delete('/byok', { data: { provider: 'deepgram' } })).status).toBe(404);
	});

	it('are needed before settings can be stored', async () => {
		const set = async (provider: string) =>
			await api().post('/byok/config', { provider, config: { region: 'eu' } });
		expect((await set('gladia')).status).toBe(400);
		expect((await set('deepgram')).data).toEqual({ byok_config: { deepgram: { region: 'eu' } } });
	});

	it('come with the settings of every provider', async () => {
		await api().post('/byok', { provider: 'openai', api_key: 'key' });
		await api().post('/byok/config', { provider: 'openai', config: { tier: 'fast' } });
		const answer = await api().post('/byok/config', { provider: 'deepgram', config: { a: 1 } });
		expect(answer.data).toEqual({
			byok_config: { openai: { tier: 'fast' }, deepgram: { a: 1 } },
		});
	});
});

describe('domains', () => {
	it('need a Resend key, then go from not started to verified', async () => {
		expect((await api().get('/domains')).data).toEqual({ domain: null });
		expect((await api().post('/domains', { domain_name: 'mail.example.com' })).status).toBe(400);
		await api().post('/byok', { provider: 'resend', api_key: 'key' });
		const steps = [
			await api().post('/domains', { domain_name: 'mail.example.com' }),
			await api().post('/domains/verify'),
			await api().post('/domains/refresh', {}),
		];
		expect(steps.map(({ data }) => data.domain.status as string)).toEqual([
			'not_started',
			'pending',
			'verified',
		]);
		expect((await api().post('/domains', { domain_name: 'b.example.com' })).status).toBe(409);
		expect((await api().delete('/domains')).data).toEqual({ success: true });
		expect((await api().delete('/domains')).status).toBe(404);
	});

	it('can be taken over from Resend', async () => {
		await api().post('/byok', { provider: 'resend', api_key: 'key' });
		const { data: known } = await api().get('/domains/sync');
		expect(known.selected_domain_id).toBeNull();
		const resendDomainId = known.domains[0].id as string;
		const { data } = await api().post('/domains/sync', { resendDomainId });
		expect(data.message).toBe('Domain synced successfully from Resend');
		expect((await api().get('/domains/sync')).data.selected_domain_id).toBe(resendDomainId);
	});
});

describe('workflows', () => {
	const node = { id: 'a', type: 'conversation', instructions: 'Talk.' };
	it.each([
		[
			'a missing entry node',
			{ entry_node: 'missing' },
			'entry_node "missing" does not reference an existing node',
		],
		[
			'an edge without description',
			{ nodes: [node, { id: 'b', type: 'end' }], edges: [{ from: 'a', to: 'b' }] },
			'edges[0].description is required',
		],
		[
			'an edge to itself',
			{ edges: [{ from: 'a', to: 'a', description: 'd' }] },
			'edges[0] must not lead back to its own node',
		],
		[
			'a tool node without a way on',
			{ nodes: [node, { id: 'b', type: 'tool', tool_name: 't' }] },
			'nodes[1] is a tool node and needs exactly one outgoing edge',
		],
		[
			'a realtime model in a node',
			{ nodes: [{ ...node, llm_config: { provider: 'openai_live' } }] },
			'definition.nodes[0].llm_config.provider: realtime_provider_not_allowed_per_node',
		],
		[
			'a model of another provider in a node',
			{ nodes: [{ ...node, llm_config: { provider: 'xai', model: 'gpt-5.4' } }] },
			'definition.nodes[0].llm_config.model must be one of: grok-4.3',
		],
	])('refuse %s', async (_what, wrong, line) => {
		const definition = { version: 1, entry_node: 'a', nodes: [node], ...wrong };
		const answer = await api().post('/workflows', { name: 'W', definition });
		expect(answer.data).toEqual({ error: 'Invalid workflow definition', details: [line] });
	});

	it('name the code of a realtime model in a node where errors are nested', async () => {
		shared.sandbox.errorShape = 'nested';
		const nodes = [{ ...node, llm_config: { provider: 'openai_live' } }];
		const definition = { version: 1, entry_node: 'a', nodes };
		const answer = await api().post('/workflows', { name: 'W', definition });
		expect(answer.data.error.code).toBe('realtime_provider_not_allowed_per_node');
	});

	it.each([{}, { x: 1 }, { x: 1, y: 2 }])('may place a node at %p', async (ui) => {
		const definition = { version: 1, entry_node: 'a', nodes: [{ ...node, ui }] };
		expect((await api().post('/workflows', { name: 'W', definition })).status).toBe(201);
	});
});

describe('templates and MCP servers', () => {
	it('want a tool configuration that fits the type', async () => {
		const change = async (body: object) =>
			(await api().patch(`/tool-templates/${ids().toolTemplate}`, body)).status;
		expect(await change({ tool_type: 'end_call' })).toBe(400);
		expect(await change({ tool_type: 'end_call', tool_config: {} })).toBe(200);
	});

	it('report an unreachable MCP server as a result, not as an error', async () => {
		const { data } = await api().post('/mcp-servers', {
			name: 'Far',
			url: 'https://unreachable.example',
		});
		const answer = await api().post(`/mcp-servers/${data.mcp_server.id as string}/test`);
		expect(answer.status).toBe(200);
		expect(answer.data).toMatchObject({ ok: false, error: expect.any(String) as string });
		const reachable = await api().post(`/mcp-servers/${ids().mcpServer}/test`, { headers: {} });
		expect(reachable.data).toMatchObject({ ok: true, tools: [{ name: 'search_mail' }] });
	});

	it('want https, a public address, and new headers on a new host', async () => {
		const create = async (url: string) =>
			(await api().post('/mcp-servers', { name: 'x', url })).status;
		expect(await create('http://mcp.example.com')).toBe(400);
		expect(await create('https://192.168.1.4/mcp')).toBe(400);
		const url = `/mcp-servers/${ids().mcpServer}`;
		const moved = { url: 'https://other.example/mcp' };
		expect((await api().patch(url, moved)).status).toBe(400);
		expect(
			(await api().patch(url, { ...moved, headers: {} })).data.mcp_server.header_names,
		).toEqual([]);
	});
});
