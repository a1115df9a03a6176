import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../dev/byId';
import { runNode } from '../../dev/engine/engine';
import { credentialOf } from '../../dev/engine/sandbox';
import { startSandbox, type Sandbox } from '../../sandbox';

let api: Sandbox;

beforeEach(async () => {
	api = await startSandbox();
});

afterEach(async () => {
	await api.close();
});

const anna = { phone_number: '+31612345678', variables: { name: 'Anna', date: '3 May' } };

async function createCampaign(text: string, more: IDataObject = {}, input: IDataObject[] = [{}]) {
	return await runNode(
		{
			resource: 'campaign',
			operation: 'create',
			name: 'Reminders',
			assistantId: byId(api.store.ids.reminders),
			leadsFrom: 'json',
			leadsJson: JSON.stringify([anna]),
			additionalFields: { systemMessageTemplate: text },
			...more,
		},
		{ credential: credentialOf(api), input },
	);
}

function textsSent() {
	return api.requests.map(({ body }) => (body as IDataObject).system_message_template);
}

test('placeholders in a fixed text reach the API, and nothing is said', async () => {
	const text = 'Remind {{name}} of {{ date }}.  Be kind.';
	const { hints, error } = await createCampaign(text);
	expect(error).toBeUndefined();
	expect(hints).toEqual([]);
	expect(textsSent()).toEqual([text]);
});

test('in an expression they are written as the hint at the field says', async () => {
	const { hints } = await createCampaign("=Remind {{ '{{' }}name}} of {{ '{{' }}date}}.");
	expect(hints).toEqual([]);
	expect(textsSent()).toEqual(['Remind {{name}} of {{date}}.']);
});

test.each([
	['=Remind {{name}} of the appointment.', 'Remind  of'],
	['=Call {{name}}, please.', 'Call ,'],
	['=The call is for {{ name }}', 'for '],
])('%j: n8n fills it itself, which leaves a gap, and that is said', async (text, gap) => {
	const { hints } = await createCampaign(text);
	expect(hints).toEqual([
		{
			message: `'System Message' has no placeholder for {{name}}, {{date}}, so these variables are not used. It has a gap at "${gap}", where n8n may have filled one itself. In an expression n8n fills double braces itself: write {{ '{{' }}name}} there.`,
			location: 'outputPane',
			type: 'warning',
		},
	]);
});

test('a variable that no placeholder uses is named; without a gap nothing is said of one', async () => {
	const { hints } = await createCampaign('Remind {{name}}.');
	const [{ message }] = hints;
	expect(message).toContain('no placeholder for {{date}},');
	expect(message).not.toContain('gap');
});

test('leads from input items: said once, of the leads together', async () => {
	const { hints } = await createCampaign(
		'Remind {{name}}.',
		{
			leadsFrom: 'inputItems',
			leadPhoneNumber: '={{ $json.phone }}',
			leadVariables: { pairs: [{ name: 'city', value: 'Delft' }] },
		},
		[{ phone: '+31612345678' }, { phone: '+31687654321' }],
	);
	expect(hints.map(({ message }) => message)).toEqual([
		expect.stringContaining('no placeholder for {{city}},'),
	]);
});

test('a campaign for each item: what is the same for all is said once', async () => {
	const { hints } = await createCampaign('Remind {{name}}.', {}, [{}, {}, {}]);
	expect(api.requests).toHaveLength(3);
	expect(hints).toHaveLength(1);
});

test.each([
	['no system message', '', {}],
	['no leads yet', 'Remind  of it.', { leadsFrom: 'none' }],
	['leads without variables', 'Hi .', { leadsJson: '[{ "phone_number": "+31612345678" }]' }],
])('%s: nothing is said', async (_, text, more) => {
	const { hints, error } = await createCampaign(text, more);
	expect(error).toBeUndefined();
	expect(hints).toEqual([]);
});
