/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { N8nApi } from '../../../scripts/n8n/api';
import { installInCommunityFolder } from '../../../scripts/n8n/communityFolder';
import { findFreePort } from '../../../scripts/n8n/ports';
import { startN8n, type N8nServer } from '../../../scripts/n8n/server';
import { until } from '../../../scripts/n8n/until';
import { createSandboxCredential } from '../support/credentials';
import { readAssignment } from '../support/n8nUnderTest';
import { byId } from '../support/triggers';
import { hmsSovereignType, items, manualTrigger, row } from '../support/workflows';

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

	const dialled = () =>
		sandbox.requests
			.filter(({ path: sent }) => sent === '/calls/outbound')
			.map(({ body }) => (body as IDataObject).destination);

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
		const { id, name } = await createSandboxCredential(n8n, sandbox);
		const parameters = {
			resource: 'call',
			operation: 'startAndWait',
			destination: '=+316{{ String($json.number).padStart(8, "0") }}',
			assistantMode: 'saved',
			assistantId: byId(sandbox.store.ids.reception),
			phoneNumberId: byId(sandbox.store.ids.mainLine),
		};
		const workflow = await n8n.saveWorkflow(
			row('Call many', manualTrigger(), items(CALLS), {
				name: 'HMS Sovereign',
				type: hmsSovereignType,
				typeVersion: 1,
				parameters: parameters as never,
				credentials: { hmsSovereignApi: { id, name } },
				retryOnFail: true,
				maxTries: 5,
			}),
		);
		const execution = await n8n.start(workflow, { trigger: 'Start' });
		await until('some calls', () => dialled().length >= DIALLED_BEFORE_THE_CRASH);
		await server?.crash();
		const before = dialled().length;
		expect(before).toBeLessThan(CALLS);

		n8n = await start();
		const ended = await n8n.ended(execution);
		await new Promise((resolve) => setTimeout(resolve, 3_000));

		expect(ended.status).toBe('crashed');
		expect(dialled()).toHaveLength(before);
		expect(new Set(dialled()).size).toBe(before);
		process.stdout.write(`n8n crashed after ${before} of ${CALLS} dials: none repeated\n`);
	}, 120_000);
});
