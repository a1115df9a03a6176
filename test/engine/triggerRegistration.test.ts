import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../dev/byId';
import { useSandbox } from '../../dev/engine/sandbox';
import { startTriggerHost, type TriggerHost, type TriggerOptions } from './support/triggerHost';

const sandbox = useSandbox();
const hosts: TriggerHost[] = [];

afterEach(async () => await Promise.all(hosts.splice(0).map(async (host) => await host.close())));

const FORMER = {
	webhook_url: 'https://crm.example.com/hms?token=abc',
	webhook_secret: 'whsec_of_the_crm',
	webhook_events: ['end-of-call-report', 'status-update'],
};
const NONE = { webhook_url: null, webhook_secret: null, webhook_events: null };

const ids = () => sandbox.api.store.ids;

function assistant(id: string) {
	const found = sandbox.api.store.main.assistants.find((one) => one.id === id);
	if (found === undefined) throw new Error(`There is no assistant ${id}`);
	return found;
}

/** The three fields of an assistant that the trigger sets. */
function webhook(id: string = ids().reception) {
	const { webhook_url, webhook_secret, webhook_events } = assistant(id);
	return { webhook_url, webhook_secret, webhook_events };
}

/** The three fields with the address alone, without what it carries for later. */
function shown(id: string = ids().reception) {
	const { webhook_url, ...rest } = webhook(id);
	return { ...rest, webhook_url: webhook_url === null ? null : webhook_url.split('?')[0] };
}

const plainUrl = (id?: string) => shown(id).webhook_url;

async function host(more: IDataObject = {}, options: Partial<TriggerOptions> = {}) {
	const started = await startTriggerHost({
		parameters: {
			registration: 'automatic',
			assistantId: byId(ids().reception),
			events: ['tool-calls', 'status-update'],
			...more,
		},
		credential: sandbox.credential,
		...options,
	});
	hosts.push(started);
	return started;
}

const methods = () => sandbox.api.requests.map(({ method }) => method);

beforeEach(() => void Object.assign(assistant(ids().reception), FORMER));

describe('activating and deactivating', () => {
	test('set address, secret and events, and give back what was there', async () => {
		const trigger = await host();
		await trigger.activate();
		expect(shown()).toEqual({
			webhook_url: trigger.production,
			webhook_secret: expect.stringMatching(/^[0-9a-f]{64}$/),
			webhook_events: ['tool-calls', 'status-update'],
		});
		await trigger.deactivate();
		expect(webhook()).toEqual(FORMER);
		expect(trigger.staticData).toEqual({ 'node:Trigger': { registrations: {} } });
	});

	test("use the credential's Webhook Secret when there is one", async () => {
		const credential = () => ({ ...sandbox.credential(), webhookSecret: 'mine' });
		await (await host({}, { credential })).activate();
		expect(webhook().webhook_secret).toBe('mine');
	});

	test('work with several assistants, each of which gets back its own', async () => {
		const { reception, reminders, emergency } = ids();
		const assistants = [reminders, emergency, reception].map((id) => ({ assistantId: byId(id) }));
		const trigger = await host({ moreAssistants: { assistants } });
		await trigger.activate();
		for (const id of [reception, reminders, emergency]) {
			expect(plainUrl(id)).toBe(trigger.production);
		}
		await trigger.deactivate();
		expect(webhook(reception)).toEqual(FORMER);
		expect(webhook(reminders)).toEqual(NONE);
		expect(webhook(emergency)).toEqual(NONE);
	});

	test('give back assistants that the node names no more', async () => {
		const trigger = await host();
		await trigger.activate();
		const changed = await host({ assistantId: byId(ids().reminders) });
		Object.assign(changed.staticData, trigger.staticData);
		await changed.deactivate();
		expect(webhook()).toEqual(FORMER);
	});

	test('leave alone what somebody else has set meanwhile', async () => {
		const trigger = await host();
		await trigger.activate();
		Object.assign(assistant(ids().reception), { webhook_url: 'https://other.example.com/' });
		const before = webhook();
		await trigger.deactivate();
		expect(webhook()).toEqual(before);
	});

	test('make one request when nothing has drifted', async () => {
		const trigger = await host();
		await trigger.activate();
		sandbox.api.requests.length = 0;
		await trigger.activate();
		expect(methods()).toEqual(['GET']);
	});

	test('keep no secret and no former address readable', async () => {
		const trigger = await host();
		await trigger.activate();
		const stored = JSON.stringify(trigger.staticData);
		expect(stored).toContain(trigger.production);
		for (const text of ['crm.example.com', 'whsec', String(webhook().webhook_secret)]) {
			expect(stored).not.toContain(text);
		}
	});

	test('do not show the secret in errors', async () => {
		sandbox.api.faults.add({ kind: 'status', status: 400, method: 'PATCH', times: 9 });
		const trigger = await host(
			{},
			{ credential: () => ({ ...sandbox.credential(), webhookSecret: 'whsec_mine' }) },
		);
		const error = await trigger.activate().catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({ name: 'NodeApiError' });
		expect(JSON.stringify(error)).not.toContain('whsec_mine');
	});
});

