import type { Browser } from 'playwright-core';
import type { Fault } from '../../../sandbox';
import { findFreePort } from '../../../dev/n8n/ports';
import { sandboxCredential } from '../support/credentials';
import { openEditor } from '../support/browser';
import type { EditorPage } from '../support/editorPage';
import { openScene, type Scene } from '../support/scene';
import { getAccount, manualTrigger, row } from '../support/workflows';

interface SeenError {
	title: string | RegExp;
	description: RegExp;
	details: RegExp;
}

describe('What the editor shows of an error', () => {
	let scene: Scene;
	let browser: Browser;
	let editor: EditorPage;

	beforeAll(async () => {
		scene = await openScene();
		({ browser, editor } = await openEditor());
	});

	afterEach(() => scene.sandbox.reset());

	afterAll(async () => {
		await browser.close();
		await scene.sandbox.close();
	});

	async function seeError(pictureName: string, baseUrl = scene.sandbox.url): Promise<SeenTexts> {
		const credential = await scene.n8n.createCredential({
			name: 'HMS Sovereign account',
			type: 'hmsSovereignApi',
			// A key of its own: the limit of the one before may still hold that back.
			data: { ...sandboxCredential(scene.sandbox, scene.sandbox.addKey()), baseUrl },
		});
		const workflow = row('Errors', manualTrigger(), getAccount(credential));
		await editor.openWorkflow((await scene.n8n.saveWorkflow(workflow)).id);
		await editor.openNode('HMS Sovereign');
		await editor.executeStep();
		const shown = await editor.shownError();
		await editor.picture(pictureName);
		return shown;
	}

	const status = (code: number): Fault => ({ kind: 'status', status: code, times: Infinity });

	it.each<[string, Fault[], SeenError]>([
		[
			'401',
			[status(401)],
			{
				title: 'Invalid or missing API key',
				description: /paste a current key from Settings > API Keys/,
				details: /Error code\s+401/,
			},
		],
		[
			'402',
			[status(402)],
			{
				title: /^Insufficient credits/,
				description: /Top up under Settings > Billing/,
				details: /Error code\s+402/,
			},
		],
		[
			'403',
			[status(403)],
			{
				title: "You don't have access to this resource",
				description: /belongs to another organization or lacks permission/,
				details: /Error code\s+403/,
			},
		],
		[
			'429',
			// Two short waits, then one that is longer than the node is willing to wait.
			[
				{ kind: 'status', status: 429, retryAfter: 2, times: 2 },
				{ kind: 'status', status: 429, retryAfter: 400, times: Infinity },
			],
			{
				title: /too many requests|rate limit/i,
				description: /waited 4 seconds .* Try again in 400 seconds/,
				details: /Error code\s+429/,
			},
		],
		[
			'500',
			[status(500)],
			{
				title: /^HMS Sovereign is not available \(500\)/,
				description: /Try again in a few minutes\. The request was repeated 2 times/,
				details: /Error code\s+500/,
			},
		],
	])('%s: what happened, what to do, and the details', async (name, faults, seen) => {
		for (const fault of faults) scene.sandbox.faults.add(fault);

		const shown = await seeError(`error-${name}`);

		expect(shown.title).toMatch(seen.title);
		expect(shown.description).toMatch(seen.description);
		expect(shown.description).toContain('GET /account');
		expect(shown.details).toMatch(seen.details);
	});

	it('no network: which address and connection to check', async () => {
		const closedPort = await findFreePort();

		const shown = await seeError('error-no-network', `http://127.0.0.1:${closedPort}/api/v1`);

		expect(shown.title).toMatch(/^Could not reach HMS Sovereign/);
		expect(shown.description).toMatch(/Check the Base URL in the HMS Sovereign credential/);
		expect(shown.description).toContain('GET /account');
	});
});

type SeenTexts = Awaited<ReturnType<EditorPage['shownError']>>;
