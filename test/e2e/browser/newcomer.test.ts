/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import type { Browser } from 'playwright-core';
import { startApiStandIn } from '../support/apiStandIn';
import { openEditor } from '../support/browser';
import type { EditorPage } from '../support/editorPage';
import type { HttpsStandIn } from '../../../dev/standIns/httpsStandIn';
import { n8nUnderTest } from '../support/n8nUnderTest';
import { openScene, type Scene } from '../support/scene';
import { WORDS_PEOPLE_TYPE } from '../support/wordsPeopleType';

const slowestSeconds = 60;

describe('A newcomer who has installed the package', () => {
	let scene: Scene;
	let api: HttpsStandIn;
	let browser: Browser;
	let editor: EditorPage;

	beforeAll(async () => {
		scene = await openScene();
		api = await startApiStandIn(n8nUnderTest(), scene.sandbox);
		await scene.n8n.deleteCredentials('hmsSovereignApi');
		({ browser, editor } = await openEditor());
	});

	afterAll(async () => {
		await browser.close();
		await api.close();
		await scene.sandbox.close();
	});

	it('finds the node by what people type', async () => {
		await editor.openEmptyWorkflow();
		await editor.addFirstStep();
		for (const words of ['sovereign', ...WORDS_PEOPLE_TYPE]) {
			expect(await editor.searchNodes(words)).toContain('HMS Sovereign');
		}
		expect(await editor.searchNodes('hms')).toContain('HMS Sovereign');
		await editor.picture('find-the-node');
	});

	it('sees first in the list of actions what most people come for', async () => {
		await editor.openEmptyWorkflow();
		await editor.addFirstStep();
		await editor.searchNodes('hms');
		await editor.click(editor.offered('HMS Sovereign'));
		await editor.unfoldActions();
		const actions = await editor.page
			.locator('[data-test-id=node-creator-item-name]')
			.allInnerTexts();
		const first = actions.indexOf('Get account');
		expect(actions.slice(first, first + 3)).toEqual([
			'Get account',
			'Check balance',
			'Ask person and wait for answer',
		]);
		await editor.picture('actions');
	});

	it('gets from the empty editor to the first balance', async () => {
		scene.sandbox.account.setBalance(500);
		await editor.openEmptyWorkflow();
		editor.clicks = 0;
		const started = Date.now();

		await editor.addFirstStep();
		await editor.searchNodes('hms');
		await editor.click(editor.offered('HMS Sovereign'));
		await editor.unfoldActions();
		await editor.click(editor.offered('Get account'));
		await editor.click('node-credentials-empty-state');
		await editor.enterApiKey(scene.sandbox.apiKey);
		await editor.click('credential-save-button');
		await editor.page.waitForSelector('[data-test-id=editCredential-modal]', { state: 'detached' });
		await editor.executeStep();
		const { head, row } = await editor.outputTable();

		const seconds = (Date.now() - started) / 1000;
		process.stdout.write(
			`From the empty editor to the first balance: ${editor.clicks} clicks, ${seconds.toFixed(1)} s\n`,
		);
		expect(row[head.indexOf('minutes_balance')]).toBe('500');
		expect(editor.clicks).toBeLessThanOrEqual(8);
		expect(seconds).toBeLessThan(slowestSeconds);
		await editor.picture('get-account');
	});
});
