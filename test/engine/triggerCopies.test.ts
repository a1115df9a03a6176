/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import type { ServerResponse } from 'node:http';

import { useSandbox } from '../../dev/engine/sandbox';
import { FORMER, useTriggers } from './support/assistantWebhooks';
import { startFileServer, type FileServer } from './support/fileServer';
import type { TriggerHost } from './support/triggerHost';

const sandbox = useSandbox();
const triggers = useTriggers(sandbox);
const { host, webhook, plainUrl } = triggers;

const TAKE_OVER = { options: { takeOver: true } };

/** What n8n answers to a GET for a webhook that it serves by POST, and for one that it does not serve. */
const SERVED = {
	code: 404,
	message: 'This webhook is not registered for GET requests. Did you mean to make a POST request?',
};
const NOT_SERVED = {
	code: 404,
	message: 'The requested webhook "GET a-webhook-id/webhook" is not registered.',
	hint: 'The workflow must be active for a production URL to run successfully.',
};

describe('an assistant that sends its events to another n8n', () => {
	let staging: FileServer;
	let answer: object;
	let there: TriggerHost;

	beforeEach(async () => {
		answer = SERVED;
		staging = await startFileServer((response: ServerResponse) => {
			response.writeHead(404, { 'Content-Type': 'application/json' });
			response.end(JSON.stringify(answer));
		});
		there = await host({ baseUrl: staging.url, instanceId: 'staging', workflowId: 'there' });
		await there.activate();
	});

	afterEach(async () => await staging.close());

	const here = async (more = TAKE_OVER) => await host({ webhookId: 'another-id' }, more);

	test.each(['activate', 'listen'] as const)(
		'is not taken before somebody has read that (%s)',
		async (action) => {
			const registered = webhook();
			const trigger = await here({ options: { takeOver: false } });
			const error = await trigger[action]().catch((thrown: unknown) => thrown);
			expect(error).toMatchObject({
				message: `The assistant "${triggers.assistant().name}" already sends its events to another n8n (${there.production})`,
				description: expect.stringContaining("switch on 'Take Over Assistants' under 'Options'"),
			});
			// n8n cleans up after a failed activation.
			await trigger.deactivate();
			await trigger.stopListening();
			expect(webhook()).toEqual(registered);
		},
	);

	test('is given back to it, as long as it serves that address', async () => {
		const registered = webhook();
		const trigger = await here();
		await trigger.activate();
		expect(plainUrl()).toBe(trigger.production);
		await trigger.deactivate();
		expect(webhook()).toEqual(registered);
		await there.deactivate();
		expect(webhook()).toEqual(FORMER);
	});

	test('gets what it had before that, when the workflow there is gone', async () => {
		const trigger = await here();
		await trigger.activate();
		answer = NOT_SERVED;
		await trigger.deactivate();
		expect(webhook()).toEqual(FORMER);
	});

	test('gets what it had before that, when the workflow there was unpublished first', async () => {
		const trigger = await here();
		await trigger.activate();
		await there.deactivate();
		expect(plainUrl()).toBe(trigger.production);
		expect(await trigger.checkExists()).toBe(true);
		await trigger.deactivate();
		expect(webhook()).toEqual(FORMER);
		expect(staging.requests).toEqual([]);
	});

	test('remembers that when the workflow here is published once more', async () => {
		const trigger = await here();
		await trigger.activate();
		await there.deactivate();
		triggers.assistant().webhook_events = ['tool-calls'];
		await trigger.activate();
		await trigger.deactivate();
		expect(webhook()).toEqual(FORMER);
	});

	test('is given back to it when it gives no answer: it may come back', async () => {
		const registered = webhook();
		const trigger = await here();
		await trigger.activate();
		await staging.close();
		await trigger.deactivate();
		expect(webhook()).toEqual(registered);
	});

	test('is taken and given back by listening as well', async () => {
		const registered = webhook();
		const trigger = await here();
		await trigger.listen();
		expect(plainUrl()).toBe(trigger.test);
		await trigger.stopListening();
		expect(webhook()).toEqual(registered);
	});
});

