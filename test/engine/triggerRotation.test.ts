import { until } from '../../dev/n8n/until';
import { useSandbox } from '../../dev/engine/sandbox';
import { FORMER, useTriggers } from './support/assistantWebhooks';
import { setClock } from './support/clock';
import { eventBody, send, signed } from './support/deliveries';
import type { TriggerHost } from './support/triggerHost';

const sandbox = useSandbox();
const triggers = useTriggers(sandbox);
const { webhook } = triggers;

afterEach(() => void jest.useRealTimers());

/** A trigger that was registered with a key which is revoked now; the credential has a new one. */
async function rotated(more: Parameters<typeof triggers.host>[0] = {}) {
	const oldKey = sandbox.api.addKey();
	let credential = { ...sandbox.credential(), apiKey: oldKey };
	// A process remembers what it asked by trigger and key.
	const webhookId = `node-${Math.random()}`;
	const trigger = await triggers.host({ webhookId, ...more, credential: () => credential });
	await trigger.activate();
	const before = secret();
	credential = { ...credential, apiKey: sandbox.api.addKey() };
	sandbox.api.revokeKey(oldKey);
	sandbox.api.requests.length = 0;
	return { trigger, before, credential: () => credential };
}

const secret = () => webhook().webhook_secret ?? '';
const event = 'status-update';
const deliver = async ({ url }: TriggerHost, signingSecret: string) =>
	await send(url, signed(event, eventBody(event), signingSecret));
const requests = () => sandbox.api.requests.map(({ method }) => method);
const renewed = async (before: string) =>
	await until('the new secret at the assistant', () => secret() !== before);

describe('after the API key was changed and the old one revoked', () => {
	test('the next delivery starts the workflow, and the assistant gets the new secret', async () => {
		const { trigger, before } = await rotated();
		expect((await deliver(trigger, before)).status).toBe(200);
		expect(trigger.executions).toHaveLength(1);
		await renewed(before);
		expect(await trigger.checkExists()).toBe(true);

		// One that was on its way, and one that is signed anew.
		expect((await deliver(trigger, before)).status).toBe(200);
		expect((await deliver(trigger, secret())).status).toBe(200);
		expect(trigger.executions).toHaveLength(3);
		await trigger.deactivate();
		expect(webhook()).toEqual(FORMER);
	});

	test('no delivery is lost when many come at once, and the assistant is read once', async () => {
		const { trigger, before } = await rotated();
		const replies = await Promise.all(
			Array.from({ length: 50 }, async () => await deliver(trigger, before)),
		);
		expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200));
		expect(trigger.executions).toHaveLength(50);
		await renewed(before);
		// To verify; to renew: read once more, since it may have been given back meanwhile, and write.
		expect(requests()).toEqual(['GET', 'GET', 'PATCH']);
	});

	test('forged deliveries start nothing and make us ask once in three minutes', async () => {
		const { trigger, before } = await rotated();
		const start = Date.now();
		for (let minute = 0; minute < 9; minute += 1) {
			setClock(new Date(start + minute * 60_000));
			for (let count = 0; count < 10; count += 1) {
				expect((await deliver(trigger, 'a guess')).status).toBe(401);
			}
		}
		expect(trigger.executions).toEqual([]);
		expect(requests()).toEqual(['GET', 'GET', 'GET']);
		expect(secret()).toBe(before);

		// They do not keep a genuine one out.
		expect((await deliver(trigger, before)).status).toBe(200);
		expect(trigger.executions).toHaveLength(1);
		await renewed(before);
	});

	test('forged deliveries with a wrong form or age make us ask nothing', async () => {
		const { trigger, before } = await rotated();
		const long = Math.floor(Date.now() / 1000) - 400;
		await send(trigger.url, signed(event, eventBody(event), before, long));
		await send(trigger.url, { body: Buffer.from('{}'), headers: { 'x-webhook-event': event } });
		expect(requests()).toEqual([]);
	});

	test('the secret of somebody else who stands at the assistant is none of ours', async () => {
		const { trigger } = await rotated();
		Object.assign(triggers.assistant(), FORMER);
		expect((await deliver(trigger, FORMER.webhook_secret)).status).toBe(401);
		expect(trigger.executions).toEqual([]);
		expect(webhook()).toEqual(FORMER);
	});

	test('a delivery is refused while HMS Sovereign cannot be asked, and accepted later', async () => {
		const { trigger, before } = await rotated();
		sandbox.api.faults.add({ kind: 'status', status: 403, times: Infinity });
		expect((await deliver(trigger, before)).status).toBe(401);
		sandbox.api.faults.clear();
		setClock(new Date(Date.now() + 181_000));
		expect((await deliver(trigger, before)).status).toBe(200);
		await renewed(before);
	});

	test('a caller who waits is not kept waiting when HMS Sovereign hangs', async () => {
		const { trigger, before } = await rotated();
		sandbox.api.faults.add({ kind: 'hang', times: Infinity });
		const startedAt = Date.now();
		expect((await deliver(trigger, before)).status).toBe(401);
		expect(Date.now() - startedAt).toBeLessThan(4_500);
		sandbox.api.faults.clear();
	});

	test('the former webhook comes back even when the address had lost what it carries', async () => {
		const { trigger, before } = await rotated();
		triggers.assistant().webhook_url = trigger.production;
		await deliver(trigger, before);
		await renewed(before);
		await trigger.deactivate();
		expect(webhook()).toEqual(FORMER);
	});

	test('a test event comes in as well', async () => {
		const { trigger, before } = await rotated();
		await trigger.deactivate();
		await trigger.listen();
		triggers.assistant().webhook_secret = before;
		expect((await deliver(trigger, before)).status).toBe(200);
	});

	test('no secret and no former address is readable in what n8n stores', async () => {
		const { trigger, before } = await rotated();
		await deliver(trigger, before);
		await renewed(before);
		const readable = JSON.stringify([trigger.staticData, webhook().webhook_url, trigger.logs()]);
		for (const text of [before, secret(), FORMER.webhook_secret, 'crm.example.com']) {
			expect(readable).not.toContain(text);
		}
	});
});

test("after the credential's Webhook Secret was changed, no delivery is lost either", async () => {
	let webhookSecret = 'the first secret';
	const credential = () => ({ ...sandbox.credential(), webhookSecret });
	const trigger = await triggers.host({ credential, webhookId: `node-${Math.random()}` });
	await trigger.activate();
	webhookSecret = 'the second secret';
	expect((await deliver(trigger, 'the first secret')).status).toBe(200);
	await renewed('the first secret');
	expect(secret()).toBe('the second secret');
});

test('a delivery for one trigger is refused by another with the same key', async () => {
	const first = await triggers.host({ webhookId: 'trigger-a' });
	await first.activate();
	const ofFirst = secret();
	await first.deactivate();
	const second = await triggers.host({ webhookId: 'trigger-b' });
	await second.activate();
	expect(secret()).not.toBe(ofFirst);
	expect((await deliver(second, ofFirst)).status).toBe(401);
	expect((await deliver(second, secret())).status).toBe(200);
	expect(second.executions).toHaveLength(1);
});
