/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Circus } from '@jest/types';
import { TestEnvironment } from 'jest-environment-node';
import type { Page } from 'playwright-core';
import { logLength, logTail } from '../../../dev/n8n/server';
import { n8nUnderTest } from './n8nUnderTest';

const resultsFolder = path.resolve('test-results');

/** Where the browser tests leave the page that is open, for a picture of it when a test fails. */
export interface ExplainingGlobal {
	openPage?: Page;
}

/**
 * When a test fails, shows what a user would have seen: a picture of the page, if one is open, and
 * the end of n8n's log.
 */
export default class ExplainingEnvironment extends TestEnvironment {
	private logStart = 0;

	async handleTestEvent(event: Circus.Event): Promise<void> {
		const { logFile } = n8nUnderTest();
		if (event.name === 'test_start') this.logStart = logLength(logFile);
		if (event.name !== 'test_fn_failure' && event.name !== 'hook_failure') return;
		const name = event.test?.name ?? 'before all tests';
		const lines = [`What was to be seen when "${name}" failed`];
		lines.push(...(await this.takePicture(name)));
		lines.push('What n8n wrote to its log:', logTail(logFile, this.logStart) || '(nothing)');
		process.stderr.write(`\n${lines.join('\n')}\n\n`);
	}

	private async takePicture(testName: string): Promise<string[]> {
		const { openPage } = this.global as unknown as ExplainingGlobal;
		if (openPage === undefined || openPage.isClosed()) return [];
		mkdirSync(resultsFolder, { recursive: true });
		const file = path.join(resultsFolder, `failed-${testName.replace(/\W+/g, '-')}.png`);
		try {
			await openPage.screenshot({ path: file });
			return [`The page: ${file}`];
		} catch (error) {
			return [`No picture of the page could be taken: ${String(error)}`];
		}
	}
}
