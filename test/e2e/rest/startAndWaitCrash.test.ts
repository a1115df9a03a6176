/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import { startSandbox, type Sandbox } from '../../../sandbox';
import { until } from '../../../dev/n8n/until';
import { createSandboxCredential } from '../support/credentials';
import { callAndWait, dialled } from '../support/manyCalls';
import { OwnN8n } from '../support/ownN8n';
import { items, manualTrigger, row } from '../support/workflows';

const CALLS = 20;
const DIALLED_BEFORE_THE_CRASH = 8;

describe('When n8n crashes in the middle of many calls', () => {
	let sandbox: Sandbox;
	let own: OwnN8n;

	beforeAll(async () => {
		sandbox = await startSandbox({ callSpeed: 100 });
		own = new OwnN8n();
	});

	afterAll(async () => {
		await own.remove();
		await sandbox.close();
	});

	it('nobody is called twice, neither before nor after n8n is back', async () => {
		sandbox.faults.add({ kind: 'slow', delayMs: 150, path: '/calls/outbound', times: Infinity });
		let n8n = await own.start();
		const credential = await createSandboxCredential(n8n, sandbox);
		const workflow = await n8n.saveWorkflow(
			row('Call many', manualTrigger(), items(CALLS), callAndWait(credential, sandbox)),
		);
		const execution = await n8n.start(workflow, { trigger: 'Start' });
		await until('some calls', () => dialled(sandbox).length >= DIALLED_BEFORE_THE_CRASH);
		await own.crash();
		const before = dialled(sandbox).length;
		expect(before).toBeLessThan(CALLS);

		n8n = await own.start();
		const ended = await n8n.ended(execution);
		await new Promise((resolve) => setTimeout(resolve, 3_000));

		expect(ended.status).toBe('crashed');
		expect(dialled(sandbox)).toHaveLength(before);
		expect(new Set(dialled(sandbox)).size).toBe(before);
		process.stdout.write(`n8n crashed after ${before} of ${CALLS} dials: none repeated\n`);
	}, 120_000);
});
