import { nameOf, OFFERED } from '../../../dev/apiOperations';
import { ROUTES } from '../../../sandbox/resources';
import { useSharedSandbox } from './helpers';

const shared = useSharedSandbox({ requestLimit: 100_000 });

const NAMES = OFFERED.map(nameOf);

it('has exactly the operations that the node offers', () => {
	// Fastify writes placeholders as `:id`.
	const served = ROUTES.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, '{}')}`);
	expect(served.sort()).toEqual([...NAMES].sort());
});

it.each(NAMES.filter((name) => name !== 'GET /health'))('wants a key for %s', async (name) => {
	const [method, path] = name.split(' ');
	const answer = await shared.api('wrong').request({ method, url: path.replaceAll('{}', 'an-id') });
	expect(answer.status).toBe(401);
});

it.each([
	['/assistants', ['assistants'], 3],
	['/numbers', ['numbers'], 3],
	['/campaigns', ['campaigns'], 2],
	['/voices', ['voices'], 91],
	['/sip-trunks', ['trunks'], 1],
	['/tool-templates', ['tool_templates'], 2],
	['/analysis-templates', ['analysis_templates'], 2],
	['/workflows', ['workflows'], 1],
	['/mcp-servers', ['mcp_servers'], 1],
	['/calls', ['calls', 'pagination'], 100],
	['/usage', ['logs', 'pagination', 'summary'], 80],
])('lists %s in its documented envelope', async (path, keys, atLeast) => {
	const { data } = await shared.api().get(path);
	expect(Object.keys(data as object)).toEqual(keys);
	expect((data[keys[0]] as unknown[]).length).toBeGreaterThanOrEqual(atLeast);
});

it('shows the second organization none of the data of the first', async () => {
	const api = shared.api(shared.sandbox.keys.second);
	expect((await api.get('/assistants')).data.assistants).toEqual([]);
	expect((await api.get(`/assistants/${shared.ids().reception}`)).status).toBe(404);
});

interface Crud {
	path: string;
	envelope: string;
	create: Record<string, unknown>;
	change?: Record<string, unknown>;
}

const RESOURCES: Crud[] = [
	{
		path: '/assistants',
		envelope: 'assistant',
		create: { name: 'New', gdpr_mode: true },
		change: { first_message: 'Hello', webhook_events: ['status-update'] },
	},
	{
		path: '/numbers',
		envelope: 'number',
		create: { phone_number: '+31612345678' },
		change: { is_active: false },
	},
	{
		path: '/sip-trunks',
		envelope: 'trunk',
		create: { name: 'Office', provider: 'carrier', address: 'sip.example.com', transport: 'tls' },
	},
	{
		path: '/tool-templates',
		envelope: 'tool_template',
		create: { name: 'hang_up', tool_type: 'end_call', tool_config: {} },
		change: { description: null, name: 'bye' },
	},
	{
		path: '/analysis-templates',
		envelope: 'analysis_template',
		create: { name: 'A', system_prompt: 'S', user_prompt: 'U', schema: { type: 'object' } },
		change: { user_prompt: 'U2' },
	},
	{
		path: '/workflows',
		envelope: 'workflow',
		create: {
			name: 'W',
			definition: {
				version: 1,
				entry_node: 'a',
				nodes: [{ id: 'a', type: 'conversation', instructions: 'Talk.' }],
			},
		},
		change: { is_active: false },
	},
	{
		path: '/mcp-servers',
		envelope: 'mcp_server',
		create: { name: 'Files', url: 'https://mcp.example.com/mcp' },
		change: { timeout_seconds: 30 },
	},
];

it.each(RESOURCES.map((crud) => [crud.path, crud] as const))(
	'creates, reads, changes and deletes %s',
	async (path, { envelope, create, change }) => {
		const api = shared.api();
		const created = await api.post(path, create);
		expect(created.status).toBe(201);
		expect(created.data[envelope]).toMatchObject(create);
		const url = `${path}/${created.data[envelope].id as string}`;
		expect((await api.get(url)).data).toEqual(created.data);
		if (change) expect((await api.patch(url, change)).data[envelope]).toMatchObject(change);
		expect((await api.delete(url)).data).toEqual({ success: true });
		expect((await api.get(url)).status).toBe(404);
		expect((await api.delete(url)).status).toBe(404);
	},
);

it.each(RESOURCES.map(({ path, create }) => [path, create] as const))(
	'refuses an unknown field on POST %s',
	async (path, create) => {
		const answer = await shared.api().post(path, { ...create, surprise: 1 });
		expect(answer.status).toBe(400);
		expect(answer.data.details).toEqual(['surprise is not a known field']);
	},
);

it('takes no paging parameters where there are no pages', async () => {
	const answer = await shared.api().get('/assistants?limit=10');
	expect(answer.data.details).toEqual(['limit is not a known query parameter']);
});

it('has only seeded assistants and workflows it would itself accept', async () => {
	const api = shared.api();
	const { assistants, workflows } = shared.sandbox.store.main;
	for (const { stt_config, llm_config, analysis_plan, id } of assistants) {
		const answer = await api.patch(`/assistants/${id}`, { stt_config, llm_config, analysis_plan });
		expect(answer.data).toHaveProperty('assistant');
	}
	const { id, definition } = workflows[0];
	expect((await api.patch(`/workflows/${id}`, { definition })).status).toBe(200);
});
