import type { IExecuteFunctions } from 'n8n-workflow';

import type { ApiClient } from '../api/client';

/** Shorter waits are not worth a word. */
const WORTH_TELLING_MS = 5_000;

/** Tells in the editor how long the run was held back, and by which limit. */
export function addWaitHints(context: IExecuteFunctions, { key, call }: ApiClient['waits']): void {
	const hints = [
		{ ms: key.waitedMs, limit: '100 requests a minute for each API key' },
		{ ms: call.waitedMs, limit: '10 control commands a minute for each call' },
	];
	for (const { ms, limit } of hints.filter((hint) => hint.ms > WORTH_TELLING_MS)) {
		context.addExecutionHints({
			message: `Waited ${Math.round(ms / 1000)} seconds for the HMS Sovereign rate limit of ${limit}.`,
			location: 'outputPane',
			type: 'info',
		});
	}
}
