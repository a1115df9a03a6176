import { outputs } from '../../../dev/n8n/api';
import { openScene, type Scene } from '../support/scene';
import { getAccount, items, manualTrigger, row } from '../support/workflows';

describe('Get Account, run by hand', () => {
	let scene: Scene;

	beforeAll(async () => {
		scene = await openScene();
	});

	afterEach(() => scene.sandbox.reset());

	afterAll(async () => await scene.sandbox.close());

	it('puts out the account as one item, paired with the item before it', async () => {
		const { n8n, sandbox, credential } = scene;
		sandbox.account.setBalance(321.5);

		const execution = await n8n.run(row('Account', manualTrigger(), getAccount(credential)));

		expect(execution.status).toBe('success');
		const [accounts] = outputs(execution, 'HMS Sovereign');
		expect(accounts).toHaveLength(1);
		expect(accounts[0].json).toMatchObject({
			minutes_balance: 321.5,
			monthly_usage_minutes: expect.any(Number),
			active_numbers: expect.any(Number),
			active_agents: expect.any(Number),
			active_calls: expect.any(Number),
		});
		expect(accounts[0].pairedItem).toEqual({ item: 0 });
	});

	it('sends one GET request with the key as a bearer token and the name of this package', async () => {
		const { n8n, sandbox, credential } = scene;

		await n8n.run(row('One request', manualTrigger(), getAccount(credential)));

		expect(sandbox.requests).toHaveLength(1);
		expect(sandbox.requests[0]).toMatchObject({
			method: 'GET',
			path: '/account',
			status: 200,
			headers: {
				authorization: `Bearer ${sandbox.apiKey}`,
				'user-agent': expect.stringMatching(/^n8n-nodes-hmsovereign\/\d+\.\d+\.\d+$/),
			},
		});
	});

	it('runs once for each input item', async () => {
		const { n8n, sandbox, credential } = scene;

		const execution = await n8n.run(
			row('Three items', manualTrigger(), items(3), getAccount(credential)),
		);

		const [accounts] = outputs(execution, 'HMS Sovereign');
		expect(accounts.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(sandbox.requests).toHaveLength(3);
	});
});
