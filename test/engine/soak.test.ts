/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, no-console -- runs in tests only, never in n8n Cloud */
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

import { byId } from '../../dev/byId';
import { runNode } from '../../dev/engine/engine';
import { forgetLogs } from '../../dev/engine/logs';
import { linesFor } from '../../nodes/HmsSovereign/api/lines';
import { WaitClock } from '../../nodes/HmsSovereign/api/wait';
import { Way } from '../../nodes/HmsSovereign/api/way';
import { eventBody, signed, type Delivery } from './support/deliveries';
import { repeat, soak, type Soak } from './support/soak';
import { startTriggerHost } from './support/triggerHost';

// A process that lives for months, in some minutes (`npm run soak`); here the same in seconds.
const isLong = process.env.HMS_SOVEREIGN_SOAK === 'long';
const DELIVERIES = isLong ? 200_000 : 1_000;
const STEERED = isLong ? 200_000 : 20_000;
const DIALS = isLong ? 20_000 : 500;
/** Megabytes. Kept gates, bodies or rows of so many would take several times that. */
const MOST_GROWN = isLong ? 6 : 2;
const MINUTES_20 = 20 * 60_000;

function report(what: string, { megabytes, grownMegabytes, seconds }: Soak): void {
	if (!isLong) return;
	const grown = grownMegabytes.toFixed(1);
	console.log(`${what}: ${seconds} s, MB at the tenths ${megabytes.join(' ')}, grown ${grown} MB`);
}

test(
	'deliveries leave nothing behind',
	async () => {
		const secret = 'whsec_of_the_test';
		const trigger = await startTriggerHost({
			parameters: { registration: 'manual', events: ['end-of-call-report'] },
			credential: () => ({ apiKey: 'fl_x', baseUrl: 'http://127.0.0.1:1', webhookSecret: secret }),
		});
		const agent = new Agent({ keepAlive: true });
		const statuses: Record<number, number> = {};
		let executions = 0;
		const memory = await soak(async () => {
			await repeat(DELIVERIES / 10, 8, async () => {
				const delivery = signed('end-of-call-report', eventBody('end-of-call-report'), secret);
				const status = await post(trigger.url, delivery, agent);
				statuses[status] = (statuses[status] ?? 0) + 1;
			});
			executions += trigger.executions.splice(0).length;
		});
		agent.destroy();
		await trigger.close();
		report(`${DELIVERIES} deliveries`, memory);
		expect([statuses, executions]).toEqual([{ 200: DELIVERIES }, DELIVERIES]);
		expect(memory.grownMegabytes).toBeLessThan(MOST_GROWN);
	},
	MINUTES_20,
);

test(
	'steered calls leave nothing behind',
	async () => {
		const lines = linesFor('https://soak.example', 'key');
		const headers = { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '9' };
		const memory = await soak(async (tenth) => {
			await repeat(STEERED / 10, 8, async (index) => {
				const waits = { key: new WaitClock(), call: new WaitClock() };
				const way = new Way(lines, `call-${tenth}-${index}`, waits);
				await way.enter();
				const reset = String(Math.ceil(Date.now() / 1_000) + 60);
				const answer = { ...headers, 'x-ratelimit-reset': reset };
				way.cameOut({ kind: 'answer', status: 200, headers: answer, body: {} });
			});
		});
		report(`${STEERED} steered calls`, memory);
		expect(lines.calls.size).toBeLessThanOrEqual(200);
		expect(lines.key.isIdle()).toBe(true);
		expect(memory.grownMegabytes).toBeLessThan(MOST_GROWN);
	},
	MINUTES_20,
);

test(
	'dials leave nothing behind, with half of them refused',
	async () => {
		const api = await startDialServer();
		const credential = { apiKey: 'fl_soak', baseUrl: api.url };
		const assistantId = byId('00000000-0000-4000-8000-000000000001');
		const dial = { resource: 'call', operation: 'start', assistantMode: 'saved', assistantId };
		const outcomes = { called: 0, refused: 0 };
		const memory = await soak(async (tenth) => {
			const input = Array.from({ length: DIALS / 10 }, (_, index) => ({
				phone: `+316${String(10_000_000 + tenth * 2_000 + index)}`,
			}));
			const { items } = await runNode(
				{ ...dial, destination: '={{ $json.phone }}', phoneNumberId: assistantId },
				{ credential, input, onError: 'continueRegularOutput' },
			);
			for (const { json } of items) outcomes[json.error === undefined ? 'called' : 'refused']++;
			forgetLogs();
		});
		await api.close();
		report(`${DIALS} dials`, memory);
		expect(outcomes).toEqual({ called: DIALS / 2, refused: DIALS / 2 });
		expect(memory.grownMegabytes).toBeLessThan(MOST_GROWN);
	},
	MINUTES_20,
);

async function post(url: string, { body, headers }: Delivery, agent: Agent): Promise<number> {
	return await new Promise((resolve, reject) => {
		const sent = request(url, { method: 'POST', headers, agent }, (answer) => {
			answer.resume();
			answer.once('end', () => resolve(answer.statusCode ?? 0));
		});
		sent.once('error', reject);
		sent.end(body);
	});
}

/** Refuses every second number, and remembers nothing, so that what grows is ours. */
async function startDialServer() {
	let dials = 0;
	const server = createServer((incoming, response) => {
		incoming.resume();
		dials += 1;
		const isRefused = dials % 2 === 0;
		const refused = { error: 'Invalid destination', details: ['destination is not in service'] };
		const started = { success: true, call_id: `call-${dials}`, status: 'dialing' };
		response.writeHead(isRefused ? 400 : 200, { 'Content-Type': 'application/json' });
		response.end(JSON.stringify(isRefused ? refused : started));
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/api/v1`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}
