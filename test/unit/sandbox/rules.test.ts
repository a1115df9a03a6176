import { startSandbox, type Sandbox } from '../../../sandbox';
import { client } from './helpers';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ requestLimit: 100_000 });
});
afterAll(async () => await sandbox.close());
beforeEach(() => sandbox.reset());

const api = () => client(sandbox);
const ids = () => sandbox.store.ids;
const openai = { provider: 'openai', model: 'gpt-5.4' };

describe('assistant configuration', () => {
	it.each([
		[
			'a model of another provider',
			{ llm_config: { provider: 'xai', model: 'gpt-5.4' } },
			'llm_config.model must be one of: grok-4.3',
		],
		[
			'a temperature that is too high',
			{ llm_config: { ...openai, temperature: 2.5 } },
			'llm_config.temperature must be a number from 0 to 2',
		],
		[
			'an unknown provider',
			{ stt_config: { provider: 'whisper' } },
			'stt_config.provider must be one of: deepgram, elevenlabs, gladia, mistral, google',
		],
		[
			'a missing language',
			{ stt_config: { provider: 'deepgram', model: 'nova-3' } },
			'stt_config.language is required',
		],
		[
			"a voice that is not the provider's",
			{ tts_config: { provider: 'xai', voice_id: 'Kore' } },
			/^tts_config\.voice_id must be one of: ara, eve/,
		],
		[
			'settings the ElevenLabs model does not take',
			{ tts_config: { provider: 'elevenlabs', voice_id: 'v', model: 'eleven_v3', style: 0.2 } },
			'tts_config.style is not supported by eleven_v3',
		],
		[
			'a speaking rate outside Chirp',
			{ tts_config: { provider: 'google', voice_id: 'Kore', speaking_rate: 1 } },
			'tts_config.speaking_rate is supported by chirp-3-hd only',
		],
		[
			'a maximum below the minimum',
			{ speech_config: { turn_taking: { endpointing_min_delay: 3 } } },
			'speech_config.turn_taking.endpointing_max_delay must not be below endpointing_min_delay',
		],
		[
			'a phrase without letters',
			{ speech_config: { end_call_phrases: ['!?'] } },
			'speech_config.end_call_phrases[0] must have at least 2 letters or digits',
		],
		[
			'an unknown event',
			{ webhook_events: ['call-started'] },
			/^webhook_events\[0\] must be one of/,
		],
		[
			'a tool with a bad name',
			{ llm_config: { ...openai, tools: [{ name: '1x', description: 'd' }] } },
			/^llm_config\.tools\[0\]\.name must start with a letter/,
		],
		[
			'an MCP server that does not exist',
			{
				llm_config: {
					...openai,
					tools: [
						{
							type: 'mcp',
							mcp_server_id: '00000000-0000-4000-8000-000000000000',
							allowed_tools: [],
						},
					],
				},
			},
			/mcp_server_id does not refer/,
		],
		[
			'speech next to a realtime model',
			{
				llm_config: { provider: 'xai_realtime', model: 'grok-voice-think-fast-2.0' },
				tts_config: { provider: 'xai', voice_id: 'ara' },
			},
			'tts_config must be left out with xai_realtime',
		],
		['null on creation', { first_message: null }, /^first_message must be a string/],
	])('refuses %s', async (_what, body, line) => {
		const answer = await api().post('/assistants', { name: 'A', ...body });
		expect(answer.status).toBe(400);
		expect(answer.data.details).toEqual([
			typeof line === 'string' ? line : expect.stringMatching(line),
		]);
	});

	it('gives a realtime assistant no tts_config', async () => {
		const { data } = await api().post('/assistants', {
			name: 'Live',
			llm_config: { provider: 'openai_live', model: 'gpt-live-1' },
		});
		expect(data.assistant.tts_config).toBeNull();
	});

	it('clears with null and leaves alone what is not sent', async () => {
		const url = `/assistants/${ids().reception}`;
		const before = (await api().get(url)).data.assistant;
		const { data } = await api().patch(url, { analysis_plan: null });
		expect(data.assistant).toMatchObject({
			analysis_plan: null,
			first_message: before.first_message,
		});
	});
});

describe('conflicts', () => {
	it('keeps an assistant that numbers or campaigns use', async () => {
		const answer = await api().delete(`/assistants/${ids().reminders}`);
		expect(answer.status).toBe(409);
		expect(answer.data.error).toBe(
			'Assistant is used by 1 phone number and 1 campaign. Detach it first.',
		);
	});

	it('keeps a workflow until it is detached', async () => {
		const url = `/workflows/${ids().workflow}`;
		const refused = await api().delete(url);
		expect(refused.status).toBe(409);
		expect(refused.data.error).toContain('PATCH /numbers/{id} with workflow_id: null');
		await api().patch(`/numbers/${ids().mainLine}`, { workflow_id: null });
		expect((await api().delete(url)).status).toBe(200);
	});

	it('keeps an MCP server that an assistant uses, and a trunk that a number uses', async () => {
		expect((await api().delete(`/mcp-servers/${ids().mcpServer}`)).status).toBe(409);
		expect((await api().delete(`/sip-trunks/${ids().trunk}`)).status).toBe(409);
	});

	it('refuses duplicates of numbers and of MCP server names', async () => {
		const number = await client(sandbox, sandbox.keys.second).post('/numbers', {
			phone_number: '+31570612300',
		});
		const server = await api().post('/mcp-servers', { name: 'Mailbox', url: 'https://a.example' });
		expect([number.status, server.status]).toEqual([409, 409]);
	});
});

