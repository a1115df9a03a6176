import { byId } from '../../../dev/byId';
import { openPicker, type PickerOptions } from '../support/picker';
import { useSandbox } from '../../../dev/engine/sandbox';

const sandbox = useSandbox();

/** What is chosen in a node that deletes a lead. */
const ofCampaign = (id: string) => ({
	resource: 'campaignLead',
	operation: 'delete',
	campaignId: byId(id),
});

async function open(method: string, options: Omit<PickerOptions, 'credential'> = {}) {
	return await openPicker(method, { credential: sandbox.credential(), ...options });
}

async function namesIn(method: string, options: Omit<PickerOptions, 'credential'> = {}) {
	const { results } = await open(method, options);
	return results.map(({ name }) => name);
}

describe('entries are named as people know them', () => {
	test.each([
		['searchAnalysisTemplates', 'Afspraakwens'],
		['searchAssistants', 'Receptie'],
		['searchCampaigns', 'Afspraakherinneringen (paused)'],
		['searchMcpServers', 'Mailbox (https://mcp.delinde.example/mcp)'],
		['searchPhoneNumbers', 'Onthaal (+31570612300)'],
		['searchSipTrunks', 'Telefooncentrale praktijk (sip.delinde.example)'],
		['searchToolTemplates', 'Patient lookup (function)'],
		['searchWorkflows', 'Onthaal'],
	])('%s shows "%s"', async (method, name) => {
		expect(await namesIn(method)).toContain(name);
	});

	test('a number is called after its assistant when no call workflow answers', async () => {
		const { main } = sandbox.api.store;
		const number = main.numbers[1];
		const assistant = main.assistants.find(({ id }) => id === number.agent_id);
		expect(await namesIn('searchPhoneNumbers')).toContain(
			`${assistant?.name} (${number.phone_number})`,
		);
	});

	test('a number that nobody answers says so', async () => {
		const [number] = sandbox.api.store.main.numbers;
		Object.assign(number, { agent_id: null, workflow_id: null });
		expect(await namesIn('searchPhoneNumbers')).toContain(
			`Nobody answers (${number.phone_number})`,
		);
	});

	test('inactive assistants and call workflows are marked', async () => {
		const { main } = sandbox.api.store;
		main.assistants[0].is_active = false;
		main.workflows[0].is_active = false;
		expect(await namesIn('searchAssistants')).toContain('Receptie (inactive)');
		expect(await namesIn('searchWorkflows')).toEqual(['Onthaal (inactive)']);
	});

	test('voices stand in groups by language, the default before them', async () => {
		const names = await namesIn('searchPlatformVoices');
		expect(names[0]).toBe('VoiceDock (the default)');
		expect(names).toContain('Dutch (Netherlands): Pim');
		const languages = names.slice(1).map((name) => name.split(':')[0]);
		expect(languages).toEqual([...languages].sort((a, b) => a.localeCompare(b)));
		expect(new Set(languages).size).toBeGreaterThan(30);
	});

	test.each([
		['the name', 'PIM', ['Dutch (Netherlands): Pim']],
		['the language in Dutch', 'vlaams', ['Flemish: Joke', 'Flemish: Nathalie', 'Flemish: Rik']],
		['the ID', 'nl_NL-pim', ['Dutch (Netherlands): Pim']],
	])('voices are found by %s', async (_what, filter, found) => {
		expect(await namesIn('searchPlatformVoices', { filter })).toEqual(found);
	});

	test('a voice is shown with its gender and a sample to listen to, where the API has them', async () => {
		const voices = [
			{
				id: 'nl_NL-pim-medium',
				name: 'Pim',
				language: 'nl',
				gender: 'male',
				preview_url: 'https://cdn.example/pim.mp3',
			},
			{
				id: 'other',
				name: 'Anna',
				language: 'not a language',
				sample: 'javascript:alert(1)',
			},
			{ id: 'nameless' },
		];
		sandbox.api.faults.add({ kind: 'wrong-json', path: '/voices', body: { voices } });
		const { results } = await open('searchVoices');
		expect(results).toEqual([
			{
				name: 'Dutch (Netherlands): Pim, male',
				value: 'nl_NL-pim-medium',
				url: 'https://cdn.example/pim.mp3',
			},
			{ name: 'nameless', value: 'nameless' },
			{ name: 'not a language: Anna', value: 'other' },
		]);
	});

	test('resend domains are shown with their status', async () => {
		const { main } = sandbox.api.store;
		main.providerKeys.resend = { secretId: 'vault-1', apiKey: 'only-in-the-vault' };
		expect(await namesIn('searchResendDomains')).toContain('mail.delinde.example (verified)');
	});
});

