import { findFreePort } from '../../../dev/n8n/ports';
import { createSandboxCredential, sandboxCredential } from '../support/credentials';
import { n8nUnderTest } from '../support/n8nUnderTest';
import { openScene, type Scene } from '../support/scene';

/**
 * What the dialog shows. n8n 1 does not know an answer's status any more when it looks for our own
 * words, so there its stock words are seen.
 */
const wordsByLine = {
	current: {
		keyRefused:
			'HMS Sovereign does not accept this API key. Paste a current key from Settings > API Keys; keys expire and can be revoked.',
		noAccess:
			'This API key has no access to the account. Use a key of your organization with full permissions.',
		rateLimited:
			'HMS Sovereign accepts 100 requests a minute for each key, and this key has used them. Wait a minute and test again.',
		unreachable: 'ECONNREFUSED',
	},
	oldest: {
		keyRefused: 'Authorization failed - please check your credentials',
		noAccess: 'Forbidden - perhaps check your credentials?',
		rateLimited: 'The service is receiving too many requests from you',
		unreachable: 'The service refused the connection - perhaps it is offline',
	},
};

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

	const words = n8nUnderTest().version.startsWith('1.') ? wordsByLine.oldest : wordsByLine.current;

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
		expect(result).toEqual({ status: 'Error', message: words.unreachable });
	});
});