describe('checkExists', () => {
	test.each([
		['the address', { webhook_url: 'https://other.example.com/' }],
		['the secret', { webhook_secret: 'another' }],
		['the events', { webhook_events: ['tool-calls'] }],
		['all', NONE],
	])('notices when %s has changed, and activating repairs it', async (_what, drift) => {
		const trigger = await host();
		await trigger.activate();
		const registered = webhook();
		expect(await trigger.checkExists()).toBe(true);
		Object.assign(assistant(ids().reception), drift);
		expect(await trigger.checkExists()).toBe(false);
		await trigger.activate();
		expect(await trigger.checkExists()).toBe(true);
		expect(shown()).toEqual({ ...registered, webhook_url: trigger.production });
	});

	test('does not mind the order of the events', async () => {
		const trigger = await host();
		await trigger.activate();
		assistant(ids().reception).webhook_events?.reverse();
		expect(await trigger.checkExists()).toBe(true);
	});

	test('keeps what stood before when it repairs secret and events', async () => {
		const trigger = await host();
		await trigger.activate();
		Object.assign(assistant(ids().reception), { webhook_events: ['tool-calls'] });
		await trigger.activate();
		await trigger.deactivate();
		expect(webhook()).toEqual(FORMER);
	});
});

describe('key rotation', () => {
	const rotated = (key: string) => ({ ...sandbox.credential(), apiKey: sandbox.api.addKey(key) });

	test('is noticed, and activating registers the new secret', async () => {
		let credential = sandbox.credential();
		const trigger = await host({}, { credential: () => credential });
		await trigger.activate();
		const { webhook_secret: before } = webhook();
		credential = rotated('fl_live_new');
		expect(await trigger.checkExists()).toBe(false);
		await trigger.activate();
		expect(webhook().webhook_secret).not.toBe(before);
		credential = rotated('fl_live_newer');
		await trigger.deactivate();
		expect(webhook()).toEqual(FORMER);
	});

	test('keeps what cannot be read any more, and says what to do', async () => {
		let credential = sandbox.credential();
		const trigger = await host({}, { credential: () => credential });
		await trigger.activate();
		// An API that masks secrets, so that nobody can read the one it was encrypted with.
		assistant(ids().reception).webhook_secret = '****';
		const former = credential;
		credential = rotated('fl_live_new');
		await expect(trigger.deactivate()).rejects.toThrow(/had before can no longer be read/);
		expect(plainUrl()).toBe(trigger.production);
		credential = former;
		await trigger.deactivate();
		expect(webhook()).toEqual(FORMER);
	});
});

describe('a former secret that the API does not show', () => {
	test('is not overwritten by asterisks, and the log says so', async () => {
		assistant(ids().reception).webhook_secret = '****';
		const trigger = await host();
		await trigger.activate();
		expect(trigger.logs().join('\n')).toMatch(/warn: .*former webhook secret.*cannot be read/);
		const { webhook_secret: ours } = webhook();
		await trigger.deactivate();
		expect(webhook()).toEqual({ ...FORMER, webhook_secret: ours });
	});
});

