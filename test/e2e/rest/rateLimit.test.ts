import { outputs } from '../../../dev/n8n/api';
import { until } from '../../../dev/n8n/until';
import { openScene, type Scene } from '../support/scene';
import { getAccount, items, manualTrigger, row } from '../support/workflows';

describe('At the rate limit', () => {
	let scene: Scene | undefined;

	afterEach(async () => await scene?.sandbox.close());

	it('many items finish without one failure, and without one refused request', async () => {
		scene = await openScene({ requestLimit: 5, windowMs: 2_000 });
		const { n8n, sandbox, credential } = scene;

		const execution = await n8n.run(
			row('Pacing', manualTrigger(), items(12), getAccount(credential)),
		);

		expect(execution.status).toBe('success');
		expect(outputs(execution, 'HMS Sovereign')[0]).toHaveLength(12);
		// The limit of the sandbox is what forces the pauses: 12 requests at 5 in 2 s need three windows.
		expect(sandbox.requests.filter(({ status }) => status === 200)).toHaveLength(12);
		const { at: first } = sandbox.requests[0];
		const { at: last } = sandbox.requests[sandbox.requests.length - 1];
		expect(last - first).toBeGreaterThan(2_000);
	});

	it('tells in the output panel how long it waited, and for which limit', async () => {
		scene = await openScene();
		const { n8n, sandbox, credential } = scene;
		sandbox.faults.add({ kind: 'status', status: 429, retryAfter: 6, times: 1 });

		const execution = await n8n.run(row('Hint', manualTrigger(), getAccount(credential)));

		expect(execution.status).toBe('success');
		expect(execution.runData['HMS Sovereign'][0].hints).toEqual([
			expect.objectContaining({
				message: expect.stringMatching(
					/^Waited \d+ seconds for the HMS Sovereign rate limit of 100 requests a minute/,
				),
			}),
		]);
	});

	it('Stop ends the wait at once', async () => {
		scene = await openScene();
		const { n8n, sandbox, credential } = scene;
		sandbox.faults.add({ kind: 'status', status: 429, retryAfter: 60, times: Infinity });
		const workflow = await n8n.saveWorkflow(row('Stop', manualTrigger(), getAccount(credential)));

		const executionId = await n8n.start(workflow, { trigger: 'Start' });
		await until('the request that is refused', () => sandbox.requests.length > 0);
		const asked = Date.now();
		await n8n.stop(executionId);
		const execution = await n8n.ended(executionId);

		expect(execution.status).toBe('canceled');
		expect(Date.now() - asked).toBeLessThan(2_000);
		expect(sandbox.requests).toHaveLength(1);
	});
});
