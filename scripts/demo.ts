/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a command for the terminal, never in n8n */
import type { IDataObject } from 'n8n-workflow';

import { startSandbox } from '../sandbox';
import { runNode, type RunResult, type TestCredential } from '../dev/engine/engine';

const LIVE_URL = 'https://api.hmsovereign.com/api/v1';
const THRESHOLD_MINUTES = 100;

/** Reads one account through the node in n8n's engine, and shows what a user of n8n would see. */
async function main(): Promise<void> {
	const apiKey = process.env.HMS_SOVEREIGN_API_KEY?.trim();
	if (apiKey) await showLiveAccount(apiKey);
	else await showSandboxAccount();
}

async function showLiveAccount(apiKey: string): Promise<void> {
	const baseUrl = process.env.HMS_SOVEREIGN_BASE_URL ?? LIVE_URL;
	console.log(`Get Account in n8n's engine, asking ${baseUrl}\n`);
	showAccount(await getAccount({ apiKey, baseUrl }));
}

async function showSandboxAccount(): Promise<void> {
	const sandbox = await startSandbox();
	try {
		console.log(`Get Account in n8n's engine, asking a sandbox of the API on ${sandbox.url}`);
		console.log('Set HMS_SOVEREIGN_API_KEY to ask the live API instead.\n');
		showAccount(await getAccount({ apiKey: sandbox.apiKey, baseUrl: sandbox.url }));

		console.log('\nWhen the balance is low:');
		sandbox.account.setBalance(12.5);
		const low = await getAccount({ apiKey: sandbox.apiKey, baseUrl: sandbox.url });
		console.log(`  ${balanceMessage(low.items[0].json)}`);

		console.log('\nWhen the API key is not valid:');
		const { error } = await getAccount({ apiKey: 'fl_live_wrong', baseUrl: sandbox.url });
		console.log(`  ${error?.message}\n  ${error?.description}`);
	} finally {
		await sandbox.close();
	}
}

async function getAccount(credential: TestCredential): Promise<RunResult> {
	return await runNode({ resource: 'account', operation: 'get' }, { credential });
}

function showAccount({ items, error, ms }: RunResult): void {
	if (error !== undefined) {
		console.error(`${error.message}\n${error.description ?? ''}`);
		process.exitCode = 1;
		return;
	}
	const account = items[0].json;
	console.table(
		Object.fromEntries(Object.entries(account).map(([field, value]) => [field, { value }])),
	);
	console.log(`${balanceMessage(account)} (read in ${Math.round(ms)} ms)`);
}

function balanceMessage({ minutes_balance: balance, monthly_usage_minutes: used }: IDataObject) {
	const state = Number(balance) < THRESHOLD_MINUTES ? 'Balance is low' : 'Balance is fine';
	return `${state}: ${balance} minutes left, ${used} used this month. The alert is set at ${THRESHOLD_MINUTES}.`;
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
