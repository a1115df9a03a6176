import type { Locator, Page } from 'playwright-core';

const byTestId = (id: string) => `[data-test-id="${id}"]`;

/** The parameters of the node whose panel is open, filled in as a person does. */
export class ParameterPanel {
	constructor(private readonly page: Page) {}

	field(name: string): Locator {
		return this.page.locator(byTestId(`parameter-input-${name}`)).last();
	}

	/** Clicks into a text field and types. */
	async type(name: string, text: string): Promise<void> {
		const input = this.field(name).locator('input, textarea').first();
		await input.click();
		await input.fill(text);
		await input.blur();
	}

	async switchOn(name: string): Promise<void> {
		await this.field(name).locator('.el-switch').click();
	}

	/** Opens a field with fixed options; answers the names it offers. */
	async choose(name: string, option: string): Promise<string[]> {
		await this.field(name).click();
		const options = this.page.locator('.el-select-dropdown__item:visible .option-headline');
		await options.first().waitFor();
		const offered = await options.allInnerTexts();
		await options.filter({ hasText: new RegExp(`^\\s*${option}\\s*$`) }).click();
		return offered;
	}

	/** Opens a From List picker and picks the first fitting entry; answers the names it offers. */
	async pick(name: string, entry: string | RegExp): Promise<string[]> {
		await this.field(name).locator('input').last().click();
		const entries = this.page.locator(`${byTestId('rlc-item')}:visible`);
		await entries.first().waitFor();
		const offered = (await entries.allInnerTexts()).map((text) => text.trim());
		await entries.filter({ hasText: entry }).first().click();
		return offered;
	}

	/** Adds one of the optional fields, filters or options: `add('Add field', 'Business Name')`. */
	async add(button: string, option: string): Promise<void> {
		const adders = this.page.locator(byTestId('collection-parameter-add'));
		await adders.filter({ has: this.page.getByPlaceholder(button) }).click();
		const options = this.page.locator(`${byTestId('collection-parameter-option')}:visible`);
		await options.filter({ hasText: new RegExp(`^\\s*${option}\\s*$`) }).click();
	}

	/** Adds a row to a list of rows. */
	async addRow(button: string): Promise<void> {
		await this.page.getByRole('button', { name: button, exact: true }).click();
	}
}
