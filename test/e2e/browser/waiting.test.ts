import type { Browser } from 'playwright-core';
import { byId } from '../../../dev/byId';
import { until } from '../../../dev/n8n/until';
import { openEditor } from '../support/browser';
import type { EditorPage } from '../support/editorPage';
import { callAndWait } from '../support/manyCalls';
import { openScene, type Scene } from '../support/scene';
import { items, manualTrigger, row } from '../support/workflows';

describe('An execution that waits for calls, in the editor', () => {
	let scene: Scene;
	let browser: Browser;
	let editor: EditorPage;

	beforeAll(async () => {
		scene = await openScene({ callSpeed: 5 });
		({ browser, editor } = await openEditor());
		await editor.page.setViewportSize({ width: 1440, height: 700 });
	});

	afterAll(async () => {
		await browser.close();
		await scene.sandbox.close();
	});

	it('is shown as one that goes on, and shows all calls in the end', async () => {
		const { n8n, sandbox, credential } = scene;
		sandbox.calls.script({ seconds: 120 });
		const node = callAndWait(credential, sandbox, { pauseExecution: true });
		const assistantId = byId(sandbox.store.ids.reminders);
		const call = { ...node, parameters: { ...node.parameters, assistantId } };
		const workflow = await n8n.saveWorkflow(row('Call and wait', manualTrigger(), items(3), call));
		await editor.openWorkflow(workflow.id);
		await editor.click('execute-workflow-button');
		const id = await until('an execution', async () => (await n8n.executionsOf(workflow))[0]?.id);
		await until('the pause', async () => (await n8n.execution(id))?.status === 'waiting', 40);
		await editor.picture('waiting-for-calls');

		expect((await n8n.ended(id)).status).toBe('success');
	}, 120_000);
});
