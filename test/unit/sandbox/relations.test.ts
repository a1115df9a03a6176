import { useSharedSandbox } from './helpers';

const shared = useSharedSandbox({ requestLimit: 100_000 });
const { api, ids } = shared;

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
		const number = await shared.api(shared.sandbox.keys.second).post('/numbers', {
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
		const { leads } = shared.sandbox.store.main;
		const lead = leads.find((entry) => entry.campaign_id === ids().campaign);
		if (!lead) throw new Error('no lead in the seed');
		const url = `/campaigns/${ids().campaign}/leads/${lead.id}`;
		lead.status = 'calling';
		expect((await api().delete(url)).status).toBe(409);
		lead.status = 'pending';
		expect((await api().delete(url)).data).toEqual({ success: true });
	});
});