describe('listening for a test event', () => {
	test('takes the place, and gives back what was there', async () => {
		const trigger = await host();
		await trigger.listen();
		expect(plainUrl()).toBe(trigger.test);
		expect(webhook().webhook_url).not.toContain('crm.example.com');
		await trigger.stopListening();
		expect(webhook()).toEqual(FORMER);
		expect(trigger.staticData).toEqual({});
	});

	test('carries nothing but its own mark when nothing was there', async () => {
		Object.assign(assistant(ids().reception), NONE);
		const trigger = await host();
		await trigger.listen();
		expect(webhook().webhook_url).toMatch(/\?by=[\w-]{12}$/);
		expect(plainUrl()).toBe(trigger.test);
		await trigger.stopListening();
		expect(webhook()).toEqual(NONE);
	});

	test('gives back to the active workflow, whose deactivation gives back the former one', async () => {
		const trigger = await host();
		await trigger.activate();
		const registered = webhook();
		await trigger.listen();
		expect(plainUrl()).toBe(trigger.test);
		await trigger.stopListening();
		expect(webhook()).toEqual(registered);
		await trigger.deactivate();
		expect(webhook()).toEqual(FORMER);
	});

	test('is overruled by activating, and does not touch that when it ends', async () => {
		const trigger = await host();
		await trigger.listen();
		await trigger.activate();
		await trigger.stopListening();
		expect(plainUrl()).toBe(trigger.production);
		await trigger.deactivate();
		expect(webhook()).toEqual(FORMER);
	});

	test('outlives a deactivation, and then gives back the former one', async () => {
		const trigger = await host();
		await trigger.activate();
		await trigger.listen();
		await trigger.deactivate();
		expect(plainUrl()).toBe(trigger.test);
		await trigger.stopListening();
		expect(webhook()).toEqual(FORMER);
	});

	test('survives that the active workflow is published anew', async () => {
		const trigger = await host();
		await trigger.activate();
		await trigger.listen();
		await trigger.deactivate();
		await trigger.activate();
		await trigger.stopListening();
		expect(plainUrl()).toBe(trigger.production);
		await trigger.deactivate();
		expect(webhook()).toEqual(FORMER);
	});

	test('ends without an error when giving back fails, which is logged and can be tried again', async () => {
		const trigger = await host();
		await trigger.listen();
		sandbox.api.faults.add({ kind: 'status', status: 403, method: 'PATCH' });
		await trigger.stopListening();
		expect(plainUrl()).toBe(trigger.test);
		expect(trigger.logs().join('\n')).toMatch(/error: .*could not be given back. Listen once more/);
		await trigger.listen();
		await trigger.stopListening();
		expect(webhook()).toEqual(FORMER);
	});

	test('loses nothing when n8n ended meanwhile', async () => {
		const trigger = await host();
		await trigger.activate();
		await trigger.listen();
		// n8n forgets its listeners; somebody listens again later, or activates.
		await trigger.listen();
		expect(plainUrl()).toBe(trigger.test);
		await trigger.activate();
		expect(plainUrl()).toBe(trigger.production);
		await trigger.deactivate();
		expect(webhook()).toEqual(FORMER);
	});
});

describe('an assistant that serves another workflow of this n8n', () => {
	test.each(['activate', 'listen'] as const)('is refused by name (%s)', async (action) => {
		const first = await host();
		await first.activate();
		const registered = webhook();
		const second = await host({}, { webhookId: 'another-webhook-id' });
		const error = await second[action]().catch((thrown: unknown) => thrown);
		expect(error).toMatchObject({
			message: `The assistant "${assistant(ids().reception).name}" already sends its events to another workflow of this n8n (${first.production})`,
			description: expect.stringContaining('Deactivate the other workflow first'),
		});
		// n8n cleans up after a failed activation.
		await second.deactivate();
		await second.stopListening();
		expect(webhook()).toEqual(registered);
	});

	test('is found out before any other assistant is changed', async () => {
		const { reception, reminders } = ids();
		await (await host()).activate();
		const assistants = [{ assistantId: byId(reception) }];
		const second = await host(
			{ assistantId: byId(reminders), moreAssistants: { assistants } },
			{ webhookId: 'another-webhook-id' },
		);
		await expect(second.activate()).rejects.toThrow(/already sends its events/);
		expect(webhook(reminders)).toEqual(NONE);
	});
});

