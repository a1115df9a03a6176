/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import type { IDataObject } from 'n8n-workflow';
import { outputs, type SavedWorkflow } from '../../../dev/n8n/api';
import { until } from '../../../dev/n8n/until';
import { openScene, type Scene } from '../support/scene';
import {
	activateAndWait,
	allEvents,
	deactivateAndWait,
	deliver,
	eventBody,
	triggerNode,
	webhookOf,
} from '../support/triggers';
import { noOperation, row } from '../support/workflows';

describe('An active workflow with the trigger', () => {
	let scene: Scene;
	let workflow: SavedWorkflow;
	let url: string;
	let secret: string;

	beforeAll(async () => {
		scene = await openScene();
		const { n8n, sandbox, credential } = scene;
		const { reception } = sandbox.store.ids;
		workflow = await n8n.saveWorkflow(
			row('Deliveries', triggerNode(credential, reception), noOperation('End')),
		);
		await activateAndWait(n8n, workflow);
		const webhook = webhookOf(sandbox, reception);
		url = webhook.webhook_url ?? '';
		secret = webhook.webhook_secret ?? '';
	});

	afterAll(async () => {
		await deactivateAndWait(scene.n8n, workflow);
		await scene.sandbox.close();
	});

	const executions = async () => (await scene.n8n.executionsOf(workflow)).map(({ id }) => id);

	/** Runs the deliveries, then a valid one; its execution must be the only new one. */
	async function startsNothing(work: () => Promise<void>): Promise<void> {
		const before = await executions();
		await work();
		const event = 'status-update';
		const { status } = await deliver(url, { event, body: eventBody(event), secret });
		expect(status).toBe(200);
		await until('the valid delivery to be executed', async () => {
			return (await executions()).length > before.length;
		});
		expect(await executions()).toHaveLength(before.length + 1);
	}

	it.each(allEvents)('starts exactly one execution for %s', async (event) => {
		const before = await executions();
		const body = eventBody(event);
		const reply = await deliver(url, { event, body, secret });
		expect(reply.status).toBe(200);
		expect(reply.data).toEqual({});

		await until('the execution', async () => (await executions()).length > before.length);
		const added = (await executions()).filter((id) => !before.includes(id));
		expect(added).toHaveLength(1);
		const execution = await scene.n8n.ended(added[0]);
		expect(execution.status).toBe('success');
		const [[item]] = outputs(execution, 'End');
		const { message } = JSON.parse(body) as { message: IDataObject };
		expect(Object.keys(item.json)[0]).toBe('event');
		expect(item.json).toMatchObject({ event, call: message.call, customer: message.customer });
	});

	it('refuses forged, tampered, stale, unsigned and mislabelled deliveries with a 401', async () => {
		await startsNothing(async () => {
			const event = 'status-update';
			const body = eventBody(event);
			const now = Math.floor(Date.now() / 1000);
			const refused = [
				await deliver(url, { event, body, secret: 'a guess' }),
				await deliver(url, { event, body, secret, timestamp: now - 301 }),
				await deliver(url, { event, body, secret, timestamp: now + 302 }),
				await deliver(url, { event, body, secret, headers: { 'X-Webhook-Signature': undefined } }),
				await deliver(url, { event, body, secret, headers: { 'X-Webhook-Timestamp': undefined } }),
				await deliver(url, {
					...{ event, body, secret, timestamp: now },
					headers: { 'X-Webhook-Timestamp': String(now + 1) },
				}),
				await deliver(url, { event: 'tool-calls', body, secret }),
				await deliver(url, { event, body: '', secret }),
			];
			expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 401));
			expect(refused[0].data).toEqual({ error: 'The signature does not match' });

			const newer = { event: 'call-started', body: eventBody('call-started'), secret };
			expect((await deliver(url, newer)).status).toBe(200);

			// n8n itself refuses what is no JSON, before it asks the trigger.
			const cutOff = await deliver(url, { event, body: '{"message":', secret });
			expect(cutOff.status).toBeGreaterThanOrEqual(400);
		});
	});

	it('starts once for a replayed and for a duplicated delivery', async () => {
		const event = 'end-of-call-report';
		const body = eventBody(event);
		const timestamp = Math.floor(Date.now() / 1000);
		const before = await executions();
		const first = await deliver(url, { event, body, secret, timestamp });
		expect([first.status, first.data]).toEqual([200, {}]);
		await until('the execution', async () => (await executions()).length > before.length);
		await startsNothing(async () => {
			// Byte by byte the same, and signed anew, as a sender does that tries again.
			const again = [
				await deliver(url, { event, body, secret, timestamp }),
				await deliver(url, { event, body, secret, timestamp: timestamp + 1 }),
			];
			expect(again.map(({ status }) => status)).toEqual([200, 200]);
		});
	});

	it('loses none of 200 deliveries at once', async () => {
		const before = await executions();
		const event = 'end-of-call-report';
		const startedAt = Date.now();
		const replies = await Promise.all(
			Array.from({ length: 200 }, async () => {
				const sentAt = Date.now();
				const { status } = await deliver(url, { event, body: eventBody(event), secret });
				return { status, ms: Date.now() - sentAt };
			}),
		);
		expect(replies.filter(({ status }) => status === 200)).toHaveLength(200);
		const count = await until(
			'200 executions',
			async () => {
				const { count: found } = await scene.n8n.ask<{ count: number }>(
					'GET',
					`/rest/executions?limit=1&filter=${encodeURIComponent(JSON.stringify({ workflowId: workflow.id, status: ['success'] }))}`,
				);
				return found >= before.length + 200 ? found : undefined;
			},
			150,
		);
		expect(count).toBe(before.length + 200);
		process.stdout.write(
			`200 deliveries: all executed after ${Date.now() - startedAt} ms, slowest answer ${Math.max(...replies.map(({ ms }) => ms))} ms\n`,
		);
	}, 180_000);
});