test('the value of an entry is the ID, and entries are sorted by name', async () => {
	const { results } = await open('searchAssistants');
	const { assistants } = sandbox.api.store.main;
	expect(results.map(({ value }) => value).sort()).toEqual(assistants.map(({ id }) => id).sort());
	const names = results.map(({ name }) => name);
	expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
});

describe('search', () => {
	test.each([
		['part of the name in any case', 'ONTHA'],
		['part of the number', '+3157061230'],
		['a number as people write it', '+31 570 61 23 00'],
		['the ID', '7f8a9b2c-3d4e'],
	])('finds %s', async (_what, filter) => {
		expect(await namesIn('searchPhoneNumbers', { filter })).toEqual(['Onthaal (+31570612300)']);
	});

	test('gives an empty list when nothing fits', async () => {
		expect(await open('searchCampaigns', { filter: 'no such campaign' })).toEqual({ results: [] });
	});
});

describe('calls', () => {
	test('are shown with direction, number, status, time in the zone of the workflow, and assistant', async () => {
		const call = sandbox.api.store.main.calls.at(-1);
		Object.assign(call ?? {}, {
			caller_phone: '+31612345678',
			created_at: '2026-11-24T08:13:00.000Z',
			status: 'ended',
			direction: 'inbound',
			agent_name: 'Receptie',
		});
		const [first] = await namesIn('searchCalls', { timezone: 'Europe/Amsterdam' });
		expect(first).toBe('From +31612345678, ended, 24 Nov, 09:13, Receptie');
	});

	test.each([
		['the assistant', 'receptie'],
		['the direction', 'outbound'],
		['the number as people write it', '+31 6 1234 5678'],
	])('are found by %s', async (_what, filter) => {
		const { calls } = sandbox.api.store.main;
		for (const call of calls) {
			Object.assign(call, { caller_phone: '+32470000000', direction: 'inbound', agent_name: null });
		}
		const found = { caller_phone: '+31612345678', direction: 'outbound', agent_name: 'Receptie' };
		Object.assign(calls[3], found, { id: 'call-1' });
		const { results } = await open('searchCalls', { filter });
		expect(results).toEqual([
			{ name: expect.stringMatching(/^To \+31612345678, .+, Receptie$/), value: 'call-1' },
		]);
	});

	test('have words for calls whose number is gone', async () => {
		const call = sandbox.api.store.main.calls.at(-1);
		Object.assign(call ?? {}, { caller_phone: null, direction: 'web' });
		expect((await namesIn('searchCalls'))[0]).toMatch(/^Web call, /);
	});

	test('come page by page, and every one once', async () => {
		const ids: unknown[] = [];
		let token: string | undefined;
		let pages = 0;
		do {
			const { results, paginationToken } = await open('searchCalls', { paginationToken: token });
			ids.push(...results.map(({ value }) => value));
			token = paginationToken as string | undefined;
			pages += 1;
		} while (token !== undefined && pages < 10);

		const { calls } = sandbox.api.store.main;
		expect(ids).toEqual([...calls].reverse().map(({ id }) => id));
		expect(pages).toBe(Math.ceil(calls.length / 50));
	});

	test('are searched in large pages', async () => {
		const { calls } = sandbox.api.store.main;
		const [oldest] = calls;
		const { results } = await open('searchCalls', { filter: oldest.id });
		expect(results.map(({ value }) => value)).toEqual([oldest.id]);
		expect(sandbox.api.requests.map(({ query }) => query)).toEqual([
			{ limit: '1000', offset: '0' },
		]);
	});
});

