/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- a command for the terminal, never in n8n */
import { execFileSync } from 'node:child_process';
import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../sandbox';
import { runNode, type RunOptions, type RunResult } from '../dev/engine/engine';

const ITEMS = 1_000;
const ROUNDS = 5;
const GET_ACCOUNT = { resource: 'account', operation: 'get' };
const BARE_LOOP = 'test.bareLoop';

/** The least that any node must do for an item: n8n's helper, eight at a time as our node does. */
const bareLoop: INodeType = {
	description: {
		displayName: 'Bare Loop',
		name: 'bareLoop',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Bare Loop' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'hmsSovereignApi', required: true }],
		properties: [],
	},
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const { baseUrl } = await this.getCredentials('hmsSovereignApi');
		const output: INodeExecutionData[] = [];
		const queue = items.entries();
		const worker = async () => {
			for (const [index] of queue) {
				const json = await this.helpers.httpRequestWithAuthentication.call(
					this,
					'hmsSovereignApi',
					{
						method: 'GET',
						url: `${String(baseUrl)}/account`,
						json: true,
					},
				);
				output[index] = { json, pairedItem: { item: index } };
			}
		};
		await Promise.all(Array.from({ length: 8 }, worker));
		return [output];
	},
};

async function main(): Promise<void> {
	await costPerItem();
	await readsAtLatency();
	await underTheLimit();
	loadTime();
}

/** Goal: at most 1.15 times a bare loop over n8n's helper in the same engine. */
async function costPerItem(): Promise<void> {
	const sandbox = await startSandbox({ requestLimit: 1_000_000 });
	const input = Array.from({ length: ITEMS }, (_item, index) => ({ index }));
	const options = { ...optionsFor(sandbox), input, extraNodeTypes: { [BARE_LOOP]: bareLoop } };
	const ours: number[] = [];
	const bare: number[] = [];
	// In turns, so that a slow moment of the machine hits both.
	for (let round = 0; round <= ROUNDS; round++) {
		bare.push(await timed(options, { type: BARE_LOOP, parameters: {} }));
		ours.push(await timed(options, { parameters: GET_ACCOUNT }));
		sandbox.requests.length = 0;
	}
	await sandbox.close();
	const [oursMs, bareMs] = [median(ours.slice(1)), median(bare.slice(1))];
	console.log(
		`${ITEMS} items: ${oursMs.toFixed(0)} ms, a bare loop ${bareMs.toFixed(0)} ms: ${(oursMs / bareMs).toFixed(2)} times (goal 1.15)`,
	);
}

/** Goal: 100 reads at 200 ms latency in under 3.2 s. */
async function readsAtLatency(): Promise<void> {
	const sandbox = await startSandbox({ latencyMs: 200 });
	const input = Array.from({ length: 100 }, () => ({}));
	const ms = await timed({ ...optionsFor(sandbox), input }, { parameters: GET_ACCOUNT });
	await sandbox.close();
	console.log(`100 reads at 200 ms latency: ${(ms / 1000).toFixed(2)} s (goal under 3.2 s)`);
}

/** 500 reads where 100 are allowed in 5 s: nothing fails, and little more than the 4 resets is waited. */
async function underTheLimit(): Promise<void> {
	const sandbox = await startSandbox({ windowMs: 5_000 });
	const input = Array.from({ length: 500 }, () => ({}));
	const ms = await timed({ ...optionsFor(sandbox), input }, { parameters: GET_ACCOUNT });
	const refused = sandbox.requests.filter(({ status }) => status === 429).length;
	await sandbox.close();
	console.log(
		`500 reads at 100 per 5 s: ${(ms / 1000).toFixed(1)} s (the limit alone takes 20 s), ${refused} answers 429`,
	);
}

/** Goal: under 30 ms for both nodes and the credential, n8n-workflow being there already, as in n8n. */
function loadTime(): void {
	const script = `
		require('n8n-workflow');
		const { n8n } = require('./package.json');
		const start = performance.now();
		for (const file of [...n8n.credentials, ...n8n.nodes]) {
			new (require('./' + file)[file.split('/').pop().split('.')[0]])();
		}
		process.stdout.write(String(performance.now() - start));`;
	const times = Array.from({ length: ROUNDS }, () =>
		Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })),
	);
	console.log(`Loading the package: ${median(times).toFixed(1)} ms (goal under 30 ms)`);
}

function optionsFor({ apiKey, url }: Sandbox): RunOptions {
	return { credential: { apiKey, baseUrl: url } };
}

async function timed(
	options: RunOptions,
	{ type, parameters }: { type?: string; parameters: Record<string, string> },
): Promise<number> {
	const { error, items, ms }: RunResult = await runNode(parameters, { ...options, type });
	if (error !== undefined) throw new Error(error.message);
	if (items.length !== options.input?.length) throw new Error(`${items.length} items came out`);
	return ms;
}

function median(values: number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
