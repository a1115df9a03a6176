/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
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
import { callAndWait, dialled } from '../support/manyCalls';
import { readAssignment } from '../support/n8nUnderTest';
import { items, manualTrigger, row } from '../support/workflows';

const CALLS = 20;
const DIALLED_BEFORE_THE_CRASH = 8;

describe('When n8n crashes in the middle of many calls', () => {
	let userFolder: string;
	let sandbox: Sandbox;
	let server: N8nServer | undefined;

	beforeAll(async () => {
		userFolder = mkdtempSync(path.join(os.tmpdir(), 'hmsovereign-crash-'));
		sandbox = await startSandbox({ callSpeed: 100 });
		installInCommunityFolder(readAssignment().tarball, userFolder);
	});

	afterAll(async () => {
		await server?.stop();
		await sandbox.close();
		rmSync(userFolder, { recursive: true, force: true });
	});

	it('nobody is called twice, neither before nor after n8n is back', async () => {
		const port = await findFreePort();
		const start = async () => {
			server = await startN8n({ install: readAssignment().install, userFolder, port });
			const n8n = new N8nApi(server.url);
			await n8n.signIn();
			return n8n;
		};
		sandbox.faults.add({ kind: 'slow', delayMs: 150, path: '/calls/outbound', times: Infinity });
		let n8n = await start();
		const credential = await createSandboxCredential(n8n, sandbox);
		const workflow = await n8n.saveWorkflow(
			row('Call many', manualTrigger(), items(CALLS), callAndWait(credential, sandbox)),
		);
		const execution = await n8n.start(workflow, { trigger: 'Start' });
		await until('some calls', () => dialled(sandbox).length >= DIALLED_BEFORE_THE_CRASH);
		await server?.crash();
		const before = dialled(sandbox).length;
		expect(before).toBeLessThan(CALLS);

		n8n = await start();
		const ended = await n8n.ended(execution);
		await new Promise((resolve) => setTimeout(resolve, 3_000));

		expect(ended.status).toBe('crashed');
		expect(dialled(sandbox)).toHaveLength(before);
		expect(new Set(dialled(sandbox)).size).toBe(before);
		process.stdout.write(`n8n crashed after ${before} of ${CALLS} dials: none repeated\n`);
	}, 120_000);
});