describe('leads', () => {
	test('are those of the chosen campaign, with name, number and status', async () => {
		const { main } = sandbox.api.store;
		const [{ id }] = main.campaigns;
		const leads = main.leads.filter((lead) => lead.campaign_id === id);
		const names = await namesIn('searchLeads', { parameters: ofCampaign(id) });
		expect(names).toEqual(
			leads.map(
				({ variables, phone_number, status }) => `${variables.name} (${phone_number}), ${status}`,
			),
		);
	});

	test('cannot be listed for a campaign that only the run will know', async () => {
		const parameters = ofCampaign('={{ $json.campaign }}');
		await expect(open('searchLeads', { parameters })).rejects.toThrow(
			"Leads cannot be listed while the 'Campaign' is an expression",
		);
	});

	test('are not asked for before a campaign is chosen', async () => {
		const parameters = ofCampaign('');
		await expect(open('searchLeads', { parameters })).rejects.toThrow(
			"Choose the 'Campaign' first",
		);
		expect(sandbox.api.requests).toEqual([]);
	});
});

describe('time zones', () => {
	const timezone = 'Europe/Amsterdam';

	test("are those that n8n knows, the workflow's own first", async () => {
		const { results } = await open('searchTimeZones', { timezone });
		expect(results[0]).toEqual({
			name: 'Europe/Amsterdam (this workflow)',
			value: 'Europe/Amsterdam',
		});
		expect(results.length).toBeGreaterThan(300);
		expect(results.filter(({ value }) => value === timezone)).toHaveLength(1);
		expect(sandbox.api.requests).toEqual([]);
	});

	test.each([
		['new york', 'America/New_York'],
		['AMSTER', 'Europe/Amsterdam (this workflow)'],
	])('"%s" finds %s', async (filter, name) => {
		expect(await namesIn('searchTimeZones', { timezone, filter })).toEqual([name]);
	});
});

describe('what goes wrong is said in our words', () => {
	test('a key that the API does not know', async () => {
		const credential = { ...sandbox.credential(), apiKey: 'fl_live_wrong' };
		await expect(openPicker('searchAssistants', { credential })).rejects.toMatchObject({
			message: 'Invalid or missing API key',
			description: expect.stringContaining('Open the HMS Sovereign credential'),
		});
	});

	test('a campaign that does not exist', async () => {
		const parameters = ofCampaign('cb0b9c1e-0000-4000-8000-000000000000');
		await expect(open('searchLeads', { parameters })).rejects.toMatchObject({
			message: 'Campaign not found',
			description: expect.stringContaining('Pick it from the list.'),
		});
	});

	test('Resend domains without a stored Resend key', async () => {
		await expect(open('searchResendDomains')).rejects.toThrow('No API key is stored for resend');
	});
});

test.each(['legacy', 'api-doc'] as const)(
	'lists in the %s envelope are understood',
	async (shapes) => {
		sandbox.api.shapes = shapes;
		expect(await namesIn('searchAnalysisTemplates')).toContain('Afspraakwens');
		expect(await namesIn('searchSipTrunks')).toHaveLength(1);
	},
);

test('fields that are null leave no "null" in a name', async () => {
	sandbox.api.nulls = true;
	for (const method of ['searchCalls', 'searchPhoneNumbers', 'searchSipTrunks']) {
		expect((await namesIn(method)).join()).not.toMatch(/null|undefined/);
	}
});

test.each([
	['searchAssistants', 'assistants'],
	['searchCalls', 'calls'],
	['searchLeads', 'leads'],
])('%s says when the answer is no list', async (method, list) => {
	sandbox.api.faults.add({ kind: 'status', status: 200, body: { [list]: null } });
	const parameters = ofCampaign(sandbox.api.store.main.campaigns[0].id);
	await expect(open(method, { parameters })).rejects.toThrow(
		`HMS Sovereign sent an answer without the list of ${list}`,
	);
});
