/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../dev/byId';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { N8nApi, outputs, type Execution } from '../../../dev/n8n/api';
import { installInCommunityFolder } from '../../../dev/n8n/communityFolder';
import { startN8n, startWorker, type N8nProcess, type N8nServer } from '../../../dev/n8n/server';
import { until } from '../../../dev/n8n/until';
import { createSandboxCredential } from '../support/credentials';
import { callAndWait, dialled } from '../support/manyCalls';
import { readAssignment } from '../support/n8nUnderTest';
import { startRedis, type Redis } from '../support/redis';
import { activateAndWait, assistantOf } from '../support/triggers';
import { items, row, type NodeOfWorkflow } from '../support/workflows';

const CALLS = 20;
const DIALLED_BEFORE_THE_CRASH = 8;

/** Only n8n 1 starts the execution of a crashed worker again, unless told otherwise. */
const STARTS_AGAIN = readAssignment().install.version.startsWith('1.');

/** So that a dead worker is missed within seconds instead of a minute. In milliseconds. */
const soon = {
	QUEUE_WORKER_LOCK_DURATION: '3000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '1000',
	QUEUE_WORKER_STALLED_INTERVAL: '1000',
};

describe('When a worker of queue mode crashes in the middle of many calls', () => {
	let folder: string;
	let redis: Redis;
	let main: N8nServer;
	let n8n: N8nApi;
	let sandbox: Sandbox;
	const workers: N8nProcess[] = [];

	/** Main and workers have a folder each, and share the queue, the database and the key. */
	function processIn(name: string, more: Record<string, string> = {}) {
		const { install, tarball } = readAssignment();
		const userFolder = path.join(folder, name);
		mkdirSync(userFolder);
		installInCommunityFolder(tarball, userFolder);
		const environment = {
			...soon,
			EXECUTIONS_MODE: 'queue',
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: String(redis.port),
			DB_SQLITE_DATABASE: path.join(folder, 'database.sqlite'),
			DB_SQLITE_POOL_SIZE: '3',
			N8N_ENCRYPTION_KEY: 'shared-by-main-and-workers',
			...more,
		};
		return { install, userFolder, environment };
	}

	async function addWorker(more: Record<string, string> = {}): Promise<N8nProcess> {
		const worker = await startWorker(processIn(`worker-${workers.length + 1}`, more));
		workers.push(worker);
		return worker;
	}

	beforeAll(async () => {
		folder = mkdtempSync(path.join(os.tmpdir(), 'hmsovereign-queue-'));
		redis = await startRedis(folder);
		main = await startN8n(processIn('main'));
		n8n = new N8nApi(main.url);
		await n8n.signIn();
	}, 120_000);

	afterAll(async () => {
		for (const one of [...workers, main]) await one?.stop();
		await redis?.stop();
		rmSync(folder, { recursive: true, force: true });
	}, 60_000);

	beforeEach(async () => {
		sandbox = await startSandbox({ callSpeed: 100 });
		sandbox.faults.add({ kind: 'slow', delayMs: 150, path: '/calls/outbound', times: Infinity });
	});

	afterEach(async () => await sandbox.close());

	/** Runs many calls as production does, and takes the worker away in the middle. */
	async function crashInTheMiddle(
		options: IDataObject,
		more: Record<string, string> = {},
	): Promise<{ before: number; execution: Execution }> {
		const worker = await addWorker(more);
		const credential = await createSandboxCredential(n8n, sandbox);
		const address = `call-many-${randomUUID()}`;
		const workflow = await n8n.saveWorkflow(
			row('Call many', webhook(address), items(CALLS), callAndWait(credential, sandbox, options)),
		);
		await activateAndWait(n8n, workflow);
		await axios.post(`${main.url}/webhook/${address}`, {}, { proxy: false });
		await until('some calls', () => dialled(sandbox).length >= DIALLED_BEFORE_THE_CRASH);
		await worker.crash();
		const before = dialled(sandbox).length;
		expect(before).toBeLessThan(CALLS);

		const second = await addWorker(more);
		const [{ id }] = await n8n.executionsOf(workflow);
		const execution = await n8n.ended(id, 90);
		await second.stop();
		return { before, execution };
	}

	it('nobody is called twice, and where n8n starts it again, all calls come out', async () => {
		const options = { skipIfCalledWithin: 60 };
		const { before, execution } = await crashInTheMiddle(options);
		const calls = dialled(sandbox);
		expect(new Set(calls).size).toBe(calls.length);
		expect(calls).toHaveLength(STARTS_AGAIN ? CALLS : before);
		expect(execution.status === 'success').toBe(STARTS_AGAIN);
		if (STARTS_AGAIN) {
			const [rows] = outputs(execution, 'HMS Sovereign');
			expect(rows.map(({ json }) => json.finished)).toEqual(Array(CALLS).fill(true));
		}
		process.stdout.write(
			`A worker crashed after ${before} of ${CALLS} dials: ${calls.length} dials in all, none repeated\n`,
		);
	}, 180_000);

	it('an execution that waits for calls outlives the worker that dialled them', async () => {
		// All processes of queue mode are told the address at which webhooks arrive.
		const address = { WEBHOOK_URL: `${main.url}/`, N8N_WEBHOOK_URL: `${main.url}/` };
		const worker = await addWorker(address);
		const credential = await createSandboxCredential(n8n, sandbox);
		sandbox.calls.script({ seconds: 4_000 });
		assistantOf(sandbox, sandbox.store.ids.reminders).max_duration_seconds = null;
		const hook = `call-and-wait-${randomUUID()}`;
		const node = callAndWait(credential, sandbox, { pauseExecution: true });
		const assistantId = byId(sandbox.store.ids.reminders);
		const call = { ...node, parameters: { ...node.parameters, assistantId } };
		const workflow = await n8n.saveWorkflow(row('Call and wait', webhook(hook), items(3), call));
		await activateAndWait(n8n, workflow);
		await axios.post(`${main.url}/webhook/${hook}`, {}, { proxy: false });
		const [{ id }] = await until('an execution', async () => {
			const known = await n8n.executionsOf(workflow);
			return known.length > 0 ? known : undefined;
		});
		await until('the pause', async () => (await n8n.execution(id))?.status === 'waiting', 30);
		await worker.crash();

		const second = await addWorker(address);
		const execution = await n8n.ended(id, 90);
		await second.stop();
		expect(execution.status).toBe('success');
		const [rows] = outputs(execution, 'HMS Sovereign');
		expect(rows.map(({ json }) => json.finished)).toEqual([true, true, true]);
		expect(dialled(sandbox)).toHaveLength(3);
	}, 180_000);

	it('with QUEUE_WORKER_MAX_STALLED_COUNT=0 nothing is started again', async () => {
		const { before, execution } = await crashInTheMiddle(
			{},
			{ QUEUE_WORKER_MAX_STALLED_COUNT: '0' },
		);
		expect(execution.status).not.toBe('success');
		expect(dialled(sandbox)).toHaveLength(before);
	}, 180_000);
});

function webhook(address: string): NodeOfWorkflow {
	return {
		name: 'Start',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: address,
		parameters: { httpMethod: 'POST', path: address, responseMode: 'onReceived', options: {} },
	};
}