describe('when HMS Sovereign fails', () => {
	test('a registration of several assistants is undone as a whole', async () => {
		const { reception, reminders } = ids();
		const assistants = [{ assistantId: byId(reminders) }];
		const trigger = await host({ moreAssistants: { assistants } });
		sandbox.api.faults.add({
			kind: 'status',
			status: 500,
			method: 'PATCH',
			path: `/assistants/${reminders}`,
		});
		await expect(trigger.activate()).rejects.toThrow(/not available/);
		expect(webhook(reception)).toEqual(FORMER);
		expect(webhook(reminders)).toEqual(NONE);
		expect(trigger.staticData).toEqual({ 'node:Trigger': { registrations: {} } });
	});

	test('a registration that may have worked is undone as well', async () => {
		const trigger = await host();
		sandbox.api.faults.add({ kind: 'reset-after', method: 'PATCH' });
		await expect(trigger.activate()).rejects.toThrow(/Could not reach/);
		expect(webhook()).toEqual(FORMER);
	});

	test('giving back is tried again', async () => {
		const trigger = await host();
		await trigger.activate();
		sandbox.api.faults.add({ kind: 'status', status: 503, method: 'PATCH', times: 2 });
		await trigger.deactivate();
		expect(webhook()).toEqual(FORMER);
	});

	test('a failure to give back is shown, and nothing is forgotten', async () => {
		const { reminders } = ids();
		const trigger = await host({
			moreAssistants: { assistants: [{ assistantId: byId(reminders) }] },
		});
		await trigger.activate();
		const path = `/assistants/${ids().reception}`;
		sandbox.api.faults.add({ kind: 'status', status: 503, method: 'PATCH', path, times: Infinity });
		await expect(trigger.deactivate()).rejects.toThrow(/not available \(503\)/);
		expect(webhook(reminders)).toEqual(NONE);
		expect(plainUrl()).toBe(trigger.production);

		sandbox.api.faults.clear();
		await trigger.activate();
		await trigger.deactivate();
		expect(webhook()).toEqual(FORMER);
	});

	test('a deleted assistant does not hinder deactivation', async () => {
		const trigger = await host();
		await trigger.activate();
		const { main } = sandbox.api.store;
		main.assistants = main.assistants.filter(({ id }) => id !== ids().reception);
		await trigger.deactivate();
		expect(trigger.staticData).toEqual({ 'node:Trigger': { registrations: {} } });
	});
});

describe('what is checked before anything is sent', () => {
	test.each([
		[
			'no assistant',
			{ assistantId: byId('') },
			"No assistant is chosen. Choose one under 'Assistant'.",
		],
		['no event', { events: [] }, "No event is chosen. Choose at least one under 'Events'."],
	])('%s', async (_what, parameters, message) => {
		const trigger = await host(parameters);
		await expect(trigger.activate()).rejects.toThrow(message);
		expect(sandbox.api.requests).toEqual([]);
	});

	test('a workflow that never replies', async () => {
		const trigger = await host({ respond: 'responseNode' });
		await expect(trigger.activate()).rejects.toThrow(
			'Nothing in this workflow replies to HMS Sovereign',
		);
		expect(sandbox.api.requests).toEqual([]);
		// While it is being built, people may listen for an event.
		await trigger.listen();
		expect(plainUrl()).toBe(trigger.test);
	});

	test('nothing that needs no reply', async () => {
		const trigger = await host({ respond: 'responseNode', events: ['status-update'] });
		await trigger.activate();
		expect(plainUrl()).toBe(trigger.production);
	});

	test('an unknown assistant', async () => {
		const trigger = await host({ assistantId: byId('no-such-assistant') });
		await expect(trigger.activate()).rejects.toThrow(/not found/i);
	});

	test('an address that the API cannot reach', async () => {
		const credential = () => ({ apiKey: 'fl_x', baseUrl: 'https://api.hmsovereign.com/api/v1' });
		const trigger = await host({}, { credential });
		await expect(trigger.activate()).rejects.toMatchObject({
			message: `HMS Sovereign cannot reach this n8n at ${trigger.production}`,
			description: expect.stringContaining('WEBHOOK_URL'),
		});
	});
});

describe('manual registration', () => {
	const manual = { registration: 'manual' };

	test('sends nothing', async () => {
		const credential = () => ({ ...sandbox.credential(), webhookSecret: 'mine' });
		const trigger = await host(manual, { credential });
		await trigger.activate();
		await trigger.deactivate();
		expect(sandbox.api.requests).toEqual([]);
	});

	test('needs a secret that people know', async () => {
		const trigger = await host(manual);
		await expect(trigger.activate()).rejects.toThrow(
			"'Webhook Secret' of the HMS Sovereign credential is empty",
		);
	});

	test('needs none when signatures are not verified', async () => {
		const trigger = await host({ ...manual, options: { verifySignature: false } });
		await trigger.activate();
		expect(sandbox.api.requests).toEqual([]);
	});
});
