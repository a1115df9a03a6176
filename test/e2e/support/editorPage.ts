/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

const { E2E_PICTURES = 'test-results' } = process.env;
const picturesFolder = path.resolve(E2E_PICTURES);

/** Whether a page of the documentation shows a picture; all others stay out of docs/images. */
function isWanted(name: string): boolean {
	if (E2E_PICTURES === 'test-results') return true;
	const pages = ['README.md', ...readdirSync('docs').map((file) => path.join('docs', file))];
	return pages
		.filter((page) => page.endsWith('.md'))
		.some((page) => readFileSync(page, 'utf8').includes(`images/${name}.png`));
}

/** What comes and goes, and would cover what a picture is to show. */
const PASSING =
	'.el-notification, .el-message, [data-sonner-toaster], [role=tooltip], .n8n-tooltip { visibility: hidden !important }';

const byTestId = (id: string) => `[data-test-id=${id}]`;

/** n8n's editor as a person uses it. Counts the clicks. */
export class EditorPage {
	clicks = 0;

	constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	async openEmptyWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.page.waitForSelector(byTestId('canvas-plus-button'));
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.waitForSelector(byTestId('canvas-node'));
	}

	async click(target: string | Locator): Promise<void> {
		const locator = typeof target === 'string' ? this.page.locator(byTestId(target)) : target;
		await locator.first().click();
		this.clicks += 1;
	}

	async addFirstStep(): Promise<void> {
		await this.click('canvas-plus-button');
	}

	/** Types into the search of the panel that offers nodes; answers the names it then shows. */
	async searchNodes(words: string): Promise<string[]> {
		const search = this.page.locator(`${byTestId('node-creator')} input`);
		await search.fill('');
		await search.fill(words);
		await this.offered('HMS Sovereign').waitFor();
		return await this.page.locator(byTestId('node-creator-item-name')).allInnerTexts();
	}

	/** An entry of the panel that offers nodes, or their actions. */
	offered(name: string): Locator {
		return this.page
			.locator(byTestId('node-creator-item-name'))
			.and(this.page.getByText(name, { exact: true }));
	}

	/** With triggers in the package too, its actions are folded up below them. */
	async unfoldActions(): Promise<void> {
		await this.click(this.page.getByText(/^Actions \(\d+\)$/));
	}

	async openNode(name: string): Promise<void> {
		const node = `${byTestId('canvas-node')}[data-node-name="${name}"]`;
		await this.page.locator(node).dblclick();
		await this.page.waitForSelector(byTestId('ndv'));
	}

	/** Waits until the canvas shows what it has to say about its nodes. */
	async settled(): Promise<void> {
		await this.page.waitForLoadState('networkidle');
	}

	/** Writes into the chat of a workflow that starts with one. */
	async say(text: string): Promise<void> {
		const input = this.page.getByPlaceholder(/^Type message/);
		// n8n remembers from workflow to workflow that the chat is open.
		if (!(await input.isVisible())) await this.click('workflow-chat-button');
		await input.fill(text);
		await input.press('Enter');
	}

	/** Publishes the workflow that is open, and waits until n8n says that it is. */
	async publish(): Promise<void> {
		await this.click('workflow-open-publish-modal-button');
		await this.click('workflow-publish-button');
		await this.page
			.getByText(/published/i)
			.first()
			.waitFor();
	}

	async executeStep(): Promise<void> {
		await this.click('node-execute-button');
	}

	/** The table of the output panel, once it is there: its head and its first row. */
	async outputTable(): Promise<{ head: string[]; row: string[] }> {
		const table = this.page.locator(`${byTestId('output-panel')} table`);
		await table.waitFor();
		return {
			head: (await table.locator('th').allInnerTexts()).map((text) => text.trim()),
			row: (await table.locator('tbody tr').first().locator('td').allInnerTexts()).map((text) =>
				text.trim(),
			),
		};
	}

	/** The error in the output panel, with its details unfolded. */
	async shownError(): Promise<{ title: string; description: string; details: string }> {
		const panel = this.page.locator(byTestId('output-panel'));
		await panel.locator(byTestId('node-error-message')).waitFor();
		const details = panel.locator('details', { hasText: 'From HMS Sovereign' });
		await details.locator('summary').click();
		return {
			title: await panel.locator(byTestId('node-error-message')).innerText(),
			description: await panel.locator(byTestId('node-error-description')).innerText(),
			details: await details.innerText(),
		};
	}

	async enterApiKey(apiKey: string): Promise<void> {
		const field = this.page.locator(`${byTestId('parameter-input-apiKey')} input`);
		await this.click(field);
		await field.fill(apiKey);
	}

	/** A picture of the whole window, without the messages and tooltips that come and go. */
	async picture(name: string): Promise<void> {
		this.keepPicture(name, await this.look());
	}

	/** What the window shows, as PNG. */
	async look(): Promise<Buffer> {
		// Away from everything that shows a tooltip or buttons when the mouse is over it.
		await this.page.mouse.move(700, 2);
		await this.page.evaluate(async () => await document.fonts.ready);
		return await this.page.screenshot({ animations: 'disabled', style: PASSING });
	}

	keepPicture(name: string, png: Buffer): void {
		if (!isWanted(name)) return;
		mkdirSync(picturesFolder, { recursive: true });
		writeFileSync(path.join(picturesFolder, `${name}.png`), png);
	}
}
