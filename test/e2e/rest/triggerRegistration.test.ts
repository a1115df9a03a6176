/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../dev/byId';
import type { SavedWorkflow } from '../../../dev/n8n/api';
import { until } from '../../../dev/n8n/until';
import { sandboxCredential } from '../support/credentials';
import { n8nUnderTest } from '../support/n8nUnderTest';
import { openScene, type Scene } from '../support/scene';
import {
	activateAndWait,
	assistantOf,
	deactivateAndWait,
	deliver,
	eventBody,
	listen,
	stopListening,
	triggerNode,
	webhookOf,
} from '../support/triggers';
import { noOperation, row } from '../support/workflows';

/** A receiver of somebody else, which the assistant had before. */
const former = {
	webhook_url: 'https://crm.example.com/hms?token=abc',
	webhook_secret: 'whsec_of_the_crm',
	webhook_events: ['end-of-call-report'],
};

describe('Registration at an assistant', () => {
	let scene: Scene;
	let reception: string;
	const active: SavedWorkflow[] = [];

	beforeAll(async () => {
		scene = await openScene();
		reception = scene.sandbox.store.ids.reception;
	});

	beforeEach(async () => {
		const { n8n, sandbox, credential } = scene;
		sandbox.reset();
		await n8n.updateCredential(credential.id, { ...credential, data: sandboxCredential(sandbox) });
		Object.assign(assistantOf(scene.sandbox, reception), former);
	});

	afterEach(async () => {
		for (const workflow of active.splice(0)) await deactivateAndWait(scene.n8n, workflow);
	});

	afterAll(async () => await scene.sandbox.close());

	async function saved(parameters: IDataObject = {}) {
		const node = triggerNode(scene.credential, reception, parameters);
		const workflow = await scene.n8n.saveWorkflow(row('Registration', node, noOperation('End')));
		const port = new URL(n8nUnderTest().url).port;
		const own = (endpoint: string) =>
			`http://localhost:${port}/${endpoint}/${node.webhookId}/webhook`;
		return { workflow, production: own('webhook'), test: own('webhook-test') };
	}

	async function activate(workflow: SavedWorkflow): Promise<void> {
		active.push(workflow);
		const { status } = await activateAndWait(scene.n8n, workflow);
		expect(status).toBe('published');
	}

	const webhook = () => webhookOf(scene.sandbox, reception);
	/** The address alone, without what it carries for later. */
	const plain = () => webhook().webhook_url?.split('?')[0];
	const becomes = async (url: string) =>
		await until(`the assistant to have ${url}`, () =>
			[webhook().webhook_url, plain()].includes(url),
		);

	it('is made by activating, and taken back by deactivating', async () => {
		const { workflow, production } = await saved({ events: ['tool-calls'] });
		await activate(workflow);
		expect({ ...webhook(), webhook_url: plain() }).toEqual({
			webhook_url: production,
			webhook_secret: expect.stringMatching(/^[0-9a-f]{64}$/),
			webhook_events: ['tool-calls'],
		});
		await deactivateAndWait(scene.n8n, workflow);
		expect(webhook()).toEqual(former);
	});

	it('keeps no secret and no former address readable in what n8n stores', async () => {
		const { workflow } = await saved();
		await activate(workflow);
		const stored = JSON.stringify(await scene.n8n.ask('GET', `/rest/workflows/${workflow.id}`));
		expect(stored).toContain('registrations');
		for (const secret of [former.webhook_secret, former.webhook_url, webhook().webhook_secret]) {
			expect(stored).not.toContain(secret);
		}
	});

	it('leaves alone what somebody else has set meanwhile', async () => {
		const { workflow } = await saved();
		await activate(workflow);
		const other = { ...former, webhook_url: 'https://other.example.com/' };
		Object.assign(assistantOf(scene.sandbox, reception), other);
		await deactivateAndWait(scene.n8n, workflow);
		expect(webhook()).toEqual(other);
	});

	it('does not let a deleted assistant hinder deactivation', async () => {
		const { workflow } = await saved();
		await activate(workflow);
		const { main } = scene.sandbox.store;
		main.assistants = main.assistants.filter(({ id }) => id !== reception);
		const { status } = await deactivateAndWait(scene.n8n, workflow);
		expect(status).not.toBe('failed');
	});

	it('is taken by listening, and given back by the first event', async () => {
		const { workflow, test } = await saved();
		await listen(scene.n8n, workflow);
		expect(plain()).toBe(test);
		const { webhook_url, webhook_secret } = webhook();
		const event = 'end-of-call-report';
		const url = webhook_url ?? '';
		const forged = await deliver(url, { event, body: eventBody(event), secret: 'a guess' });
		expect(forged.status).toBe(401);
		expect(plain()).toBe(test);

		const parcel = { event, body: eventBody(event), secret: webhook_secret ?? '' };
		expect((await deliver(url, parcel)).status).toBe(200);
		await becomes(former.webhook_url);
		expect(webhook()).toEqual(former);
		const executions = await scene.n8n.executionsOf(workflow);
		expect(executions).toHaveLength(1);
	});

	it('is given back when listening is stopped', async () => {
		const { workflow, test } = await saved();
		await listen(scene.n8n, workflow);
		expect(plain()).toBe(test);
		await stopListening(scene.n8n, workflow);
		await becomes(former.webhook_url);
		expect(webhook()).toEqual(former);
	});

	it('is the active one again after listening', async () => {
		const { workflow, production, test } = await saved();
		await activate(workflow);
		const registered = webhook();
		await listen(scene.n8n, workflow);
		expect(plain()).toBe(test);
		await stopListening(scene.n8n, workflow);
		await becomes(production);
		expect(webhook()).toEqual(registered);
		await deactivateAndWait(scene.n8n, workflow);
		expect(webhook()).toEqual(former);
	});

	it('stays with the active workflow when activated while listening', async () => {
		const { workflow, production } = await saved();
		await listen(scene.n8n, workflow);
		await activate(workflow);
		expect(plain()).toBe(production);
		await stopListening(scene.n8n, workflow);
		// n8n ends the listening in the background; nothing must come of it.
		await new Promise((resolve) => setTimeout(resolve, 1_000));
		expect(plain()).toBe(production);
		await deactivateAndWait(scene.n8n, workflow);
		expect(webhook()).toEqual(former);
	});

	it('goes on listening when deactivated meanwhile, and then gives back the former one', async () => {
		const { workflow, test } = await saved();
		await activate(workflow);
		await listen(scene.n8n, workflow);
		await deactivateAndWait(scene.n8n, workflow);
		expect(plain()).toBe(test);
		await stopListening(scene.n8n, workflow);
		await becomes(former.webhook_url);
		expect(webhook()).toEqual(former);
	});

	it('is refused when the assistant serves another workflow of this n8n', async () => {
		const first = await saved();
		await activate(first.workflow);
		const registered = webhook();
		const second = await saved();
		const outcome = await activateAndWait(scene.n8n, second.workflow).catch((error: Error) => ({
			status: 'failed',
			triggers: [{ errorMessage: error.message }],
		}));
		expect(outcome.status).toBe('failed');
		const text = JSON.stringify(outcome);
		expect(text).toContain(assistantOf(scene.sandbox, reception).name);
		expect(text).toContain(first.production);
		expect(webhook()).toEqual(registered);
		await expect(listen(scene.n8n, second.workflow)).rejects.toThrow(/already sends its events/);
		expect(webhook()).toEqual(registered);
	});

	it('is not cleared by a copy of the workflow, which has the same address', async () => {
		const { n8n } = scene;
		const node = triggerNode(scene.credential, reception);
		const original = await n8n.saveWorkflow(row('Original', node, noOperation('End')));
		const copy = await n8n.saveWorkflow(row('Copy', node, noOperation('End')));
		await activate(original);
		const registered = webhook();
		const outcome = await activateAndWait(n8n, copy).catch(() => ({ status: 'failed' }));
		expect(outcome.status).toBe('failed');
		await deactivateAndWait(n8n, copy);
		expect(webhook()).toEqual(registered);
		await deactivateAndWait(n8n, original);
		expect(webhook()).toEqual(former);
	});

	it('is renewed after the API key has changed, and still gives back the former one', async () => {
		const { n8n, sandbox, credential } = scene;
		const { workflow, production } = await saved();
		await activate(workflow);
		const before = webhook().webhook_secret;
		const data = sandboxCredential(sandbox, sandbox.addKey('fl_live_rotated'));
		await n8n.updateCredential(credential.id, { ...credential, data });
		await deactivateAndWait(n8n, workflow);
		expect(webhook()).toEqual(former);
		await activate(workflow);
		expect(plain()).toBe(production);
		expect(webhook().webhook_secret).not.toBe(before);
	});

	it('is put right by publishing when giving back failed after a test event', async () => {
		const { n8n, sandbox } = scene;
		const { workflow, test, production } = await saved();
		await listen(n8n, workflow);
		const { webhook_url, webhook_secret } = webhook();
		sandbox.faults.add({ kind: 'status', status: 400, method: 'PATCH', times: Infinity });
		const event = 'status-update';
		const parcel = { event, body: eventBody(event), secret: webhook_secret ?? '' };
		expect((await deliver(webhook_url ?? '', parcel)).status).toBe(200);
		await until('the execution', async () => (await n8n.executionsOf(workflow)).length > 0);
		await until('the refused attempt', () => sandbox.requests.at(-1)?.status === 400);
		expect(plain()).toBe(test);

		sandbox.faults.clear();
		// Nobody else is hindered: an error at the end of listening would break n8n 2's list of listeners.
		const other = await saved({ assistantId: byId(sandbox.store.ids.reminders) });
		await listen(n8n, other.workflow);
		await stopListening(n8n, other.workflow);
		await activate(workflow);
		expect(plain()).toBe(production);
		await deactivateAndWait(n8n, workflow);
		expect(webhook()).toEqual(former);
	});

	it('says why listening is not possible, and hinders nobody else', async () => {
		const { n8n, sandbox, credential } = scene;
		const data = sandboxCredential(sandbox, 'fl_live_revoked');
		await n8n.updateCredential(credential.id, { ...credential, data });
		const { workflow } = await saved();
		await expect(listen(n8n, workflow)).rejects.toThrow(/API key/);
		expect(webhook()).toEqual(former);

		await n8n.updateCredential(credential.id, { ...credential, data: sandboxCredential(sandbox) });
		await listen(n8n, workflow);
		await stopListening(n8n, workflow);
		await becomes(former.webhook_url);
	});

	it('is tried to give back again when HMS Sovereign fails', async () => {
		const { workflow } = await saved();
		await activate(workflow);
		scene.sandbox.faults.add({ kind: 'status', status: 500, method: 'PATCH', times: 2 });
		await deactivateAndWait(scene.n8n, workflow);
		await becomes(former.webhook_url);
		expect(webhook()).toEqual(former);
	});
});
