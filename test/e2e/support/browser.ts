/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { owner } from '../../../dev/n8n/api';
import { EditorPage } from './editorPage';
import type { ExplainingGlobal } from './explainingEnvironment';
import { n8nUnderTest } from './n8nUnderTest';

/** Debian's. Set CHROMIUM where it lies elsewhere. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

export interface OpenEditor {
	browser: Browser;
	page: Page;
	editor: EditorPage;
}

/**
 * Opens a browser and signs in to the n8n under test, or to the one at `url`. A failing test takes a
 * picture of the page.
 */
export async function openEditor(url = n8nUnderTest().url): Promise<OpenEditor> {
	const browser = await openBrowser();
	const page = await openPage(browser);
	(globalThis as unknown as ExplainingGlobal).openPage = page;
	await page.goto(`${url}/signin`);
	await page.fill('input[type=email]', owner.email);
	await page.fill('input[type=password]', owner.password);
	await page.click('[data-test-id=form-submit-button]');
	await page.waitForURL((address) => !address.pathname.includes('signin'));
	return { browser, page, editor: new EditorPage(page, url) };
}

async function openBrowser(): Promise<Browser> {
	// Its crash reporter writes into the home folder, whatever its own user folder is.
	const home = path.join(n8nUnderTest().userFolder, 'chromium');
	return await chromium.launch({
		executablePath,
		env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
	});
}

/** A window of 1440 by 900, light as n8n is by default. */
async function openPage(browser: Browser): Promise<Page> {
	const context = await browser.newContext({
		// n8n takes a browser without a window for a robot, and robots may not press Approve.
		userAgent:
			'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36',
		viewport: { width: 1440, height: 900 },
		colorScheme: 'light',
		locale: 'en-US',
		timezoneId: 'UTC',
		reducedMotion: 'reduce',
	});
	return await context.newPage();
}
