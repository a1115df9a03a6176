import type { Browser } from 'playwright-core';
import { pickCredential, readExample } from '../../../dev/n8n/examples';
import { openEditor } from '../support/browser';
import type { EditorPage } from '../support/editorPage';
import { n8nUnderTest } from '../support/n8nUnderTest';
import { openScene, type Scene } from '../support/scene';
import { startSlackStandIn, type SlackStandIn } from '../../../dev/standIns/slackStandIn';

describe('The example "Balance check to Slack" in the editor', () => {
	let scene: Scene;
	let slack: SlackStandIn;
	let browser: Browser;
	let editor: EditorPage;

	beforeAll(async () => {
		scene = await openScene();
		slack = await startSlackStandIn(n8nUnderTest());
		({ browser, editor } = await openEditor());
	});

	afterAll(async () => {
		await browser.close();
		await slack.close();
		await scene.sandbox.close();
	});

	it('runs to its end and tells Slack', async () => {
		const slackCredential = await scene.n8n.createCredential({
			name: 'Slack account',
			type: 'slackApi',
			data: { accessToken: 'xoxb-test' },
		});
		const file = readExample('balance-check-to-slack.json');
		const example = pickCredential(
			pickCredential(file, /hmsSovereign$/, scene.credential),
			/slack$/,
			slackCredential,
		);
		scene.sandbox.account.setBalance(42);
		await editor.openWorkflow((await scene.n8n.saveWorkflow(example)).id);

		await editor.click('execute-workflow-button');
		await editor.page.getByText('Workflow executed successfully').waitFor();

		expect(slack.messages[0].text).toContain('42 minutes left');
		await editor.picture('balance-check-to-slack');
	});
});
