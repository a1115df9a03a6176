/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import type { Browser, Page } from 'playwright-core';
import type { SavedCredential, WorkflowJson } from '../../../dev/n8n/api';
import { pickCredential, readExample } from '../../../dev/n8n/examples';
import { openEditor } from '../support/browser';
import type { EditorPage } from '../support/editorPage';
import { openScene, type Scene } from '../support/scene';

const picturesFolder = path.resolve(process.env.E2E_PICTURES ?? 'test-results', 'examples');
const files = readdirSync('examples').filter((file) => file.endsWith('.json'));

const canvasNode = '.vue-flow__node';
/** Leaves of the window only the workflow, without the buttons that lie on the canvas. */
const onlyWorkflow = `
	body { visibility: hidden }
	.vue-flow__background, .vue-flow__viewport, svg:has(marker) { visibility: visible }
`;
const margin = 32;

interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

describe('The examples on the canvas', () => {
	let scene: Scene;
	let credentials: Array<[RegExp, SavedCredential]>;
	let browser: Browser;
	let page: Page;
	let editor: EditorPage;

	beforeAll(async () => {
		scene = await openScene();
		const slack = { name: 'Slack account', type: 'slackApi', data: { accessToken: 'xoxb-test' } };
		const openAi = { name: 'OpenAI account', type: 'openAiApi', data: { apiKey: 'sk-test' } };
		const google = { clientId: 'test', clientSecret: 'test' };
		const make = async (type: string, data: IDataObject) =>
			await scene.n8n.createCredential({ name: type, type, data });
		credentials = [
			[/hmsSovereign(Tool|HitlTool|Trigger)?$/, scene.credential],
			[/hubspot$/, await make('hubspotAppToken', { appToken: 'pat-test' })],
			[/googleSheets$/, await make('googleSheetsOAuth2Api', google)],
			[/googleCalendar$/, await make('googleCalendarOAuth2Api', google)],
			[/slack(HitlTool)?$/, await scene.n8n.createCredential(slack)],
			[/lmChatOpenAi$/, await scene.n8n.createCredential(openAi)],
		];
		({ browser, page, editor } = await openEditor());
	});

	afterAll(async () => {
		await browser.close();
		await scene.sandbox.close();
	});

	it.each(files)('%s: nothing overlaps, and every note can be read whole', async (file) => {
		const example = credentials.reduce(
			(workflow, [types, credential]) => pickCredential(workflow, types, credential),
			withChoices(readExample(file)),
		);
		await editor.openWorkflow((await scene.n8n.saveWorkflow(example)).id);
		await page.click('[data-test-id=zoom-to-fit]');
		await page.waitForFunction(
			({ selector, count }) => document.querySelectorAll(selector).length === count,
			{ selector: canvasNode, count: example.nodes.length },
		);
		await picture(file.replace('.json', ''));

		const boxes = await boxesOf(canvasNode);
		expect(overlaps(boxes)).toEqual([]);
		expect(await unreadableNotes()).toEqual([]);
		const ours = example.nodes.filter(({ type }) => type.includes('hmsovereign'));
		expect(await loadedIcons()).toBe(ours.length);
	});

	/** Name and place of each node, its labels included. */
	async function boxesOf(selector: string): Promise<Array<Box & { name: string }>> {
		return await page.$$eval(selector, (nodes) =>
			nodes.map((node) => {
				// What is drawn. The buttons around a node show only when the mouse is over it.
				const drawn = Array.from(node.querySelectorAll(':not(:has(*))'))
					.filter((part) => part.closest('button, [class*=oolbar], [class*=utton]') === null)
					.filter((part) => part.checkVisibility({ opacityProperty: true }));
				const parts = [node, ...drawn]
					.map((part) => part.getBoundingClientRect())
					.filter(({ width, height }) => width > 0 && height > 0);
				return {
					name:
						node.querySelector('[data-node-name]')?.getAttribute('data-node-name') ?? 'the note',
					left: Math.min(...parts.map(({ left }) => left)),
					top: Math.min(...parts.map(({ top }) => top)),
					right: Math.max(...parts.map(({ right }) => right)),
					bottom: Math.max(...parts.map(({ bottom }) => bottom)),
				};
			}),
		);
	}

	/** The notes whose text is longer than they are high. */
	async function unreadableNotes(): Promise<string[]> {
		return await page.$$eval('[data-test-id=sticky]', (notes) =>
			notes
				.flatMap((note) => [note, ...Array.from(note.querySelectorAll('*'))])
				.filter((part) => part.scrollHeight > part.clientHeight + 2 && part.clientHeight > 0)
				.map((part) => `${part.className}: ${part.scrollHeight} in ${part.clientHeight}`),
		);
	}

	/** How many nodes show the icon of this package. */
	async function loadedIcons(): Promise<number> {
		return await page.$$eval(
			`${canvasNode} img[src*=hmsSovereign]`,
			(icons) => icons.filter((icon) => (icon as HTMLImageElement).naturalWidth > 0).length,
		);
	}

	/** The workflow as it fits the window, cut to its edges. */
	async function picture(name: string): Promise<void> {
		await page.evaluate(async () => await document.fonts.ready);
		const canvas = await page.locator('[data-test-id=canvas]').boundingBox();
		if (canvas === null) throw new Error('There is no canvas');
		const boxes = await boxesOf(canvasNode);
		const x = Math.max(canvas.x, Math.min(...boxes.map(({ left }) => left)) - margin);
		const y = Math.max(canvas.y, Math.min(...boxes.map(({ top }) => top)) - margin);
		const right = Math.min(1440, Math.max(...boxes.map((box) => box.right)) + margin);
		const bottom = Math.min(900, Math.max(...boxes.map((box) => box.bottom)) + margin);
		await page.screenshot({
			path: path.join(picturesFolder, `${name}.png`),
			animations: 'disabled',
			style: onlyWorkflow,
			clip: { x, y, width: right - x, height: bottom - y },
		});
	}
});

/** As if the user had chosen something in every picker that an example leaves empty. */
function withChoices(example: WorkflowJson): WorkflowJson {
	return JSON.parse(
		JSON.stringify(example, (_key, value: unknown) =>
			isEmptyPicker(value) ? { ...value, mode: 'list', value: 'chosen' } : value,
		),
	) as WorkflowJson;
}

function isEmptyPicker(value: unknown): value is object {
	return (
		typeof value === 'object' &&
		value !== null &&
		'__rl' in value &&
		'value' in value &&
		value.value === ''
	);
}

function overlaps(boxes: Array<Box & { name: string }>): string[] {
	return boxes.flatMap((one, index) =>
		boxes
			.slice(index + 1)
			.filter(
				(other) =>
					one.left < other.right &&
					other.left < one.right &&
					one.top < other.bottom &&
					other.top < one.bottom,
			)
			.map((other) => `${one.name} and ${other.name}`),
	);
}
