import type { SavedWorkflow } from '../../../dev/n8n/api';
import { until } from '../../../dev/n8n/until';
import { createSandboxCredential, sandboxCredential } from '../support/credentials';
import { openScene, type Scene } from '../support/scene';
import {
	activateAndWait,
	assistantOf,
	deactivateAndWait,
	deliver,
	eventBody,
	triggerNode,
	webhookOf,
} from '../support/triggers';
import { noOperation, row } from '../support/workflows';

const former = {
	webhook_url: 'https://crm.example.com/hms?token=abc',
	webhook_secret: 'whsec_of_the_crm',
	webhook_events: ['status-update'],
};

describe('After the API key was rotated and the old one revoked', () => {
	let scene: Scene;
	let reception: string;
	let workflow: SavedWorkflow;
	let registered: ReturnType<typeof webhookOf>;

	beforeAll(async () => {
		scene = await openScene({ callSpeed: 60 });
		const { n8n, sandbox } = scene;
		reception = sandbox.store.ids.reception;
		Object.assign(assistantOf(sandbox, reception), former);
		const oldKey = sandbox.addKey('fl_live_to_be_revoked');
		const credential = await createSandboxCredential(n8n, sandbox);
		const withKey = async (key: string) =>
			await n8n.updateCredential(credential.id, {
				...credential,
				data: sandboxCredential(sandbox, key),
			});
		await withKey(oldKey);
		const events = ['end-of-call-report'];
		workflow = await n8n.saveWorkflow(
			row('Rotation', triggerNode(credential, reception, { events }), noOperation('End')),
		);
		expect((await activateAndWait(n8n, workflow)).status).toBe('published');
		registered = webhookOf(sandbox, reception);
		await withKey(sandbox.addKey('fl_live_rotated'));
		sandbox.revokeKey(oldKey);
		sandbox.requests.length = 0;
	});

	afterAll(async () => await scene.sandbox.close());

	const executions = async () => await scene.n8n.executionsOf(workflow);
	const secret = () => webhookOf(scene.sandbox, reception).webhook_secret;

	it('forged deliveries start nothing, and make n8n ask once', async () => {
		const event = 'end-of-call-report';
		for (let count = 0; count < 20; count += 1) {
			const forged = { event, body: eventBody(event), secret: 'a guess' };
			expect((await deliver(registered.webhook_url ?? '', forged)).status).toBe(401);
		}
		expect(scene.sandbox.requests.map(({ method }) => method)).toEqual(['GET']);
		expect(await executions()).toEqual([]);
	});

	it('a call starts the workflow without a click, and the next one is signed with the new secret', async () => {
		const { sandbox } = scene;
		const ring = async () => {
			const call = sandbox.calls.ring({ from: '+31612345678', assistantId: reception });
			await sandbox.calls.finished(call.id);
		};
		await ring();
		await until('the execution', async () => (await executions()).length === 1);
		await until('the new secret', () => secret() !== registered.webhook_secret);
		await ring();
		await until('the second execution', async () => (await executions()).length === 2);
		const replies = sandbox.webhooks.deliveries.map(({ event, status }) => [event, status]);
		expect(replies).toEqual([
			['end-of-call-report', 200],
			['end-of-call-report', 200],
		]);
		// Asked once for the forged ones, read and written once for the new secret.
		expect(sandbox.requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'PATCH']);
	});

	it('deactivating still gives back what was there', async () => {
		await deactivateAndWait(scene.n8n, workflow);
		expect(webhookOf(scene.sandbox, reception)).toEqual(former);
	});
});
