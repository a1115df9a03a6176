/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { HttpsStandIn } from '../../../dev/standIns/httpsStandIn';
import { until } from '../../../dev/n8n/until';
import { startApiStandIn } from '../support/apiStandIn';
import { openEditor } from '../support/browser';
import type { EditorPage } from '../support/editorPage';
import { n8nUnderTest } from '../support/n8nUnderTest';
import { openScene, type Scene } from '../support/scene';
import { triggerNode, webhookOf } from '../support/triggers';
import { hmsSovereignType, manualTrigger, row } from '../support/workflows';

const FIVE_MINUTES_MS = 300_000;

/** One scene after the other in one editor, as in the one take of the video. */
describe('The script of the verification video', () => {
	let scene: Scene;
	let api: HttpsStandIn;
	let browser: Browser;
	let editor: EditorPage;
	const started = Date.now();

	beforeAll(async () => {
		scene = await openScene({ callSpeed: 60 });
		api = await startApiStandIn(n8nUnderTest(), scene.sandbox);
		await scene.n8n.deleteCredentials('hmsSovereignApi');
		({ browser, editor } = await openEditor());
	});

	afterAll(async () => {
		await browser.close();
		await api.close();
		await scene.sandbox.close();
	});

	const steps: Record<string, () => Promise<void>> = {
		'Find the node': async () => {
			await editor.openEmptyWorkflow();
			await editor.addFirstStep();
			expect(await editor.searchNodes('telephone')).toContain('HMS Sovereign');
		},
		'Show what it can do': async () => {
			await editor.click(editor.offered('HMS Sovereign'));
			await editor.unfoldActions();
			await editor.click(editor.offered('Get account'));
		},
		'Connect an account': async () => {
			const { page } = editor;
			await editor.click('node-credentials-empty-state');
			await editor.enterApiKey(scene.sandbox.keys.revoked);
			await editor.click('credential-save-button');
			await page.getByText('More details').click();
			await page.getByText('HMS Sovereign does not accept this API key').waitFor();
			await editor.enterApiKey(scene.sandbox.apiKey);
			await editor.click('credential-save-button');
			await page.waitForSelector('[data-test-id=editCredential-modal]', { state: 'detached' });
		},
		'Read the balance': async () => {
			await editor.executeStep();
			const { head, row: values } = await editor.outputTable();
			expect(values[head.indexOf('minutes_balance')]).toBe('500');
		},
		'Show an error': async () => {
			const all = await scene.n8n.listCredentials();
			const [credential] = all.filter(({ type }) => type === 'hmsSovereignApi');
			const call = { resource: 'call', operation: 'get', callId: byId('call-_none') };
			const workflow = row('Error', manualTrigger(), {
				name: 'HMS Sovereign',
				type: hmsSovereignType,
				typeVersion: 1,
				parameters: call,
				credentials: { hmsSovereignApi: { id: credential.id, name: credential.name } },
			});
			await editor.openWorkflow((await scene.n8n.saveWorkflow(workflow)).id);
			await editor.openNode('HMS Sovereign');
			await editor.executeStep();
			const { title, description } = await editor.shownError();
			expect(title).toMatch(/not found/);
			expect(description).toContain('Pick it from the list');
		},
		'Start a workflow from a call': async () => {
			const { n8n, sandbox } = scene;
			const { reception } = sandbox.store.ids;
			const credential = await n8n.createCredential({
				name: 'HMS Sovereign (sandbox)',
				type: 'hmsSovereignApi',
				data: { apiKey: sandbox.apiKey, baseUrl: sandbox.url, webhookSecret: '' },
			});
			const trigger = triggerNode(credential, reception, { events: ['end-of-call-report'] });
			const report = await n8n.saveWorkflow(row('Call report', trigger));
			await editor.openWorkflow(report.id);
			await editor.publish();
			await until('the trigger to be registered', () =>
				Boolean(webhookOf(sandbox, reception).webhook_url),
			);
			sandbox.calls.ring({ from: '+31612345678', assistantId: reception });
			await until('the execution', async () => (await n8n.executionsOf(report)).length > 0);
			await n8n.deactivate(report);
		},
	};

	const written = [
		...readFileSync('docs/verification-video.md', 'utf8').matchAll(/^### \d+\. (.+)$/gm),
	].map(([, title]) => title);

	it('has the steps that are done here, in this order', () => {
		expect(written).toEqual(Object.keys(steps));
	});

	it.each(written)('%s', async (title) => await steps[title]?.());

	it('takes less than five minutes', () => {
		expect(Date.now() - started).toBeLessThan(FIVE_MINUTES_MS);
	});
});

function byId(value: string) {
	return { __rl: true, mode: 'id', value };
}