describe('numbers', () => {
	it('show the names of what they are linked to', async () => {
		const { data } = await api().get(`/numbers/${ids().mainLine}`);
		expect(data.number).toMatchObject({
			agent_name: 'Receptie',
			business_name: 'Tandartspraktijk De Linde',
			workflow_name: 'Onthaal',
			transfer_trunk_name: 'Telefooncentrale praktijk',
		});
	});

	it.each(['0612345678', '+31 6 12345678', '+0612345678', '31612345678'])(
		'refuse %s, which is not E.164',
		async (phone_number) => {
			const { data } = await api().post('/numbers', { phone_number });
			expect(data.details).toEqual(['phone_number must be a phone number in E.164 format']);
		},
	);

	it('refuse a reference into nowhere', async () => {
		const answer = await api().patch(`/numbers/${ids().mainLine}`, { agent_id: ids().trunk });
		expect(answer.status).toBe(400);
	});
});

describe('campaigns', () => {
	const campaign = () => ({
		name: 'Reminders',
		agent_id: ids().reminders,
		schedule_start_time: '09:00:00',
		schedule_end_time: '17:00:00',
		timezone: 'Europe/Amsterdam',
	});

	it('start as a draft with the leads they were given', async () => {
		const leads = [{ phone_number: '+31612345678', variables: { name: 'Jan' } }];
		const { data } = await api().post('/campaigns', { ...campaign(), leads });
		expect(data.campaign).toMatchObject({ status: 'draft', total_leads: 1, completed_leads: 0 });
		const list = await api().get(`/campaigns/${data.campaign.id as string}/leads`);
		expect(list.data.leads).toMatchObject([{ ...leads[0], status: 'pending', attempts: 0 }]);
	});

	it.each([
		[
			'a time without seconds',
			{ schedule_start_time: '09:00' },
			'schedule_start_time must be a time in the form HH:MM:SS',
		],
		['an unknown time zone', { timezone: 'Deventer' }, 'timezone must be an IANA time zone'],
		[
			'a variable that is no text',
			{ leads: [{ phone_number: '+31612345678', variables: { n: 1 } }] },
			'leads[0].variables.n must be a string',
		],
	])('refuse %s', async (_what, wrong, line) => {
		const { data } = await api().post('/campaigns', { ...campaign(), ...wrong });
		expect(data.details).toEqual([line]);
	});

	it('cannot be completed by hand, nor changed when completed', async () => {
		const byHand = await api().patch(`/campaigns/${ids().campaign}`, { status: 'completed' });
		expect(byHand.status).toBe(400);
		const url = `/campaigns/${ids().finishedCampaign}`;
		expect((await api().patch(url, { name: 'x' })).status).toBe(409);
		expect((await api().post(`${url}/leads`, { phone_number: '+31612345678' })).status).toBe(409);
	});

	it('keep a lead that is being called', async () => {
		const lead = sandbox.store.main.leads.find((entry) => entry.campaign_id === ids().campaign);
		if (!lead) throw new Error('no lead in the seed');
		const url = `/campaigns/${ids().campaign}/leads/${lead.id}`;
		lead.status = 'calling';
		expect((await api().delete(url)).status).toBe(409);
		lead.status = 'pending';
		expect((await api().delete(url)).data).toEqual({ success: true });
	});
});

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
			'definition.nodes[0].llm_config.provider must be one of: openai, xai, mistral, google',
		],
	])('refuse %s', async (_what, wrong, line) => {
		const definition = { version: 1, entry_node: 'a', nodes: [node], ...wrong };
		const answer = await api().post('/workflows', { name: 'W', definition });
		expect(answer.data).toEqual({ error: 'Invalid workflow definition', details: [line] });
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

describe('other documented shapes', () => {
	it('follow the operation pages', async () => {
		sandbox.shapes = 'api-doc';
		const { data } = await api().get('/analysis-templates');
		expect(data).toMatchObject({ total: 2, limit: 50, offset: 0 });
		const one = await api().get(`/analysis-templates/${ids().analysisTemplate}`);
		expect(one.data.name).toBe('Afspraakwens');
		const gone = await api().delete(`/analysis-templates/${ids().analysisTemplate}`);
		expect([gone.status, gone.data]).toEqual([204, '']);
	});

	it('follow the older pages', async () => {
		sandbox.shapes = 'legacy';
		expect((await api().get('/tool-templates')).data).toHaveProperty('toolTemplates');
		expect((await api().get(`/sip-trunks/${ids().trunk}`)).data).toHaveProperty('sip_trunk');
	});

	it('have null wherever the reference allows it', async () => {
		sandbox.nulls = true;
		const { data } = await api().get('/calls?limit=1');
		expect(data.calls[0]).toMatchObject({ caller_phone: null, summary: null, messages: null });
		expect(data.calls[0].id).toEqual(expect.any(String));
	});

	it('have fields nobody documented', async () => {
		sandbox.extras = true;
		const { data } = await api().get('/assistants');
		expect(data).toHaveProperty('undocumented_field');
		expect(data.assistants[0]).toHaveProperty('undocumented_field');
	});
});
