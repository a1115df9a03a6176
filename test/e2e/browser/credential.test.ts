import type { Browser, Page } from 'playwright-core';
import { startApiStandIn } from '../support/apiStandIn';
import { openEditor } from '../support/browser';
import type { EditorPage } from '../support/editorPage';
import type { HttpsStandIn } from '../../../dev/standIns/httpsStandIn';
import { n8nUnderTest } from '../support/n8nUnderTest';
import { openScene, type Scene } from '../support/scene';
import { getAccount, manualTrigger, row } from '../support/workflows';

describe('The dialog of a credential', () => {
	let scene: Scene;
	let api: HttpsStandIn;
	let browser: Browser;
	let page: Page;
	let editor: EditorPage;

	beforeAll(async () => {
		scene = await openScene();
		api = await startApiStandIn(n8nUnderTest(), scene.sandbox);
		({ browser, page, editor } = await openEditor());
	});

	afterAll(async () => {
		await browser.close();
		await api.close();
		await scene.sandbox.close();
	});

	/** Opens the dialog of a credential that has this key and the address of the live API. */
	async function openDialog(apiKey: string): Promise<void> {
		await scene.n8n.deleteCredentials('hmsSovereignApi');
		const credential = await scene.n8n.createCredential({
			name: 'HMS Sovereign account',
			type: 'hmsSovereignApi',
			data: { apiKey, baseUrl: 'https://api.hmsovereign.com/api/v1', webhookSecret: '' },
		});
		const workflow = row('Credential', manualTrigger(), getAccount(credential));
		await editor.openWorkflow((await scene.n8n.saveWorkflow(workflow)).id);
		await editor.openNode('HMS Sovereign');
		await editor.click('credential-edit-button');
	}

	it('says that a good key was tested successfully', async () => {
		await openDialog(scene.sandbox.apiKey);

		await page.getByText('Connection tested successfully').waitFor();
		await editor.picture('credential-good-key');
		expect(scene.sandbox.requests.map(({ path }) => path)).toEqual(['/account']);
	});

	it('says of a revoked key where to find a current one', async () => {
		await openDialog(scene.sandbox.keys.revoked);

		await page.getByText('More details').click();
		const words =
			'HMS Sovereign does not accept this API key. Paste a current key from Settings > API Keys; keys expire and can be revoked.';
		await page.getByText(words).waitFor();
		await editor.picture('credential-refused-key');
		expect(await page.getByText('Connection tested successfully').isVisible()).toBe(false);
	});
});
