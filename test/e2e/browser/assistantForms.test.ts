import type { Browser, Page } from 'playwright-core';

import { openEditor } from '../support/browser';
import type { EditorPage } from '../support/editorPage';
import { ParameterPanel } from '../support/parameterPanel';
import { openScene, type Scene } from '../support/scene';

const TYPE = 'n8n-nodes-hmsovereign.hmsSovereign';

/** The big forms about assistants, each in a node of its own. */
const FORMS = {
	create: {
		resource: 'assistant',
		operation: 'create',
		name: 'Front desk',
		firstMessage: 'Good afternoon, how can I help you?',
		systemPrompt: 'You are the receptionist of a dental practice.',
		languageModel: {
			config: { provider: 'google', settings: { temperature: 0.7, maxTokens: 1024 } },
		},
		speechRecognition: { config: {} },
		voice: { config: {} },
		additionalFields: {
			analysisPlan: {
				config: {
					results: { list: [{ name: 'wish', type: 'choice', choices: 'move, cancel' }] },
				},
			},
			speechBehavior: { backgroundVolume: 0.3, endpointingMinDelay: 0.4 },
		},
	},
	update: {
		resource: 'assistant',
		operation: 'update',
		assistantId: { __rl: true, mode: 'id', value: '17a0cb75-fa09-4bdd-9a44-92a70d829c88' },
		updateFields: {
			analysisPlan: { config: {} },
			languageModel: { config: { provider: 'openai', settings: { maxTokens: 500 } } },
			recordingConsent: { config: {} },
			voice: { config: { provider: 'elevenlabs', settings: { stability: 0.5, speed: 1 } } },
		},
		clearFields: ['llm_config.tools'],
	},
	call: {
		resource: 'call',
		operation: 'start',
		destination: '+31612345678',
		assistantMode: 'oneTime',
		firstMessage: 'Good afternoon!',
		systemPrompt: 'Remind the caller of the appointment.',
		voice: { config: {} },
	},
};

/** As people write them: no 1.00 and no 0.70. */
const shownNumbers = {
	create: ['1024', '0.7', '2', '0.3', '0.4'],
	update: ['500', '1', '0.5'],
	call: [],
};

describe('The forms about assistants in the editor', () => {
	let scene: Scene;
	let browser: Browser;
	let page: Page;
	let editor: EditorPage;

	beforeAll(async () => {
		scene = await openScene();
		({ browser, page, editor } = await openEditor());
	});

	afterAll(async () => {
		await browser.close();
		await scene.sandbox.close();
	});

	async function open(form: keyof typeof FORMS, width: number): Promise<void> {
		await page.setViewportSize({ width, height: 2400 });
		const node = {
			...{ id: form, name: 'HMS Sovereign', type: TYPE, typeVersion: 1, position: [0, 0] },
			parameters: FORMS[form],
			credentials: { hmsSovereignApi: scene.credential },
		};
		const workflow = { name: form, nodes: [node], connections: {} };
		await editor.openWorkflow((await scene.n8n.saveWorkflow(workflow as never)).id);
		await editor.openNode('HMS Sovereign');
		await page.waitForFunction(() => !document.body.innerText.includes('Loading fields'));
		await editor.settled();
	}

	it.each([
		['create', 1440],
		['create', 1280],
		['update', 1440],
		['update', 1280],
		['call', 1440],
		['call', 1280],
	] as const)('%s at %i pixels: numbers are shown as people write them', async (form, width) => {
		await open(form, width);
		await editor.picture(`assistant-${form}-${width}`);
		const numbers = await page
			.locator('[data-test-id=ndv] input')
			.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
			.then((shown) => shown.filter((text) => /^\d+(\.\d+)?$/.test(text)));
		expect(numbers).toEqual(shownNumbers[form]);
	});

	it('a voice is picked from a list in which the default is chosen', async () => {
		await open('call', 1440);
		const panel = new ParameterPanel(page);
		const input = panel.field('voicedockVoice').locator('input').last();
		expect(await input.inputValue()).toBe('VoiceDock');
		await input.click();
		await page.locator('[data-test-id=rlc-item]:visible').nth(40).waitFor();
		await editor.picture('assistant-voices-1440');
		await page.keyboard.press('Escape');
		const offered = await panel.pick('voicedockVoice', 'Dutch (Netherlands): Pim');
		expect(offered[0]).toContain('VoiceDock (the default)');
		expect(await input.inputValue()).toContain('Pim');
	});
});
