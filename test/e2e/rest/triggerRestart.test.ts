/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { N8nApi } from '../../../scripts/n8n/api';
import { installInCommunityFolder } from '../../../scripts/n8n/communityFolder';
import { findFreePort } from '../../../scripts/n8n/ports';
import { startN8n, type N8nServer } from '../../../scripts/n8n/server';
import { until } from '../../../scripts/n8n/until';
import { createSandboxCredential } from '../support/credentials';
import { readAssignment } from '../support/n8nUnderTest';
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
	let userFolder: string;
	let sandbox: Sandbox;
	let server: N8nServer | undefined;

	beforeAll(async () => {
		userFolder = mkdtempSync(path.join(os.tmpdir(), 'hmsovereign-restart-'));
		sandbox = await startSandbox();
		installInCommunityFolder(readAssignment().tarball, userFolder);
	});

	afterAll(async () => {
		await server?.stop();
		await sandbox.close();
		rmSync(userFolder, { recursive: true, force: true });
	});

	it('deliveries still start the workflow, and deactivating gives back what was there', async () => {
		const port = await findFreePort();
		const start = async () => {
			server = await startN8n({ install: readAssignment().install, userFolder, port });
			const n8n = new N8nApi(server.url);
			await n8n.signIn();
			return n8n;
		};
		const { reception } = sandbox.store.ids;
		Object.assign(assistantOf(sandbox, reception), former);

		let n8n = await start();
		const credential = await createSandboxCredential(n8n, sandbox);
		const workflow = await n8n.saveWorkflow(
			row('Restart', triggerNode(credential, reception), noOperation('End')),
		);
		expect((await activateAndWait(n8n, workflow)).status).toBe('published');
		const registered = webhookOf(sandbox, reception);
		await server?.stop();

		n8n = await start();
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
