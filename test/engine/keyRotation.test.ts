import { runNode } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';

const sandbox = useSandbox({ requestLimit: 5 });
const getAccount = { resource: 'account', operation: 'get' };

test('a revoked key fails with words, and the new key works at once', async () => {
	const oldKey = sandbox.api.addKey();
	let apiKey = oldKey;
	const credential = () => ({ baseUrl: sandbox.api.url, apiKey });

	expect((await runNode(getAccount, { credential })).error).toBeUndefined();
	sandbox.api.revokeKey(oldKey);
	expect((await runNode(getAccount, { credential })).error).toMatchObject({
		message: 'API key has been revoked',
		httpCode: '401',
	});
	apiKey = sandbox.api.addKey();
	expect((await runNode(getAccount, { credential })).items).toHaveLength(1);
	expect(sandbox.api.requests.at(-1)?.headers.authorization).toBe(`Bearer ${apiKey}`);
});

test('a new key does not wait for the used-up limit of the old one', async () => {
	const input = Array.from({ length: 5 }, () => ({}));
	await runNode(getAccount, { credential: sandbox.credential, input });
	const credential = { baseUrl: sandbox.api.url, apiKey: sandbox.api.addKey() };
	const { items, ms } = await runNode(getAccount, { credential, input });
	expect(items).toHaveLength(5);
	expect(ms).toBeLessThan(10_000);
});

test('a 401 is asked once, not twice as n8n does by itself', async () => {
	const credential = { baseUrl: sandbox.api.url, apiKey: sandbox.api.keys.expired };
	const { error } = await runNode(getAccount, { credential });
	expect(error?.message).toBe('API key has expired');
	expect(sandbox.api.requests).toHaveLength(1);
});

test('a key pasted with a line break and spaces works', async () => {
	const credential = { baseUrl: ` ${sandbox.api.url}/ `, apiKey: ` ${sandbox.api.apiKey}\n` };
	expect((await runNode(getAccount, { credential })).error).toBeUndefined();
});
