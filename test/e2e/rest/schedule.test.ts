import { until } from '../../../dev/n8n/until';
import { openScene, type Scene } from '../support/scene';
import { everyTwoSeconds, getAccount, row } from '../support/workflows';

describe('A published workflow with a Schedule Trigger', () => {
	let scene: Scene;

	beforeAll(async () => {
		scene = await openScene();
	});

	afterAll(async () => await scene.sandbox.close());

	it('reads the account again and again, by itself', async () => {
		const { n8n, sandbox, credential } = scene;
		const workflow = await n8n.saveWorkflow(
			row('Scheduled', everyTwoSeconds('Schedule'), getAccount(credential)),
		);

		await n8n.activate(workflow);
		await until('three scheduled runs', () => sandbox.requests.length >= 3);
		await n8n.deactivate(workflow);

		const executions = await until('the runs to be recorded', async () => {
			const ended = (await n8n.executionsOf(workflow)).filter(({ status }) => status !== 'running');
			return ended.length >= 3 ? ended : undefined;
		});
		expect(new Set(executions.map(({ mode }) => mode))).toEqual(new Set(['trigger']));
		expect(new Set(executions.map(({ status }) => status))).toEqual(new Set(['success']));
		const [first, second, third] = sandbox.requests.map(({ at }) => at);
		expect(second - first).toBeGreaterThan(1_000);
		expect(third - second).toBeGreaterThan(1_000);
	});
});
