/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { owner } from '../../../scripts/n8n/api';
import type { ExplainingGlobal } from './explainingEnvironment';
import { n8nUnderTest } from './n8nUnderTest';

/** Debian's. Set CHROMIUM where it lies elsewhere. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Opens a browser with a window of 1440 by 900, light as n8n is by default. */
export async function openBrowser(): Promise<{ browser: Browser; context: BrowserContext }> {
	// Its crash reporter writes into the home folder, whatever its own user folder is.
	const home = path.join(n8nUnderTest().userFolder, 'chromium');
	const browser = await chromium.launch({
		executablePath,
		env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
	});
	const context = await browser.newContext({
		viewport: { width: 1440, height: 900 },
		colorScheme: 'light',
		locale: 'en-US',
		timezoneId: 'UTC',
		reducedMotion: 'reduce',
	});
	return { browser, context };
}

/** A page signed in to n8n. A failing test takes a picture of it. */
export async function openN8n(context: BrowserContext, url: string): Promise<Page> {
	const page = await context.newPage();
	(globalThis as unknown as ExplainingGlobal).openPage = page;
	await page.goto(`${url}/signin`);
	await page.fill('input[type=email]', owner.email);
	await page.fill('input[type=password]', owner.password);
	await page.click('[data-test-id=form-submit-button]');
	await page.waitForURL((address) => !address.pathname.includes('signin'));
	return page;
}
