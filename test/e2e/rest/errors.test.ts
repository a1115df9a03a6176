import type { ShownError } from '../../../dev/n8n/api';
import { outputs } from '../../../dev/n8n/api';
import { openScene, type Scene } from '../support/scene';
import {
	connection,
	getAccount,
	items,
	manualTrigger,
	noOperation,
	row,
} from '../support/workflows';

describe('An error of Get Account', () => {
	let scene: Scene;

	beforeAll(async () => {
		scene = await openScene();
	});

	afterEach(() => scene.sandbox.reset());

	afterAll(async () => await scene.sandbox.close());

	async function failWith(status: number): Promise<ShownError> {
		scene.sandbox.faults.add({ kind: 'status', status, times: Infinity });
		const execution = await scene.n8n.run(
			row(`Fails with ${status}`, manualTrigger(), getAccount(scene.credential)),
		);
		expect(execution.status).toBe('error');
		if (execution.error === undefined) throw new Error('The execution holds no error');
		return execution.error;
	}

	it.each([
		[401, 'Invalid or missing API key', /paste a current key from Settings > API Keys/],
		[402, /^Insufficient credits/, /Top up under Settings > Billing/],
		[
			403,
			"You don't have access to this resource",
			/belongs to another organization or lacks permission/,
		],
		[500, /^HMS Sovereign is not available \(500\)/, /Try again in a few minutes/],
	])('%i stops the workflow with what happened and what to do', async (status, title, advice) => {
		const error = await failWith(status);

		expect(error.message).toMatch(title);
		expect(error.description).toMatch(advice);
		expect(error.description).toContain('GET /account');
		expect(error.httpCode).toBe(String(status));
		expect(error.name).toBe('NodeApiError');
	});

	it('goes down the main output when the node is set to continue', async () => {
		const { n8n, sandbox, credential } = scene;
		sandbox.faults.add({ kind: 'status', status: 401, times: 1 });

		const execution = await n8n.run(
			row(
				'Continue',
				manualTrigger(),
				items(2),
				getAccount(credential, { onError: 'continueRegularOutput' }),
			),
		);

		expect(execution.status).toBe('success');
		const [given] = outputs(execution, 'HMS Sovereign');
		expect(given.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		const failed = given.filter(({ json }) => 'error' in json);
		expect(failed.map(({ json }) => json)).toEqual([
			{ error: expect.stringContaining('Invalid or missing API key') },
		]);
	});

	it('goes down the error output when there is one, with the item it belongs to', async () => {
		const { n8n, sandbox, credential } = scene;
		sandbox.faults.add({ kind: 'status', status: 403, times: 1 });
		const workflow = row(
			'Error output',
			manualTrigger(),
			items(2),
			getAccount(credential, { onError: 'continueErrorOutput' }),
			noOperation('Worked'),
		);
		workflow.nodes.push({ id: 'failed', position: [720, 200], ...noOperation('Failed') });
		workflow.connections['HMS Sovereign'] = {
			main: [[connection('Worked')], [connection('Failed')]],
		};

		const execution = await n8n.run(workflow);

		expect(execution.status).toBe('success');
		const [worked] = outputs(execution, 'Worked');
		const [failed] = outputs(execution, 'Failed');
		expect(worked).toHaveLength(1);
		expect(worked[0].json).toHaveProperty('minutes_balance');
		expect(failed).toHaveLength(1);
		expect(failed[0].json.error).toContain("You don't have access to this resource");
	});

	it('does not make Retry On Fail repeat the items that were finished', async () => {
		const { n8n, sandbox, credential } = scene;
		// The third request of the first try fails; the second try finds the API well again.
		sandbox.faults.add({ kind: 'status', status: 403, skip: 2, times: 1 });

		const execution = await n8n.run(
			row(
				'Retry On Fail',
				manualTrigger(),
				items(3),
				getAccount(credential, { retryOnFail: true, maxTries: 3, waitBetweenTries: 10 }),
			),
		);

		expect(execution.status).toBe('success');
		expect(outputs(execution, 'HMS Sovereign')[0]).toHaveLength(3);
		const statuses = sandbox.requests.map(({ status }) => status);
		expect(statuses.filter((status) => status === 403)).toHaveLength(1);
		expect(statuses.filter((status) => status === 200)).toHaveLength(3);
	});
});
