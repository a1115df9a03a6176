import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../../dev/byId';
import { runNode } from '../../../dev/engine/engine';
import { useSandbox } from '../../../dev/engine/sandbox';

const sandbox = useSandbox();

/** Something that looks like an ID; nothing is asked about it. */
const ID = byId('17a0cb75-fa09-4bdd-9a44-92a70d829c88');

/** n8n itself refuses what is left empty in the editor, but not an expression that comes out empty. */
const NOTHING = '={{ $json.missing }}';

interface Refusal {
	what: string;
	parameters: IDataObject;
	/** The whole red title. */
	message: string;
}

const newCampaign = {
	resource: 'campaign',
	operation: 'create',
	name: 'Reminders',
	assistantId: ID,
};
const newTool = { resource: 'toolTemplate', operation: 'create', name: 'lookup' };
const newServer = { resource: 'mcpServer', operation: 'create', name: 'CRM' };

const REFUSALS: Refusal[] = [
	...['0612345678', '31612345678', 'call me'].map((phoneNumber) => ({
		what: `"${phoneNumber}" as a phone number`,
		parameters: { resource: 'phoneNumber', operation: 'create', phoneNumber },
		message: `'Phone Number': "${phoneNumber}" is not a phone number in international format. Start with + and the country code, such as +31612345678.`,
	})),
	...(
		[
			['+0612345678', 'does not begin with a country code, such as the 31 in +31612345678'],
			['+31', 'has too few digits for a phone number'],
			['+31 6 1234 5678 1234 56', 'has more digits than a number of the country code 31'],
		] as const
	).map(([phoneNumber, why]) => ({
		what: `"${phoneNumber}" as a phone number`,
		parameters: { resource: 'phoneNumber', operation: 'create', phoneNumber },
		message: `'Phone Number': "${phoneNumber}" ${why}.`,
	})),
	{
		what: 'an expression that gives no phone number',
		parameters: { resource: 'phoneNumber', operation: 'create', phoneNumber: NOTHING },
		message: "'Phone Number' is required, but it is empty",
	},
	...['9:00', '24:00', '09.00', '9am', '09:60'].map((scheduleStartTime) => ({
		what: `"${scheduleStartTime}" as a time of day`,
		parameters: { ...newCampaign, scheduleStartTime },
		message: `'Earliest Call Time': "${scheduleStartTime}" is not a time of day. Use two digits each for hours and minutes, such as 09:00 or 17:30.`,
	})),
	{
		what: 'a bad time of day in an update',
		parameters: {
			resource: 'campaign',
			operation: 'update',
			campaignId: ID,
			updateFields: { scheduleEndTime: '5:00' },
		},
		message: `'Latest Call Time': "5:00" is not a time of day. Use two digits each for hours and minutes, such as 09:00 or 17:30.`,
	},
	...['Amsterdam', '+01:00', 'Europe/Rotterdam'].map((timezone) => ({
		what: `"${timezone}" as a time zone`,
		parameters: { ...newCampaign, timezone },
		message: `'Time Zone': "${timezone}" is not a time zone. Use a name such as Europe/Amsterdam.`,
	})),
	{
		what: 'a campaign without an assistant',
		parameters: { ...newCampaign, assistantId: byId(NOTHING) },
		message: "'Assistant' is required, but it is empty",
	},
	{
		what: 'a wrong number among the leads of a form',
		parameters: {
			...newCampaign,
			leadsFrom: 'fields',
			leads: { lead: [{ phoneNumber: '+31612345678' }, { phoneNumber: '06' }] },
		},
		message: `'Leads to Call': Lead 2: "06" is not a phone number in international format. Start with + and the country code, such as +31612345678, or set 'Default Country Code' under Options.`,
	},
	{
		what: 'a wrong number among the leads in JSON',
		parameters: { ...newCampaign, leadsFrom: 'json', leadsJson: '[{ "phone_number": "06" }]' },
		message: `'Leads (JSON)': Lead 1: "06" is not a phone number in international format. Start with + and the country code, such as +31612345678, or set 'Default Country Code' under Options.`,
	},
	{
		what: 'leads that are no list',
		parameters: { ...newCampaign, leadsFrom: 'json', leadsJson: '{}' },
		message: `'Leads (JSON)': This must be a list, such as [{"phone_number": "+31612345678"}]`,
	},
	{
		what: 'content that is kept longer than metadata',
		parameters: {
			resource: 'organization',
			operation: 'updateRetention',
			contentRetentionDays: 365,
			metadataRetentionDays: 180,
		},
		message: "'Keep Content For' must not be longer than 'Keep Metadata For'",
	},
	{
		what: 'a period that the API does not have',
		parameters: {
			resource: 'organization',
			operation: 'updateRetention',
			contentRetentionDays: '={{ 45 }}',
		},
		message: `'Keep Content For': "45" is none of 30, 90, 180, 365`,
	},
	{
		what: 'bad JSON, with its place',
		parameters: {
			resource: 'workflow',
			operation: 'create',
			name: 'Reception',
			definition: '{\n  "version": 1,\n  "nodes": [}\n}',
		},
		message: "'Definition (JSON)': This is not valid JSON: look at line 3, column 13",
	},
	{
		what: 'JSON of another kind',
		parameters: {
			resource: 'analysisTemplate',
			operation: 'create',
			...{ name: 'Budget', systemPrompt: 'You are.', userPrompt: 'Find.', schema: '[]' },
		},
		message: `'Schema (JSON)': This must be a JSON object, such as {"name": "value"}`,
	},
	...(
		[
			['analysisTemplate', 'analysisTemplateId'],
			['campaign', 'campaignId'],
			['mcpServer', 'mcpServerId'],
			['phoneNumber', 'phoneNumberId'],
			['toolTemplate', 'toolTemplateId'],
			['workflow', 'workflowId'],
		] as const
	).map(([resource, id]) => ({
		what: `an update of ${resource} that changes nothing`,
		parameters: { resource, operation: 'update', [id]: ID, updateFields: {} },
		message: 'There is nothing to update',
	})),
	{
		what: 'an ID that was left empty',
		parameters: { resource: 'sipTrunk', operation: 'delete', sipTrunkId: byId(NOTHING) },
		message: "'SIP Trunk': The ID is empty",
	},
	{
		what: 'a lead that was left empty',
		parameters: {
			resource: 'campaignLead',
			operation: 'delete',
			campaignId: ID,
			leadId: byId('={{ " " }}'),
		},
		message: "'Lead': The ID is empty",
	},
	{
		what: 'an MCP server without https',
		parameters: { ...newServer, url: 'http://mcp.example.com' },
		message: `'URL': "http://mcp.example.com" must start with https://`,
	},
	{
		what: 'a timeout out of range',
		parameters: {
			...newServer,
			url: 'https://mcp.example.com',
			additionalFields: { timeoutSeconds: 61 },
		},
		message: `'Server Timeout (Seconds)': "61" is not a whole number from 5 to 60`,
	},
	{
		what: 'a template name that cannot name its function',
		parameters: { ...newTool, name: 'Customer lookup' },
		message: `'Name': "Customer lookup" cannot be the name of a function`,
	},
	{
		what: 'a function name with a space',
		parameters: { ...newTool, functionName: 'look up' },
		message: `'Function Name': "look up" is not a function name. Use up to 64 letters, digits, _ and -, starting with a letter or _.`,
	},
	{
		what: 'a transfer without destinations',
		parameters: { ...newTool, toolType: 'transfer_call' },
		message: "'Destinations': Add at least one destination",
	},
	{
		what: 'a transfer to something that is no phone number',
		parameters: {
			...newTool,
			toolType: 'transfer_call',
			destinations: { destination: [{ number: 'Sales', description: 'Sales' }] },
		},
		message: `'Destinations': "Sales" is not a phone number in international format. Start with + and the country code, such as +31612345678.`,
	},
];

