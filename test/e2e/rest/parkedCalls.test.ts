/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import { randomUUID } from 'node:crypto';
import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type CallScript, type Sandbox } from '../../../sandbox';
import {
	outputs,
	type Execution,
	type N8nApi,
	type SavedCredential,
	type SavedWorkflow,
} from '../../../dev/n8n/api';
import { byId } from '../../../dev/byId';
import { until } from '../../../dev/n8n/until';
import { createSandboxCredential } from '../support/credentials';
import { callAndWait, dialled } from '../support/manyCalls';
import { OwnN8n } from '../support/ownN8n';
import { activateAndWait, assistantOf, deliver, eventBody } from '../support/triggers';
import { getAccount, items, row, type NodeOfWorkflow } from '../support/workflows';

const CALLS = 3;

describe('Start and Wait with Pause Execution', () => {
	let own: OwnN8n;
	let n8n: N8nApi;
	let sandbox: Sandbox;
	let credential: SavedCredential;

	beforeAll(async () => {
		// One place for executions: what runs keeps the next one out, what waits does not.
		own = new OwnN8n({ N8N_CONCURRENCY_PRODUCTION_LIMIT: '1' });
		n8n = await own.start();
		sandbox = await startSandbox({ callSpeed: 5 });
		credential = await createSandboxCredential(n8n, sandbox);
		assistantOf(sandbox, sandbox.store.ids.reminders).max_duration_seconds = null;
	}, 120_000);

	beforeEach(() => {
		sandbox.requests.splice(0);
	});

	afterAll(async () => {
		await own.remove();
		await sandbox.close();
	});

	/** Calls people from a production execution, and waits until n8n has put it to wait. */
	async function parked(
		script: CallScript,
		more: IDataObject = {},
	): Promise<{ id: string; workflow: SavedWorkflow }> {
		sandbox.calls.script(script);
		const node = callAndWait(credential, sandbox, { pauseExecution: true });
		// The reception's tools are answered by its own webhook, so it cannot be waited for in this way.
		const assistantId = byId(sandbox.store.ids.reminders);
		const call = { ...node, parameters: { ...node.parameters, assistantId, ...(more as object) } };
		const workflow = await published(items(CALLS), call, linked);
		const id = await executionOf(workflow);
		await until('the pause', async () => (await n8n.execution(id))?.status === 'waiting', 40);
		return { id, workflow };
	}

	async function published(...nodes: NodeOfWorkflow[]): Promise<SavedWorkflow> {
		const address = `parked-${randomUUID()}`;
		const workflow = await n8n.saveWorkflow(row('Parked', webhook(address), ...nodes));
		await activateAndWait(n8n, workflow);
		await axios.post(`${n8n.url}/webhook/${address}`, {}, { proxy: false });
		return workflow;
	}

	async function executionOf(workflow: SavedWorkflow): Promise<string> {
		const [execution] = await until('an execution', async () => {
			const known = await n8n.executionsOf(workflow);
			return known.length > 0 ? known : undefined;
		});
		return execution.id;
	}

	function expectAllCalls(execution: Execution, finished: boolean): void {
		expect(execution.status).toBe('success');
		const [calls] = outputs(execution, 'HMS Sovereign');
		expect(calls.map(({ json }) => json.finished)).toEqual(Array(CALLS).fill(finished));
		const [rows] = outputs(execution, 'Linked');
		expect(rows.map(({ json }) => [json.number, json.id])).toEqual(
			calls.map(({ json }, index) => [index + 1, json.id]),
		);
		expect(execution.runData.Linked).toHaveLength(1);
		expect(dialled(sandbox)).toHaveLength(CALLS);
	}

	it('keeps no place while it waits, and puts out all calls once, linked to their items', async () => {
		const { id } = await parked({ seconds: 120 });
		const other = await executionOf(await published(getAccount(credential)));
		expect((await n8n.ended(other, 15)).status).toBe('success');
		expect((await n8n.execution(id))?.status).toBe('waiting');

		expectAllCalls(await n8n.ended(id), true);
	}, 90_000);

	it('goes on after a restart of n8n', async () => {
		// Long enough for n8n to be back before the reports come.
		const { id } = await parked({ seconds: 300 });
		await own.stop();
		n8n = await own.start();

		expectAllCalls(await n8n.ended(id, 90), true);
	}, 180_000);

	it('puts out the calls as they were when the wait is over before them', async () => {
		const { id } = await parked({ outcome: 'never-ends' }, { maxWaitMinutes: 0.3 });

		expectAllCalls(await n8n.ended(id), false);
	}, 120_000);

	it('takes no report that is not signed with its own secret', async () => {
		const { id } = await parked({ seconds: 200 });
		const [{ webhook_url: url, webhook_secret: secret }] = sandbox.requests
			.filter(({ path }) => path === '/calls/outbound')
			.map(({ body }) => (body as { assistant_override: IDataObject }).assistant_override);
		const body = eventBody('end-of-call-report');
		const at = { event: 'end-of-call-report', body };
		const forged = await deliver(String(url), { ...at, secret: sandbox.apiKey });
		const stale = await deliver(String(url), {
			...at,
			secret: String(secret),
			timestamp: Math.floor(Date.now() / 1000) - 3_600,
		});
		expect([forged.status, stale.status]).toEqual([401, 401]);
		expect((await n8n.execution(id))?.status).toBe('waiting');
		const stored = JSON.stringify((await n8n.http.get(`/rest/executions/${id}`)).data);
		expect(stored).not.toContain(String(secret));

		expectAllCalls(await n8n.ended(id, 90), true);
	}, 150_000);
});

const linked: NodeOfWorkflow = {
	name: 'Linked',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		mode: 'manual',
		assignments: {
			assignments: [
				{ id: '1', name: 'number', value: "={{ $('Items').item.json.number }}", type: 'number' },
				{ id: '2', name: 'id', value: '={{ $json.id }}', type: 'string' },
			],
		},
		options: {},
	},
};

function webhook(address: string): NodeOfWorkflow {
	return {
		name: 'Start',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: address,
		parameters: { httpMethod: 'POST', path: address, responseMode: 'onReceived', options: {} },
	};
}
