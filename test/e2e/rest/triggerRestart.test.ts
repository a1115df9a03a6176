import { startSandbox, type Sandbox } from '../../../sandbox';
import { until } from '../../../dev/n8n/until';
import { createSandboxCredential } from '../support/credentials';
import { OwnN8n } from '../support/ownN8n';
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
	webhook_url: 'https://crm.example.com/hms',
	webhook_secret: 'whsec_of_the_crm',
	webhook_events: ['end-of-call-report'],
};

describe('After a restart of n8n', () => {
	let sandbox: Sandbox;
	let own: OwnN8n;

	beforeAll(async () => {
		sandbox = await startSandbox();
		own = new OwnN8n();
	});

	afterAll(async () => {
		await own.remove();
		await sandbox.close();
	});

	it('deliveries still start the workflow, and deactivating gives back what was there', async () => {
		const { reception } = sandbox.store.ids;
		Object.assign(assistantOf(sandbox, reception), former);

		let n8n = await own.start();
		const credential = await createSandboxCredential(n8n, sandbox);
		const workflow = await n8n.saveWorkflow(
			row('Restart', triggerNode(credential, reception), noOperation('End')),
		);
		expect((await activateAndWait(n8n, workflow)).status).toBe('published');
		const registered = webhookOf(sandbox, reception);
		await own.stop();

		n8n = await own.start();
		expect(webhookOf(sandbox, reception)).toEqual(registered);
		const event = 'end-of-call-report';
		const reply = await deliver(registered.webhook_url ?? '', {
			event,
			body: eventBody(event),
			secret: registered.webhook_secret ?? '',
		});
		expect(reply.status).toBe(200);
		await until('the execution', async () => (await n8n.executionsOf(workflow)).length === 1);

		await deactivateAndWait(n8n, workflow);
		expect(webhookOf(sandbox, reception)).toEqual(former);
	}, 180_000);
});
