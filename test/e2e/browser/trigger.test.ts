/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { SavedWorkflow } from '../../../dev/n8n/api';
import { openEditor } from '../support/browser';
import { n8nUnderTest } from '../support/n8nUnderTest';
import { openScene, type Scene } from '../support/scene';
import { deliver, eventBody, replyNode, triggerNode, webhookOf } from '../support/triggers';
import { EditorPage } from '../support/editorPage';
import { row, type NodeOfWorkflow } from '../support/workflows';

const pictures = path.resolve(process.env.E2E_PICTURES ?? 'test-results');

describe('The trigger in the editor', () => {
	let scene: Scene;
	let browser: Browser;
	let page: Page;
	let workflow: SavedWorkflow;

	beforeAll(async () => {
		scene = await openScene();
		const { n8n, sandbox, credential } = scene;
		workflow = await n8n.saveWorkflow(
			row(
				'Trigger in the editor',
				triggerNode(credential, sandbox.store.ids.reception, { respond: 'responseNode' }),
				replyNode(credential, 'toolCalls', {
					resultsFrom: 'items',
					result: '={{ $json.tool_calls[0].parameters }}',
				}),
			),
		);
		({ browser, page } = await openEditor());
		mkdirSync(pictures, { recursive: true });
	});

	afterAll(async () => {
		await browser.close();
		await scene.sandbox.close();
	});

	const picture = async (name: string) =>
		await page.screenshot({ path: path.join(pictures, `trigger-${name}.png`) });

	const webhook = () => webhookOf(scene.sandbox, scene.sandbox.store.ids.reception);

	async function openNode(name: string): Promise<void> {
		await page.dblclick(`[data-test-id=canvas-node][data-node-name="${name}"]`);
		await page.waitForSelector('[data-test-id=ndv]');
		await page.waitForTimeout(800);
	}

	it('shows its parameters, with the warning how fast the workflow has to be', async () => {
		await page.goto(`${n8nUnderTest().url}/workflow/${workflow.id}`);
		await page.waitForSelector('[data-test-id=canvas-node]');
		await openNode('Trigger');
		const panel = page.locator('[data-test-id=ndv]');
		for (const name of ['registration', 'assistantId', 'events', 'respond']) {
			await panel.locator(`[data-test-id=parameter-input-${name}]`).first().waitFor();
		}
		const text = await panel.textContent();
		expect(text).toContain('has 4 seconds to reply to an incoming call');
		expect(text).toContain("press 'Execute step', then call the phone number");
		expect(text).toContain('When Call Ends');
		await picture('panel');
	});

	it('listens, and shows the event that came', async () => {
		await page.click('[data-test-id=node-execute-button], [data-test-id=trigger-execute-button]');
		await page.waitForFunction(() => document.body.innerText.includes('Listening for'));
		await page.waitForTimeout(800);
		await picture('listening');

		const { webhook_url, webhook_secret } = webhook();
		const event = 'tool-calls';
		const parcel = { event, body: eventBody(event), secret: webhook_secret ?? '' };
		expect((await deliver(webhook_url ?? '', parcel)).status).toBe(200);
		await page.waitForFunction(() => document.body.innerText.includes('lookup_order'));
		await page.waitForTimeout(500);
		await picture('event');
		expect(webhook().webhook_url).toBeNull();
	});

	it('is found with its events in words, and shows them on the canvas', async () => {
		await page.goto(`${n8nUnderTest().url}/workflow/${workflow.id}`);
		const node = page.locator('[data-test-id=canvas-node][data-node-name="Trigger"]');
		await node.waitFor();
		await page.waitForFunction(() => document.body.innerText.includes('On incoming call'));
		expect(await node.textContent()).toContain('When call ends');

		const editor = new EditorPage(page, n8nUnderTest().url);
		await editor.openEmptyWorkflow();
		await editor.addFirstStep();
		await editor.searchNodes('HMS Sovereign');
		await editor.click(editor.offered('HMS Sovereign'));
		await page.waitForFunction(() => document.body.innerText.includes('When call ends'));
		await page.waitForTimeout(500);
		await picture('events');
	});

	it("takes the place of n8n's own Webhook node in a tool's workflow", async () => {
		const { n8n, sandbox, credential } = scene;
		const lookUp = (orderNumber: string): NodeOfWorkflow => ({
			name: 'Look up order',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: { mode: 'raw', jsonOutput: `={{ { "order": ${orderNumber} } }}` },
		});
		const before = row(
			'Before',
			{
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				webhookId: randomUUID(),
				parameters: {
					httpMethod: 'POST',
					path: randomUUID(),
					responseMode: 'responseNode',
					options: {},
				},
			},
			lookUp('$json.body.message.tool_call_list[0].function.arguments.order_number'),
			{
				name: 'Respond to Webhook',
				type: 'n8n-nodes-base.respondToWebhook',
				typeVersion: 1.1,
				parameters: { options: {} },
			},
		);
		const after = row(
			'After',
			triggerNode(credential, sandbox.store.ids.reception, {
				events: ['tool-calls'],
				respond: 'responseNode',
				options: { toolNames: 'lookup_order' },
			}),
			lookUp('$json.tool_calls[0].parameters.order_number'),
			replyNode(credential, 'toolCalls', { resultsFrom: 'items', result: '={{ $json }}' }),
		);
		for (const [name, workflowJson] of [
			['before', before],
			['after', after],
		] as const) {
			const saved = await n8n.saveWorkflow(workflowJson);
			await page.goto(`${n8nUnderTest().url}/workflow/${saved.id}`);
			await page.waitForSelector('[data-test-id=canvas-node][data-node-name="Look up order"]');
			await page.waitForTimeout(1_500);
			await picture(name);
		}
	});

	it('tells how to register by hand', async () => {
		const { n8n, sandbox, credential } = scene;
		const manual = await n8n.saveWorkflow(
			row(
				'Registered by hand',
				triggerNode(credential, sandbox.store.ids.reception, {
					registration: 'manual',
					events: ['tool-calls'],
					respond: 'onReceived',
				}),
			),
		);
		await page.goto(`${n8nUnderTest().url}/workflow/${manual.id}`);
		await page.waitForSelector('[data-test-id=canvas-node]');
		await openNode('Trigger');
		await page.click('text=Webhook URLs');
		const text = await page.locator('[data-test-id=ndv]').textContent();
		expect(text).toContain("enter it there and under 'Webhook Secret' in the credential");
		expect(text).toContain('Answered immediately, a call goes on with the saved assistant');
		await page.waitForTimeout(500);
		await picture('manual');
	});

	it('finds assistants by name, several of them', async () => {
		const { n8n, sandbox, credential } = scene;
		// A workflow of its own: n8n saves by itself what this test does to it.
		const several = await n8n.saveWorkflow(
			row('Several assistants', triggerNode(credential, sandbox.store.ids.reception)),
		);
		await page.goto(`${n8nUnderTest().url}/workflow/${several.id}`);
		await page.waitForSelector('[data-test-id=canvas-node]');
		await openNode('Trigger');
		await page.click('text=Add Assistant');
		const more = page.locator('[data-test-id=parameter-input-assistantId]').last();
		await more.click();
		const [first] = sandbox.store.main.assistants;
		await page.getByText(first.name, { exact: true }).first().waitFor();
		await page.waitForTimeout(500);
		await picture('assistants');
		await page.keyboard.press('Escape');
	});

	it('runs the whole workflow with an event, and the reply is seen in the editor', async () => {
		await page.goto(`${n8nUnderTest().url}/workflow/${workflow.id}`);
		await page.waitForSelector('[data-test-id=canvas-node]');
		await page.click('[data-test-id=execute-workflow-button]');
		await page.waitForFunction(() => document.body.innerText.includes('Waiting for trigger event'));
		const { webhook_url, webhook_secret } = webhook();
		const event = 'tool-calls';
		const parcel = { event, body: eventBody(event), secret: webhook_secret ?? '' };
		const reply = await deliver(webhook_url ?? '', parcel);
		expect(reply.data).toMatchObject({ results: [{ result: { order_number: '1042' } }] });
		await page.waitForTimeout(1_500);
		await picture('canvas');
		await openNode('Reply');
		await page.waitForFunction(() => document.body.innerText.includes('tool_call_id'));
		await picture('reply');
	});
});
