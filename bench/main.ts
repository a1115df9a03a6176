/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- a command for the terminal, never in n8n */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../sandbox';
import { runNode, type RunOptions, type RunResult } from '../dev/engine/engine';

const ITEMS = 1_000;
const ROUNDS = 5;
const GET_ACCOUNT = { resource: 'account', operation: 'get' };
const BARE_LOOP = 'test.bareLoop';

/** The least that any node must do for an item: n8n's helper, some at a time. */
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

/** Goal: 100 reads at 200 ms latency in 0.6 s, all at once after the first answers, without one 429. */
async function readsAtLatency(): Promise<void> {
	const sandbox = await startSandbox({ latencyMs: 200 });
	const input = Array.from({ length: 100 }, () => ({}));
	const ms = await timed({ ...optionsFor(sandbox), input }, { parameters: GET_ACCOUNT });
	const refused = refusedOf(sandbox);
	await sandbox.close();
	console.log(
		`100 reads at 200 ms latency: ${(ms / 1000).toFixed(2)} s (goal 0.6 s), ${refused} answers 429`,
	);
}

/** 500 reads where 100 are allowed in 5 s: no item fails, and little more than the 4 resets is waited. */
async function underTheLimit(): Promise<void> {
	const sandbox = await startSandbox({ windowMs: 5_000 });
	const input = Array.from({ length: 500 }, () => ({}));
	const ms = await timed({ ...optionsFor(sandbox), input }, { parameters: GET_ACCOUNT });
	const refused = refusedOf(sandbox);
	await sandbox.close();
	console.log(
		`500 reads at 100 per 5 s: ${(ms / 1000).toFixed(1)} s (the limit alone takes 20 s), ${refused} answers 429`,
	);
}

function refusedOf({ requests }: Sandbox): number {
	return requests.filter(({ status }) => status === 429).length;
}

/** Where `scripts/fetchN8n.mjs` puts n8n 2. */
const N8N_CACHE = path.resolve('.cache/n8n');

/** Goal: not more than n8n's own nodes of this kind, each with its trigger, when n8n was fetched. */
function loadTime(): void {
	const { n8n } = JSON.parse(readFileSync('package.json', 'utf8')) as {
		n8n: { credentials: string[]; nodes: string[] };
	};
	const ours = msToLoad(process.cwd(), [...n8n.credentials, ...n8n.nodes]);
	const theirs = n8nNodesBase();
	const compared =
		theirs === undefined
			? ' (n8n was not fetched, so there is nothing to compare with)'
			: ['Notion', 'Hubspot'].map((node) => {
					const files = ['', 'Trigger'].map((kind) => `dist/nodes/${node}/${node}${kind}.node.js`);
					return `, n8n's ${node} ${msToLoad(theirs, files).toFixed(1)} ms`;
				});
	console.log(`Loading the package: ${ours.toFixed(1)} ms${[compared].flat().join('')}`);
}

function n8nNodesBase(): string | undefined {
	if (!existsSync(N8N_CACHE)) return undefined;
	return readdirSync(N8N_CACHE)
		.filter((name) => name.startsWith('n8n-2'))
		.map((name) => path.join(N8N_CACHE, name, 'node_modules/n8n-nodes-base'))
		.find((folder) => existsSync(folder));
}

/** Milliseconds to load classes and make one of each, n8n-workflow being there already, as in n8n. */
function msToLoad(folder: string, files: string[]): number {
	const script = `
		require('n8n-workflow');
		const start = performance.now();
		for (const file of ${JSON.stringify(files)}) {
			new (require('./' + file)[file.split('/').pop().split('.')[0]])();
		}
		process.stdout.write(String(performance.now() - start));`;
	const times = Array.from({ length: ROUNDS }, () =>
		Number(execFileSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' })),
	);
	return median(times);
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
