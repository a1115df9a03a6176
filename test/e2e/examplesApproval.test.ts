/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import type { IDataObject } from 'n8n-workflow';
import type { SavedCredential, WorkflowJson } from '../../dev/n8n/api';
import { pickCredential, readExample } from '../../dev/n8n/examples';
import { startModelStandIn, type ModelStandIn, type Reply } from '../../dev/standIns/modelStandIn';
import type { CallScript } from '../../sandbox';
import { openScene, type Scene } from './support/scene';
import { byId } from '../../dev/byId';
import { assistantOf } from './support/triggers';

const OWNER = '+31612345678';
const LARGE = { customer: 'Anna Jansen', euros: 500 };
const REFUNDED = 'Refunded 500 euros to Anna Jansen';

/** Human review of tools came with n8n 2, so this example is tested there only. */
describe('The example "Refund approval by phone", its model a script, the owner a simulation', () => {
	let scene: Scene;
	let model: ModelStandIn;
	let openAiApi: SavedCredential;

	beforeAll(async () => {
		scene = await openScene({ callSpeed: 5 });
		model = await startModelStandIn();
		openAiApi = await scene.n8n.createCredential({
			name: 'Scripted model',
			type: 'openAiApi',
			data: { apiKey: 'sk-test', url: model.url },
		});
	});

	beforeEach(() => {
		model.requests.splice(0);
		model.script.splice(0);
		assistantOf(scene.sandbox, scene.sandbox.store.ids.reminders).analysis_plan = {
			structured_data_plan: {
				enabled: true,
				schema: {
					type: 'object',
					properties: { approved: { type: 'boolean' }, reason: { type: 'string' } },
				},
			},
		};
	});

	afterEach(() => scene.sandbox.reset());

	afterAll(async () => {
		await Promise.all([model.close(), scene.sandbox.close()]);
	});

	/** What a user does with the imported example. */
	function prepared(): WorkflowJson {
		const { ids } = scene.sandbox.store;
		let example = readExample('refund-approval-by-phone.json');
		example = pickCredential(example, /hmsSovereignHitlTool$/, scene.credential);
		example = pickCredential(example, /lmChatOpenAi$/, openAiApi);
		const chosen = { assistantId: byId(ids.reminders), phoneNumberId: byId(ids.mainLine) };
		const nodes = example.nodes.map((node) =>
			node.name === 'Ask owner by phone'
				? { ...node, parameters: { ...node.parameters, ...chosen } }
				: node,
		);
		return { ...example, nodes };
	}

	/** The agent wants to refund; answers what it got to read, and how the execution went meanwhile. */
	async function refund(
		tool: string,
		args: IDataObject,
	): Promise<{ read: string; waited: boolean }> {
		model.script.push({ tool, args } satisfies Reply, { text: 'Done.' });
		const workflowData = await scene.n8n.saveWorkflow(prepared());
		const json = { sessionId: 'test', action: 'sendMessage', chatInput: 'Refund, please' };
		const data = { startTime: 0, executionTime: 0, executionIndex: 0, source: [] };
		const { executionId } = await scene.n8n.ask<{ executionId: string }>(
			'POST',
			`/rest/workflows/${workflowData.id}/run`,
			{
				workflowData,
				startNodes: [],
				triggerToStartFrom: { name: 'Chat', data: { ...data, data: { main: [[{ json }]] } } },
			},
		);
		let waited = false;
		const look = setInterval(() => {
			void scene.n8n.execution(executionId).then((execution) => {
				waited ||= execution?.status === 'waiting';
			});
		}, 500);
		try {
			await scene.n8n.ended(executionId, 90);
		} finally {
			clearInterval(look);
		}
		const read = (model.requests.at(-1)?.messages ?? [])
			.filter(({ role }) => role === 'tool')
			.map(({ content }) => JSON.stringify(content))
			.join('\n');
		return { read, waited };
	}

	const largeRefund = async () =>
		await refund('Large_refund', { toolParameters: LARGE, hitlParameters: {} });

	const dialled = () =>
		scene.sandbox.requests
			.filter(({ path }) => path === '/calls/outbound')
			.map(({ body }) => body as IDataObject);

	it('refunds a small sum without ringing anybody', async () => {
		const { read } = await refund('Small_refund', { customer: 'Anna Jansen', euros: 20 });
		expect(read).toContain('Refunded 20 euros');
		expect(dialled()).toEqual([]);
	});

	it('refunds a large sum when the owner says yes, and waits for that without running', async () => {
		scene.sandbox.calls.script({ seconds: 80, analysis: { approved: true, reason: 'Fine' } });
		const { read, waited } = await largeRefund();
		expect(read).toContain(REFUNDED);
		expect(waited).toBe(true);
		expect(dialled()).toEqual([
			expect.objectContaining({
				destination: OWNER,
				first_message:
					'Good day, this is the assistant of your shop. May I refund 500 euros to Anna Jansen?',
			}),
		]);
		// What the agent wrote is in no instruction.
		const { assistant_override: override } = dialled()[0];
		expect(JSON.stringify(override)).not.toContain('Anna');
	}, 120_000);

	it.each<[string, CallScript]>([
		['says no', { seconds: 20, analysis: { approved: false, reason: 'Too much' } }],
		[
			'hangs up without an answer',
			{ seconds: 10, analysis: { approved: null, reason: 'Not said' } },
		],
		['does not answer', { outcome: 'failed' }],
		[
			'has a voicemail',
			{ seconds: 10, summary: 'Voicemail detected.', analysis: { approved: true } },
		],
	])(
		'refunds nothing when the owner %s',
		async (_how, script) => {
			scene.sandbox.calls.script(script);
			const { read } = await largeRefund();
			expect(read).not.toContain(REFUNDED);
			expect(read).toContain('rejected');
			expect(dialled()).toHaveLength(1);
		},
		120_000,
	);
});
