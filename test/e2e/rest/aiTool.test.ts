import type { WorkflowJson } from '../../../dev/n8n/api';
import { openScene, type Scene } from '../support/scene';
import { connection, getAccount, hmsSovereignType, manualTrigger } from '../support/workflows';

describe('The node as the tool of an AI agent', () => {
	let scene: Scene;

	beforeAll(async () => {
		scene = await openScene();
	});

	afterEach(() => scene.sandbox.reset());

	afterAll(async () => await scene.sandbox.close());

	function agentWithTool(): WorkflowJson {
		const tool = {
			...getAccount(scene.credential),
			name: 'HMS Sovereign Tool',
			type: `${hmsSovereignType}Tool`,
		};
		return {
			name: 'Agent',
			nodes: [
				{ id: 'start', position: [0, 0], ...manualTrigger() },
				{
					id: 'agent',
					name: 'Agent',
					type: '@n8n/n8n-nodes-langchain.agent',
					typeVersion: 2,
					position: [240, 0],
					parameters: { promptType: 'define', text: 'How many minutes are left?', options: {} },
				},
				{ id: 'tool', position: [240, 240], ...tool },
			],
			connections: {
				Start: { main: [[connection('Agent')]] },
				'HMS Sovereign Tool': { ai_tool: [[connection('Agent', 'ai_tool')]] },
			},
		};
	}

	it('gives the agent the account', async () => {
		scene.sandbox.account.setBalance(77);
		const workflow = await scene.n8n.saveWorkflow(agentWithTool());

		const execution = await scene.n8n.runAsTool(workflow, 'HMS Sovereign Tool', {});

		expect(execution.status).toBe('success');
		expect(scene.sandbox.requests).toMatchObject([{ method: 'GET', path: '/account' }]);
		expect(JSON.stringify(execution.runData['HMS Sovereign Tool'])).toContain('"minutes_balance');
	});

	it('gives the agent the reason of a failure', async () => {
		scene.sandbox.faults.add({ kind: 'status', status: 403, times: Infinity });
		const workflow = await scene.n8n.saveWorkflow(agentWithTool());

		const execution = await scene.n8n.runAsTool(workflow, 'HMS Sovereign Tool', {});

		expect(JSON.stringify(execution.runData)).toContain("You don't have access to this resource");
	});
});