describe('a copy of the workflow, with the same id in its address', () => {
	/** A copy, with the data that n8n exports with the original. */
	async function copyOf(original: TriggerHost, options: Parameters<typeof host>[0], more = {}) {
		const copy = await host(options, more);
		Object.assign(copy.staticData, structuredClone(original.staticData));
		return copy;
	}

	test.each([
		['in the same n8n', { workflowId: 'a-copy' }, /another workflow of this n8n/],
		[
			'in another n8n',
			{ instanceId: 'another', baseUrl: 'http://localhost:5679' },
			/another n8n \(/,
		],
	])('%s clears nothing of the original', async (_where, options, refusal) => {
		const original = await host();
		await original.activate();
		const registered = webhook();
		const copy = await copyOf(original, options);
		await expect(copy.activate()).rejects.toThrow(refusal);
		await copy.deactivate();
		await expect(copy.listen()).rejects.toThrow(refusal);
		await copy.stopListening();
		expect(webhook()).toEqual(registered);
		await original.deactivate();
		expect(webhook()).toEqual(FORMER);
	});

	test('gives back only its own when it was published first', async () => {
		const original = await host();
		await original.activate();
		const copy = await copyOf(original, { workflowId: 'a-copy' });
		await original.deactivate();
		await copy.activate();
		const registered = webhook();
		await original.deactivate();
		await original.stopListening();
		expect(webhook()).toEqual(registered);
		await copy.deactivate();
		expect(webhook()).toEqual(FORMER);
	});
});

test('an n8n that has moved to another host gives back what it registered before', async () => {
	const before = await host();
	await before.activate();
	const moved = await host({ baseUrl: 'http://localhost:5680' });
	Object.assign(moved.staticData, before.staticData);
	await moved.deactivate();
	expect(webhook()).toEqual(FORMER);
});

test('a test address that was left behind under another host is no obstacle', async () => {
	const before = await host({ baseUrl: 'http://localhost:5681' });
	await before.listen();
	const moved = await host({ baseUrl: 'http://localhost:5682' });
	await moved.listen();
	expect(plainUrl()).toBe(moved.test);
	await moved.stopListening();
	expect(webhook()).toEqual(FORMER);
});

describe('the former webhook comes back', () => {
	const onPatch = { method: 'PATCH', kind: 'reset-after' } as const;

	test('when n8n ended before it could save anything', async () => {
		const ended = await host();
		await ended.activate();
		// The same workflow after the start: n8n has saved no static data.
		const restarted = await host();
		await restarted.deactivate();
		expect(webhook()).toEqual(FORMER);
	});

	test('when it is published again after such an end', async () => {
		await (await host()).activate();
		const restarted = await host();
		await restarted.activate();
		await restarted.deactivate();
		expect(webhook()).toEqual(FORMER);
	});

	test('when the answer to the registration was lost and HMS Sovereign is away for a while', async () => {
		sandbox.api.faults.add(onPatch);
		// Two looks at the assistant go through before it is changed; then four seconds of outage.
		sandbox.api.faults.add({ kind: 'status', status: 503, skip: 2, times: Infinity });
		const end = setTimeout(() => sandbox.api.faults.clear(), 4_000);
		const trigger = await host();
		await expect(trigger.activate()).rejects.toThrow();
		clearTimeout(end);
		expect(webhook()).toEqual(FORMER);
	}, 30_000);

	test('when it could not be given back then, and n8n has forgotten the failed registration', async () => {
		sandbox.api.faults.add(onPatch);
		sandbox.api.faults.add({ kind: 'status', status: 403, skip: 2, times: Infinity });
		await expect((await host()).activate()).rejects.toThrow();
		expect(webhook()).not.toEqual(FORMER);
		// n8n cleans up, with the data it had saved before, while the outage goes on.
		await (await host()).deactivate();
		sandbox.api.faults.clear();
		const later = await host();
		await later.activate();
		await later.deactivate();
		expect(webhook()).toEqual(FORMER);
	});

	test('when a test began during all this', async () => {
		await (await host()).activate();
		const restarted = await host();
		await restarted.listen();
		await restarted.stopListening();
		expect(plainUrl()).toBe(restarted.production);
		await restarted.deactivate();
		expect(webhook()).toEqual(FORMER);
	});
});
