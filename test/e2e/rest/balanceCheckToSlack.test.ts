import type { SavedCredential, WorkflowJson } from '../../../dev/n8n/api';
import { pickCredential, readExample } from '../../../dev/n8n/examples';
import { until } from '../../../dev/n8n/until';
import { n8nUnderTest } from '../support/n8nUnderTest';
import { openScene, type Scene } from '../support/scene';
import { startSlackStandIn, type SlackStandIn } from '../../../dev/standIns/slackStandIn';
import { everyTwoSeconds } from '../support/workflows';

const scheduleTrigger = 'Every day at 9:00';

describe('The example "Balance check to Slack"', () => {
	let scene: Scene;
	let slack: SlackStandIn;
	let example: WorkflowJson;

	beforeAll(async () => {
		scene = await openScene();
		slack = await startSlackStandIn(n8nUnderTest());
		const slackCredential = await scene.n8n.createCredential({
			name: 'Slack account',
			type: 'slackApi',
			data: { accessToken: 'xoxb-test' },
		});
		example = withCredentials(scene.credential, slackCredential);
	});

	beforeEach(() => slack.messages.splice(0));

	afterAll(async () => {
		await slack.close();
		await scene.sandbox.close();
	});

	function withCredentials(hmsSovereign: SavedCredential, slackApi: SavedCredential) {
		const file = readExample('balance-check-to-slack.json');
		return pickCredential(pickCredential(file, /hmsSovereign$/, hmsSovereign), /slack$/, slackApi);
	}

	it('tells Slack the balance, the usage and where to top up when fewer than 100 minutes are left', async () => {
		scene.sandbox.account.setBalance(99.5);

		const execution = await scene.n8n.run(example, { trigger: scheduleTrigger });

		expect(execution.status).toBe('success');
		const account = execution.runData['Get account'][0].data?.main[0]?.[0].json;
		expect(slack.messages).toMatchObject([
			{
				channel: '#voice-alerts',
				text: [
					':telephone_receiver: *HMS Sovereign balance is low*',
					`99.5 minutes left, ${String(account?.monthly_usage_minutes)} minutes used this month.`,
					'Top up: https://dashboard.voicedock.ai',
				].join('\n'),
			},
		]);
	});

	it.each([100, 500])('sends nothing when %i minutes are left', async (minutes) => {
		scene.sandbox.account.setBalance(minutes);

		const execution = await scene.n8n.run(example, { trigger: scheduleTrigger });

		expect(execution.status).toBe('success');
		expect(execution.runData).toHaveProperty('Balance is low');
		expect(execution.runData).not.toHaveProperty('Tell Slack');
		expect(slack.messages).toEqual([]);
	});

	it('does so by itself once it is published', async () => {
		scene.sandbox.account.setBalance(12);
		const nodes = example.nodes.map((node) =>
			// Nobody waits for nine o'clock: only the time of this copy is changed.
			node.name === scheduleTrigger ? { ...node, ...everyTwoSeconds(scheduleTrigger) } : node,
		);
		const workflow = await scene.n8n.saveWorkflow({ ...example, nodes });

		await scene.n8n.activate(workflow);
		const message = await until('a message in Slack', () => slack.messages[0]);
		await scene.n8n.deactivate(workflow);

		expect(message.text).toContain('12 minutes left');
	});
});
