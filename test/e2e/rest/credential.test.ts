import { findFreePort } from '../../../dev/n8n/ports';
import { createSandboxCredential, sandboxCredential } from '../support/credentials';
import { n8nUnderTest } from '../support/n8nUnderTest';
import { openScene, type Scene } from '../support/scene';
import { getAccount, manualTrigger, row } from '../support/workflows';

const words = {
	keyRefused:
		'HMS Sovereign does not accept this API key. Paste a current key from Settings > API Keys; keys expire and can be revoked.',
	noAccess:
		'This API key has no access to the account. Use a key of your organization with full permissions.',
	rateLimited:
		'HMS Sovereign accepts 100 requests a minute for each key, and this key has used them. Wait a minute and test again.',
	checkBaseUrl:
		'Check the Base URL in the HMS Sovereign credential. It is https://api.hmsovereign.com/api/v1 unless HMS Sovereign gave you another one.',
};

/** The words are the same in both lines of n8n, since the test is a function of the node. */
describe('The test of a credential', () => {
	let scene: Scene;

	beforeAll(async () => {
		scene = await openScene();
	});

	afterEach(() => scene.sandbox.faults.clear());

	afterAll(async () => await scene.sandbox.close());

	/** What the dialog shows for a credential with this key and address. */
	async function testOf(apiKey: string, baseUrl = scene.sandbox.url) {
		const saved = await createSandboxCredential(scene.n8n, scene.sandbox, apiKey);
		return await scene.n8n.testCredential(saved, {
			...sandboxCredential(scene.sandbox, apiKey),
			baseUrl,
		});
	}

	it('accepts a good key', async () => {
		expect(await testOf(scene.sandbox.apiKey)).toEqual({
			status: 'OK',
			message: 'Connection successful!',
		});
	});

	it('accepts a good key with spaces around it and an address with a slash at its end', async () => {
		const { sandbox } = scene;
		expect(await testOf(` ${sandbox.apiKey} `, `${sandbox.url}/`)).toMatchObject({ status: 'OK' });
	});

	it('says of a wrong key where to find a right one', async () => {
		expect(await testOf('fl_live_wrong')).toEqual({ status: 'Error', message: words.keyRefused });
	});

	it('says of a revoked and of an expired key that keys can be revoked and expire', async () => {
		const { revoked, expired } = scene.sandbox.keys;
		expect(await testOf(revoked)).toEqual({ status: 'Error', message: words.keyRefused });
		expect(await testOf(expired)).toEqual({ status: 'Error', message: words.keyRefused });
	});

	it('says of a key without permission that it has no access', async () => {
		expect(await testOf(scene.sandbox.keys.forbidden)).toEqual({
			status: 'Error',
			message: words.noAccess,
		});
	});

	it('says at the rate limit that the key is fine and when to test again', async () => {
		scene.sandbox.faults.add({ kind: 'status', status: 429, times: Infinity });
		expect(await testOf(scene.sandbox.apiKey)).toEqual({
			status: 'Error',
			message: words.rateLimited,
		});
	});

	it('says of a host that does not answer that it refused the connection', async () => {
		const closedPort = await findFreePort();
		const result = await testOf(scene.sandbox.apiKey, `http://127.0.0.1:${closedPort}/api/v1`);
		expect(result).toEqual({
			status: 'Error',
			message:
				"Could not reach HMS Sovereign (the connection was refused). Check the Base URL in the HMS Sovereign credential, and this n8n's internet access, proxy and DNS.",
		});
	});

	it.each([
		['a quoted key', (key: string) => `"${key}"`],
		['a key with its scheme', (key: string) => `Bearer ${key}`],
	])('accepts %s, and so does the node', async (_what, spelled) => {
		const apiKey = spelled(scene.sandbox.apiKey);
		expect(await testOf(apiKey)).toMatchObject({ status: 'OK' });
		const credential = await createSandboxCredential(scene.n8n, scene.sandbox, apiKey);
		const execution = await scene.n8n.run(
			row('Spelled key', manualTrigger(), getAccount(credential)),
		);
		expect(execution.status).toBe('success');
	});

	it('says of an email address in place of the key that it is one', async () => {
		const { message } = await testOf('olivia@example.com');
		expect(message).toMatch(/'API Key' .* is an email address\. Paste a key from Settings/);
	});

	it("is no success with n8n's own web page as the address", async () => {
		const { status, message } = await testOf(scene.sandbox.apiKey, n8nUnderTest().url);
		expect(status).toBe('Error');
		expect(message).toContain(words.checkBaseUrl);
	});

	it.each(['no address', 'https://dashboard.voicedock.ai', 'https://api.hmsovereign.com/v1'])(
		'says of the address "%s" which the right one is',
		async (baseUrl) => {
			const { status, message } = await testOf(scene.sandbox.apiKey, baseUrl);
			expect(status).toBe('Error');
			expect(message).toContain(words.checkBaseUrl);
		},
	);

	it('says of a host that does not exist that it was not found', async () => {
		const { message } = await testOf(scene.sandbox.apiKey, 'http://no-such-host.invalid/api/v1');
		expect(message).toMatch(/the host name (was not found|could not be looked up)/);
	});
});
