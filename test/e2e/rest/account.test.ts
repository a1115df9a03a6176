import { startSandbox, type Sandbox } from '../../../sandbox';
import { outputs, type N8nApi, type SavedCredential } from '../../../scripts/n8n/api';
import { createSandboxCredential } from '../support/credentials';
import { signIn } from '../support/n8nUnderTest';
import { getAccount, manualTrigger, row } from '../support/workflows';

describe('Get Account, run by hand', () => {
	let n8n: N8nApi;
	let sandbox: Sandbox;
	let credential: SavedCredential;

	beforeAll(async () => {
		n8n = await signIn();
		sandbox = await startSandbox();
		credential = await createSandboxCredential(n8n, sandbox);
	});

	afterAll(async () => await sandbox.close());

	it('puts out the account as one item', async () => {
		const execution = await n8n.run(row('Account', manualTrigger(), getAccount(credential)));

		expect(execution.status).toBe('success');
		const [items] = outputs(execution, 'HMS Sovereign');
		expect(items).toHaveLength(1);
		expect(items[0].json).toMatchObject({ minutes_balance: expect.any(Number) });
		expect(sandbox.requests).toMatchObject([
			{
				method: 'GET',
				path: '/account',
				status: 200,
				headers: { authorization: `Bearer ${sandbox.apiKey}` },
			},
		]);
	});
});
