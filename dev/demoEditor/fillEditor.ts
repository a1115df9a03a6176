import type { Sandbox } from '../../sandbox';
import type { CredentialJson, N8nApi, SavedCredential, SavedWorkflow } from '../n8n/api';
import { exampleFiles, readExample } from '../n8n/examples';
import { createTable } from '../n8n/tables';
import { TABLES } from './demoData';
import { readyExample, type Choice, type Choices } from './readyExample';

export const CREDENTIAL_NAME = 'HMS Sovereign (sandbox)';

/**
 * Signs in, and loads credentials and examples, each ready to run. What was changed in an earlier run is
 * left alone.
 *
 * @param modelUrl of the simulated language model; undefined when other services are not simulated
 */
export async function fillEditor(
	n8n: N8nApi,
	sandbox: Sandbox,
	modelUrl: string | undefined,
): Promise<void> {
	await n8n.signIn();
	const credentials = await saveCredentials(n8n, sandbox, modelUrl);
	const present = await n8n.listWorkflows();
	const names = new Set(present.map(({ name }) => name));
	for (const file of exampleFiles()) {
		const example = readExample(file);
		if (names.has(example.name)) continue;
		const table = await tableOf(n8n, file);
		const parameters = { ...choicesIn(sandbox), ...(table && { dataTableId: table }) };
		await n8n.saveWorkflow(readyExample(example, { credentials, parameters }));
	}
	await registerAgain(n8n, present);
}

async function saveCredentials(
	n8n: N8nApi,
	sandbox: Sandbox,
	modelUrl: string | undefined,
): Promise<Choices['credentials']> {
	const ours = await saveCredential(n8n, {
		name: CREDENTIAL_NAME,
		type: 'hmsSovereignApi',
		data: { apiKey: sandbox.apiKey, baseUrl: sandbox.url, webhookSecret: '' },
	});
	const credentials: Choices['credentials'] = [[/hmsSovereign(Tool|Trigger)?$/, ours]];
	if (modelUrl === undefined) return credentials;
	const slack = await saveCredential(n8n, {
		name: 'Slack (simulated)',
		type: 'slackApi',
		data: { accessToken: 'xoxb-simulated' },
	});
	const model = await saveCredential(n8n, {
		name: 'OpenAI (simulated)',
		type: 'openAiApi',
		data: { apiKey: 'sk-simulated', url: modelUrl },
	});
	const others = await Promise.all(
		SIMULATED.map(
			async ([types, type, data]): Promise<Choices['credentials'][number]> => [
				types,
				await saveCredential(n8n, { name: `${type} (simulated)`, type, data }),
			],
		),
	);
	return [...credentials, [/slack(HitlTool|Tool)?$/, slack], [/lmChatOpenAi$/, model], ...others];
}

/** As Google leaves it after a sign-in, which needs a browser. */
const SIGNED_IN = {
	clientId: 'simulated',
	clientSecret: 'simulated',
	oauthTokenData: { access_token: 'simulated', refresh_token: 'simulated', token_type: 'Bearer' },
};

const SIMULATED: Array<[nodeTypes: RegExp, type: string, data: CredentialJson['data']]> = [
	[/hubspot$/, 'hubspotAppToken', { appToken: 'simulated' }],
	[/googleSheets$/, 'googleSheetsOAuth2Api', SIGNED_IN],
	[/googleCalendar$/, 'googleCalendarOAuth2Api', SIGNED_IN],
];

/** The addresses of what is simulated may be others than last time. */
async function saveCredential(n8n: N8nApi, credential: CredentialJson): Promise<SavedCredential> {
	const present = (await n8n.listCredentials()).find(({ name }) => name === credential.name);
	return present
		? await n8n.updateCredential(present.id, credential)
		: await n8n.createCredential(credential);
}

/** What an assistant needs that asks for an approval. */
const APPROVAL_ANALYSIS = {
	structured_data_plan: {
		enabled: true,
		schema: {
			type: 'object',
			properties: { approved: { type: 'boolean' }, reason: { type: 'string' } },
		},
	},
};

function choicesIn({ store }: Sandbox): Record<string, Choice> {
	const { assistants, numbers, campaigns } = store.main;
	const [campaign] = campaigns;
	const assistant = assistants.find(({ id }) => id === store.ids.reception);
	const asking = assistants.find(({ id }) => id === store.ids.reminders);
	if (asking !== undefined) asking.analysis_plan = APPROVAL_ANALYSIS;
	const number = numbers.find(({ id }) => id === store.ids.mainLine);
	return {
		assistantId: { value: store.ids.reception, name: assistant?.name ?? '' },
		'sendAndWait.assistantId': { value: store.ids.reminders, name: asking?.name ?? '' },
		phoneNumberId: { value: store.ids.mainLine, name: number?.phone_number ?? '' },
		campaignId: { value: campaign.id, name: campaign.name },
		documentId: { value: 'sheet-1', name: 'People' },
		sheetName: { value: '0', name: 'Leads' },
		calendar: { value: 'practice@example.com', name: 'Practice' },
	};
}

async function tableOf(n8n: N8nApi, file: string): Promise<Choice | undefined> {
	const wanted = TABLES[file];
	if (wanted === undefined) return undefined;
	const { id, add } = await createTable(n8n, wanted.columns, await freeName(n8n, wanted.name));
	if (wanted.rows.length > 0) await add(wanted.rows);
	return { value: id, name: wanted.name };
}

/** An example that was deleted and is loaded again gets a table of its own. */
async function freeName(n8n: N8nApi, name: string): Promise<string> {
	const { id } = await n8n.ask<{ id: string }>('GET', '/rest/projects/personal');
	const { data } = await n8n.ask<{ data: Array<{ name: string }> }>(
		'GET',
		`/rest/projects/${id}/data-tables`,
	);
	const taken = new Set(data.map((table) => table.name));
	let free = name;
	for (let count = 2; taken.has(free); count += 1) free = `${name} ${count}`;
	return free;
}

/** The sandbox forgets at its end which addresses the assistants had, and n8n registers only once. */
async function registerAgain(n8n: N8nApi, workflows: SavedWorkflow[]): Promise<void> {
	for (const workflow of workflows.filter(({ active }) => active)) {
		await n8n.deactivate(workflow);
		await n8n.activate(workflow);
	}
}