test.each(REFUSALS)('$what is refused before anything is sent', async ({ parameters, message }) => {
	const { error } = await runNode(parameters, { credential: sandbox.credential });
	expect(error).toMatchObject({ message, context: { itemIndex: 0 } });
	expect(sandbox.api.requests).toEqual([]);
});

describe('what only the API knows is said in its words', () => {
	test('a call workflow that numbers use', async () => {
		const [{ id }] = sandbox.api.store.main.workflows;
		const parameters = { resource: 'workflow', operation: 'delete', workflowId: byId(id) };
		const { error } = await runNode(parameters, { credential: sandbox.credential });
		expect(error?.message).toMatch(/^Workflow is attached to 1 phone number\. Detach it first/);
		expect(error?.description).toContain('Detach it with Phone Number: Update');
	});

	test('an MCP server whose name is taken', async () => {
		const [{ name }] = sandbox.api.store.main.mcpServers;
		const parameters = { ...newServer, name, url: 'https://mcp.example.com' };
		const { error } = await runNode(parameters, { credential: sandbox.credential });
		expect(error?.message).toBe(`An MCP server named "${name}" already exists`);
	});

	test('an MCP server that moves without its headers, with the parameter', async () => {
		const [{ id }] = sandbox.api.store.main.mcpServers;
		const updateFields = { url: 'https://other.example.com/mcp' };
		const { error } = await runNode(
			{ resource: 'mcpServer', operation: 'update', mcpServerId: byId(id), updateFields },
			{ credential: sandbox.credential },
		);
		expect(error?.message).toContain('headers is required when url moves to another host');
		expect(error?.description).toContain("Check the parameter 'Headers'.");
	});

	test('every mistake in the definition of a call workflow', async () => {
		const definition = { version: 1, entry_node: 'missing', nodes: [{ id: 'x', type: 'end' }] };
		const { error } = await runNode(
			{ resource: 'workflow', operation: 'create', name: 'X', definition },
			{ credential: sandbox.credential },
		);
		expect(error?.message).toMatch(/^Invalid workflow definition: .*missing/);
	});
});

