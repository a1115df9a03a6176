import { runNode } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';

const sandbox = useSandbox();
const getAccount = { resource: 'account', operation: 'get' };

test('the built node reads the account over HTTP with the credential’s key', async () => {
	const { items, error } = await runNode(getAccount, { credential: sandbox.credential });

	expect(error).toBeUndefined();
	expect(items).toEqual([
		{
			json: expect.objectContaining({
				company_name: 'Tandartspraktijk De Linde',
				minutes_balance: 500,
			}),
			pairedItem: { item: 0 },
		},
	]);
	expect(sandbox.api.requests).toHaveLength(1);
	expect(sandbox.api.requests[0]).toMatchObject({
		method: 'GET',
		path: '/account',
		headers: {
			authorization: `Bearer ${sandbox.api.apiKey}`,
			'user-agent': expect.stringMatching(/^n8n-nodes-hmsovereign\/\d+\.\d+\.\d+$/),
		},
	});
});

test('the other documented account shape comes out as it is', async () => {
	sandbox.api.account.setShape('operation-page');
	const { items } = await runNode(getAccount, { credential: sandbox.credential });
	expect(items[0].json).toMatchObject({ name: 'Tandartspraktijk De Linde', children: [] });
});

test.each([404, 410] as const)(
	'once /account answers %d, the organization is read instead',
	async (status) => {
		sandbox.api.account.remove(status);
		const { items, error } = await runNode(getAccount, { credential: sandbox.credential });
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ name: 'Tandartspraktijk De Linde' });
		expect(sandbox.api.requests.map(({ path }) => path)).toEqual(['/account', '/organizations']);
	},
);
