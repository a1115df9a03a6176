/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import axios from 'axios';
import type { Browser, Page } from 'playwright-core';
import { startDemoEditor, type DemoEditor } from '../../../dev/demoEditor/demoEditor';
import { N8nApi, type SavedWorkflow } from '../../../dev/n8n/api';
import { exampleFiles, readExample } from '../../../dev/n8n/examples';
import { until } from '../../../dev/n8n/until';
import { movingPicture } from '../../../dev/pictures/movingPicture';
import { openEditor } from '../support/browser';
import type { EditorPage } from '../support/editorPage';
import { readAssignment } from '../support/n8nUnderTest';

const CHAT_EXAMPLE = 'ai-agent-with-approval.json';

/** These start with a message in the chat. */
const CHAT_EXAMPLES = [CHAT_EXAMPLE, 'refund-approval-by-phone.json'];
const SECONDS_OF_EXAMPLE = 40;

describe('The demo editor', () => {
	let userFolder: string;
	let demo: DemoEditor;
	let n8n: N8nApi;
	let browser: Browser;
	let page: Page;
	let editor: EditorPage;
	const frames: Buffer[] = [];

	beforeAll(async () => {
		userFolder = mkdtempSync(path.join(os.tmpdir(), 'hmsovereign-demo-'));
		demo = await startDemoEditor({ ...readAssignment(), userFolder });
		n8n = new N8nApi(demo.n8n.url);
		await n8n.signIn();
		({ browser, page, editor } = await openEditor(demo.n8n.url));
	}, 120_000);

	afterAll(async () => {
		await browser.close();
		await demo.stop();
		rmSync(userFolder, { recursive: true, force: true });
	});

	async function open(file: string): Promise<SavedWorkflow> {
		const { name } = readExample(file);
		const workflow = (await n8n.listWorkflows()).find((saved) => saved.name === name);
		if (workflow === undefined) throw new Error(`${name} is not in the list of workflows`);
		await editor.openWorkflow(workflow.id);
		return workflow;
	}

	/** No node has the red triangle that says that something is missing. */
	async function nothingLeftToChoose(): Promise<void> {
		await editor.settled();
		expect(await page.locator('[data-test-id=node-issues]').count()).toBe(0);
	}

	async function succeeded(workflow: SavedWorkflow): Promise<void> {
		const last = await until(
			'the execution to end',
			async () => {
				const [latest] = await n8n.executionsOf(workflow);
				return latest && ['success', 'error', 'crashed'].includes(latest.status)
					? latest
					: undefined;
			},
			SECONDS_OF_EXAMPLE,
		);
		const { error } = (await n8n.execution(last.id)) ?? {};
		expect(error?.message).toBeUndefined();
		expect(last.status).toBe('success');
	}

	const messagesAfter = (count: number) => demo.messages.all.slice(count).map(({ text }) => text);

	it('simulates the services that the examples use', () => {
		expect(demo.servicesMissing).toBeUndefined();
	});

	it.each(exampleFiles().filter((file) => !CHAT_EXAMPLES.includes(file)))(
		'%s: one click, and it runs to its green end',
		async (file) => {
			const workflow = await open(file);
			await nothingLeftToChoose();
			editor.clicks = 0;
			const started = Date.now();
			await editor.click('execute-workflow-button');
			await page
				.getByText('Workflow executed successfully')
				.waitFor({ timeout: SECONDS_OF_EXAMPLE * 1000 });
			await succeeded(workflow);
			const seconds = Math.round((Date.now() - started) / 1000);
			process.stdout.write(`${file}: ${editor.clicks} click, ${seconds} s\n`);
			await editor.picture(`demo-${file.replace('.json', '')}`);
			await takeFrames(file);
		},
	);

	/** For the README's first screen: an alert and where it arrives, calls and how one went. */
	async function takeFrames(file: string): Promise<void> {
		if (file === 'balance-alert-to-slack.json') {
			frames.push(await editor.look());
			await page.goto(demo.board.url);
			await page.locator('#messages li small').first().waitFor();
			frames.push(await editor.look());
		}
		if (file === 'call-leads-to-table.json') {
			frames.push(await editor.look());
			await editor.openNode('Call and wait');
			await editor.outputTable();
			frames.push(await editor.look());
		}
	}

	it('makes the moving picture of the README, under 1 MB', () => {
		expect(frames).toHaveLength(4);
		const moving = movingPicture(frames, 2.5);
		expect(moving.length).toBeLessThan(1_000_000);
		editor.keepPicture('alert-and-calls', moving);
	});

	it('shows on its page what the examples sent', async () => {
		const said = demo.messages.all.map(({ text }) => text).join('\n');
		expect(said).toMatch(/balance is low|80 minutes left/i);
		expect(said).toContain('Call with');
		await page.goto(demo.board.url);
		const rows = page.locator('#messages li');
		await until('the messages', async () => (await rows.count()) === demo.messages.all.length);
		expect(await rows.first().innerText()).toContain(demo.messages.all.at(-1)?.text.split('\n')[0]);
		await editor.picture('demo-messages');
	});

	it('AI agent with approval: looks up the balance when asked in the chat', async () => {
		const workflow = await open(CHAT_EXAMPLE);
		await nothingLeftToChoose();
		await editor.say('How many minutes are left?');
		await page
			.getByText(/I looked: .*minutes_balance/)
			.first()
			.waitFor();
		await succeeded(workflow);
	});

	it('AI agent with approval: calls when the button on the page of messages is pressed', async () => {
		const workflow = await open(CHAT_EXAMPLE);
		const before = demo.messages.all.length;
		await editor.say('Call +31612345678');
		await until('the question', () => demo.messages.all.length > before);
		await until(
			'the wait',
			async () => (await n8n.executionsOf(workflow))[0]?.status === 'waiting',
		);
		const board = await page.context().newPage();
		await board.goto(demo.board.url);
		const [answered] = await Promise.all([
			page.context().waitForEvent('page'),
			board
				.getByRole('link', { name: /approve/i })
				.first()
				.click(),
		]);
		await answered.waitForLoadState();
		expect(answered.url()).toContain('approved=true');
		await succeeded(workflow);
		await Promise.all([answered.close(), board.close()]);
		const dialled = demo.sandbox.requests.filter(({ path: asked }) => asked === '/calls/outbound');
		expect(dialled.at(-1)?.body).toMatchObject({ destination: '+31612345678' });
	});

	describe('with a published example', () => {
		const publish = async (file: string) => {
			await open(file);
			await editor.settled();
			await editor.publish();
			await until('the trigger to be registered', () => listens());
		};
		const listens = () =>
			demo.sandbox.store.main.assistants.some((one) => Boolean(one.webhook_url));
		const unpublish = async () => {
			for (const workflow of await n8n.listWorkflows()) {
				if (workflow.active) await n8n.deactivate(workflow);
			}
			await until('the trigger to be given up', () => !listens());
		};
		const ring = async (name: string) => {
			const { data } = await axios.post<{ said: string }>(`${demo.board.url}/ring/${name}`);
			return data.said;
		};

		afterEach(unpublish);

		it('has a call arrive, whose report goes to Slack', async () => {
			await publish('call-report-to-slack-and-table.json');
			const before = demo.messages.all.length;
			expect(await ring('call')).toMatch(/^\+31612345678 calls Receptie: .*\.$/);
			await until('the report', () => demo.messages.all.length > before);
			expect(messagesAfter(before)).toEqual([expect.stringContaining('Call with +31612345678')]);
		});

		it('has the assistant call a tool, which is answered', async () => {
			await publish('order-lookup-tool-call.json');
			await ring('tool-call');
			const asked = () =>
				demo.sandbox.webhooks.deliveries.filter(({ event }) => event === 'tool-calls');
			await until('the answer', () => asked().some(({ replyBody }) => Boolean(replyBody)));
			expect(asked().at(-1)?.replyBody).toContain('PostNL');
		});
	});

	it('says what to do when a call arrives and no workflow listens', async () => {
		const { data } = await axios.post<{ said: string }>(`${demo.board.url}/ring/missed`);
		expect(data.said).toContain('No workflow listens: publish an example');
		const refused = await axios.post(`${demo.board.url}/ring/nonsense`, undefined, {
			validateStatus: () => true,
		});
		expect(refused.data.said).toBe('There is no such call. Choose one of: call, tool-call, missed');
	});
});