describe('a campaign from all input items', () => {
	const fromItems = {
		...newCampaign,
		leadsFrom: 'inputItems',
		leadPhoneNumber: '={{ $json.phone }}',
	};
	const input = [{ phone: '+31612345678' }, { phone: 'unknown' }, { phone: '+31687654321' }];

	const parameters = () => ({
		...fromItems,
		assistantId: byId(sandbox.api.store.main.assistants[0].id),
	});

	test('names the item whose number is wrong, and creates nothing', async () => {
		const { error } = await runNode(parameters(), { credential: sandbox.credential, input });
		expect(error).toMatchObject({
			message: expect.stringMatching(/^'Lead Phone Number': "unknown" is not a phone number/),
			context: { itemIndex: 1 },
		});
		expect(sandbox.api.requests).toEqual([]);
	});

	test('goes on without that item when the node is set to continue', async () => {
		const { items, errorItems } = await runNode(parameters(), {
			credential: sandbox.credential,
			input,
			onError: 'continueErrorOutput',
		});
		expect(items).toHaveLength(1);
		expect(items[0]).toMatchObject({
			json: { total_leads: 2 },
			pairedItem: [{ item: 0 }, { item: 2 }],
		});
		expect(errorItems.map(({ json }) => json)).toEqual([
			{ error: expect.stringContaining('"unknown" is not a phone number') },
		]);
	});

	test('is not created twice by Retry On Fail after an answer that was lost', async () => {
		sandbox.api.faults.add({ kind: 'reset-after', path: '/campaigns' });
		const before = sandbox.api.store.main.campaigns.length;
		const { error } = await runNode(parameters(), {
			credential: sandbox.credential,
			input: [input[0], input[2]],
			retryOnFail: true,
			maxTries: 2,
		});
		expect(error?.message).toContain('not sent again by Retry On Fail');
		expect(sandbox.api.store.main.campaigns).toHaveLength(before + 1);
	});

	test('does nothing without input items', async () => {
		await runNode(parameters(), { credential: sandbox.credential, input: [] });
		expect(sandbox.api.requests).toEqual([]);
	});
});
