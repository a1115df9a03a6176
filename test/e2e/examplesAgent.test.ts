import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../dev/byId';
import type { Execution, SavedCredential, WorkflowJson } from '../../dev/n8n/api';
import { pickCredential, readExample } from '../../dev/n8n/examples';
import { until } from '../../dev/n8n/until';
import { startModelStandIn, type ModelStandIn, type Reply } from '../../dev/standIns/modelStandIn';
import { n8nUnderTest } from './support/n8nUnderTest';
import { openScene, type Scene } from './support/scene';
import { startSlackStandIn, type SlackStandIn } from '../../dev/standIns/slackStandIn';

/** Human review of tools came with n8n 2, so this example is tested there only. */
describe('The example "AI agent with approval", its model a script', () => {
	let scene: Scene;
	let slack: SlackStandIn;
	let model: ModelStandIn;
	let slackApi: SavedCredential;
	let openAiApi: SavedCredential;

	beforeAll(async () => {
		scene = await openScene();
		slack = await startSlackStandIn(n8nUnderTest());
		model = await startModelStandIn();
		slackApi = await scene.n8n.createCredential({
			name: 'Slack account',
			type: 'slackApi',
			data: { accessToken: 'xoxb-test' },
		});
		openAiApi = await scene.n8n.createCredential({
			name: 'Scripted model',
			type: 'openAiApi',
			data: { apiKey: 'sk-test', url: model.url },
		});
	});

	beforeEach(() => {
		slack.messages.splice(0);
		model.requests.splice(0);
		model.script.splice(0);
	});

	afterEach(() => scene.sandbox.reset());

	afterAll(async () => {
		await Promise.all([slack.close(), model.close(), scene.sandbox.close()]);
	});

	/** What a user does with the imported example. */
	function prepared(): WorkflowJson {
		const { ids } = scene.sandbox.store;
		let example = pickCredential(
			readExample('ai-agent-with-approval.json'),
			/hmsSovereignTool$/,
			scene.credential,
		);
		example = pickCredential(example, /slackHitlTool$/, slackApi);
		example = pickCredential(example, /lmChatOpenAi$/, openAiApi);
		const chosen = { assistantId: byId(ids.reception), phoneNumberId: byId(ids.mainLine) };
		const nodes = example.nodes.map((node) =>
			node.name === 'Start call'
				? { ...node, parameters: { ...node.parameters, ...chosen } }
				: node,
		);
		return { ...example, nodes };
	}

	/** Sends a message in the editor's chat; answers the execution's id. */
	async function say(chatInput: string, ...script: Reply[]): Promise<string> {
		model.script.push(...script);
		const workflowData = await scene.n8n.saveWorkflow(prepared());
		const json = { sessionId: 'test', action: 'sendMessage', chatInput };
		const data = { startTime: 0, executionTime: 0, executionIndex: 0, source: [] };
		const { executionId } = await scene.n8n.ask<{ executionId: string }>(
			'POST',
			`/rest/workflows/${workflowData.id}/run`,
			{
				workflowData,
				startNodes: [],
				triggerToStartFrom: {
					name: 'Chat',
					data: { ...data, data: { main: [[{ json }]] } },
				},
			},
		);
		return executionId;
	}

	/** Presses a button of the count-th message in Slack, once the execution waits for that. */
	async function press(id: string, button: 'Approve' | 'Decline', count = 1): Promise<void> {
		await until('the question in Slack', () => slack.messages.length >= count);
		await until('the wait', async () => (await scene.n8n.execution(id))?.status === 'waiting');
		const text = JSON.stringify(slack.messages.at(-1)).replaceAll('\\u0026', '&');
		const links = text.match(/http:\/\/[^"\\ |>]+webhook-waiting[^"\\ |>]+/g) ?? [];
		const wanted = links.find((link) => link.includes(`approved=${String(button === 'Approve')}`));
		if (wanted === undefined) throw new Error(`No button ${button} in ${text}`);
		const link = new URL(wanted.replaceAll('&amp;', '&'));
		await axios.get(`${scene.n8n.url}${link.pathname}${link.search}`, {
			headers: { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0' },
			proxy: false,
		});
	}

	const output = ({ runData }: Execution) => runData.Agent.at(-1)?.data?.main[0]?.[0].json.output;

	const dialled = () =>
		scene.sandbox.requests
			.filter(({ path }) => path === '/calls/outbound')
			.map(({ body }) => body as IDataObject);

	/** What the model got to read from its tools. */
	const toolAnswers = () =>
		(model.requests.at(-1)?.messages ?? [])
			.filter(({ role }) => role === 'tool')
			.map(({ content }) => JSON.stringify(content));

	const startCall: Reply = {
		tool: 'Start_call',
		args: {
			toolParameters: { phone_number: '+31612345678', first_message: 'Good afternoon!' },
			hitlParameters: {},
		},
	};

	it('looks up the balance and the calls without asking anybody', async () => {
		scene.sandbox.account.setBalance(77);
		const id = await say(
			'How many minutes are left, and who called?',
			{ tool: 'Get_balance', args: {} },
			{ tool: 'List_calls', args: { limit: 2 } },
			{ text: '77 minutes.' },
		);
		const execution = await scene.n8n.ended(id);
		expect(execution.error).toBeUndefined();
		expect(output(execution)).toBe('77 minutes.');
		const [balance, calls] = toolAnswers();
		expect(balance).toContain('minutes_balance');
		expect(balance).toContain('77');
		expect(calls).toContain('call-_+');
		expect(calls).toContain('transcript');
		expect(calls).not.toContain('role');
		expect(slack.messages).toEqual([]);
	});

	it('calls nobody before a person has approved, then calls once', async () => {
		const id = await say('Call +31612345678', startCall, { text: 'The call is on its way.' });
		await until('the question in Slack', () => slack.messages.length > 0);
		expect(JSON.stringify(slack.messages)).toContain(
			'The agent wants to call +31612345678 and say',
		);
		expect(dialled()).toEqual([]);

		await press(id, 'Approve');
		const execution = await scene.n8n.ended(id);
		expect(output(execution)).toBe('The call is on its way.');
		expect(dialled()).toEqual([
			expect.objectContaining({
				destination: '+31612345678',
				assistant_id: scene.sandbox.store.ids.reception,
				first_message: 'Good afternoon!',
			}),
		]);
		expect(toolAnswers()[0]).toContain('dialing');
	});

	it('calls nobody when the person declines', async () => {
		const id = await say('Call +31612345678', startCall, { text: 'Then not.' });
		await press(id, 'Decline');
		const execution = await scene.n8n.ended(id);
		expect(output(execution)).toBe('Then not.');
		expect(dialled()).toEqual([]);
	});

	it('does not call the same person again, even when that was approved too', async () => {
		const id = await say('Call twice', startCall, startCall, { text: 'Called once.' });
		await press(id, 'Approve', 1);
		await press(id, 'Approve', 2);
		const execution = await scene.n8n.ended(id);
		expect(output(execution)).toBe('Called once.');
		expect(dialled()).toHaveLength(1);
		expect(toolAnswers().at(-1)).toContain('was already called with this assistant');
	});
});
