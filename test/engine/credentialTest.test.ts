/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import '../../dev/engine/prepare';

import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CredentialTestContext } from 'n8n-core';
import type { ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';

import { loadPackage, NodeTypesOfRun } from '../../dev/engine/nodeTypes';
import { startSandbox, type Sandbox } from '../../sandbox';

const CHECK =
	'Check the Base URL in the HMS Sovereign credential. It is https://api.hmsovereign.com/api/v1 unless HMS Sovereign gave you another one.';

describe('The test of the credential', () => {
	let sandbox: Sandbox;
	let server: Server | undefined;

	beforeAll(async () => {
		sandbox = await startSandbox();
	});

	afterEach(() => {
		sandbox.reset();
		server?.closeAllConnections();
		server?.close();
		server = undefined;
	});

	afterAll(async () => await sandbox.close());

	/** What n8n shows: it looks the function up as here, and calls it with what was typed. */
	async function testOf(apiKey: string, baseUrl = sandbox.url): Promise<INodeCredentialTestResult> {
		const { nodeTypes } = await loadPackage();
		const names = Object.keys(nodeTypes).filter((name) => !name.endsWith('Tool'));
		const results = await Promise.all(
			names.map(async (name) => {
				const { description, methods } = new NodeTypesOfRun(nodeTypes).getByNameAndVersion(name);
				const [{ testedBy }] = description.credentials ?? [];
				const test = methods?.credentialTest?.[String(testedBy)];
				const context: ICredentialTestFunctions = new CredentialTestContext();
				return await test?.call(context, {
					id: '1',
					name: 'HMS Sovereign account',
					type: 'hmsSovereignApi',
					data: { apiKey, baseUrl, webhookSecret: '' },
				});
			}),
		);
		// Either node may be asked, so both answer alike.
		expect(results).toHaveLength(2);
		expect(results[0]).toEqual(results[1]);
		return results[0] as INodeCredentialTestResult;
	}

	async function answering(answer: RequestListener): Promise<string> {
		const answered = createServer(answer);
		server = answered;
		await new Promise<void>((resolve) => answered.listen(0, '127.0.0.1', resolve));
		return `http://127.0.0.1:${(answered.address() as AddressInfo).port}/api/v1`;
	}

	const page: RequestListener = (_request, response) => {
		response.setHeader('Content-Type', 'text/html');
		response.end('<!doctype html><title>Dashboard</title>');
	};
	const json =
		(body: unknown, status = 200): RequestListener =>
		(_request, response) => {
			response.statusCode = status;
			response.setHeader('Content-Type', 'application/json');
			response.end(JSON.stringify(body));
		};

	const SUCCESS = { status: 'OK', message: 'Connection successful!' };

	it('accepts a good key', async () => expect(await testOf(sandbox.apiKey)).toEqual(SUCCESS));

	it.each([
		['in spaces', (key: string) => `  ${key}\n`],
		['in quotes', (key: string) => `"${key}"`],
		['with its scheme', (key: string) => `Bearer ${key}`],
	])('accepts a good key %s', async (_what, spelled) => {
		expect(await testOf(spelled(sandbox.apiKey), ` ${sandbox.url}/ `)).toEqual(SUCCESS);
	});

	it('accepts an account of the newer address when the older one is gone', async () => {
		sandbox.faults.add({ kind: 'status', status: 410, path: '/account', times: Infinity });
		expect(await testOf(sandbox.apiKey)).toEqual(SUCCESS);
	});

	const refused = async (key: string, baseUrl: string | undefined, words: RegExp | string) => {
		const { status, message } = await testOf(key, baseUrl);
		expect(status).toBe('Error');
		expect(message).toMatch(words);
		return message;
	};

	it('says of a wrong, a revoked and an expired key where to find a right one', async () => {
		const { revoked, expired } = sandbox.keys;
		for (const key of ['fl_live_wrong', revoked, expired]) {
			await refused(key, undefined, /does not accept this API key\. Paste a current key/);
		}
	});

	it('says of a key without permission that it has no access', async () => {
		await refused(sandbox.keys.forbidden, undefined, /has no access to the account/);
	});

	it('says at the rate limit when to test again', async () => {
		sandbox.faults.add({ kind: 'status', status: 429, times: Infinity });
		await refused(sandbox.apiKey, undefined, /Wait a minute and test again/);
	});

	it('says of a service in trouble to try again', async () => {
		sandbox.faults.add({ kind: 'status', status: 503, times: Infinity });
		await refused(
			sandbox.apiKey,
			undefined,
			/is not available \(503\).*Try again in a few minutes/,
		);
	});

	it.each<[string, string, RegExp]>([
		['', 'an empty key', /'API Key' .* is empty/],
		['olivia@example.com', 'an email address', /an email address/],
		['fl_live_0123\n456789', 'a key with a line break', /a space or line break inside/],
	])('%j: says what is wrong with %s, and asks nobody', async (key, _what, words) => {
		await refused(key, undefined, words);
		expect(sandbox.requests).toEqual([]);
	});

	it.each<[string, RegExp]>([
		['not an address', /must start with http/],
		['https://api.hmsovereign.com', /not complete/],
		['https://user:geheim@api.hmsovereign.com/api/v1', /must not hold a user name or password/],
		['https://dashboard.voicedock.ai/settings', /a web page of HMS Sovereign/],
		['http://127.0.0.1:1/api/v1', /Could not reach HMS Sovereign \(the connection was refused\)/],
		['http://no-such-host.invalid/api/v1', /the host name (was not found|could not be looked up)/],
	])('says of the address %s what is wrong', async (baseUrl, words) => {
		const message = await refused(sandbox.apiKey, baseUrl, words);
		expect(message).toContain('Base URL');
		expect(message).not.toContain('geheim');
	});

	it('says of an address that is cut off to check it', async () => {
		const message = await refused(sandbox.apiKey, sandbox.url.replace('/api/v1', ''), /no HMS/);
		expect(message).toContain(CHECK);
	});

	it.each<[string, RequestListener]>([
		['a web page', page],
		['a list', json([])],
		['a text', json('ok')],
		['another service', json({ status: 'up' })],
	])('is no success when the address answers with %s', async (_what, answer) => {
		const message = await refused('fl_live_key', await answering(answer), /not an HMS Sovereign/);
		expect(message).toContain(CHECK);
	});

	it('says of an address where a web server knows nothing to check it', async () => {
		const answer: RequestListener = (_request, response) => {
			response.statusCode = 404;
			response.end('<h1>404 Not Found</h1>');
		};
		expect(
			await refused('fl_live_key', await answering(answer), /no HMS Sovereign account/),
		).toContain(CHECK);
	});

	it('does not follow a redirect, since the key would go along', async () => {
		let asked = 0;
		const answer: RequestListener = ({ url }, response) => {
			asked += 1;
			response.statusCode = url === '/elsewhere' ? 200 : 302;
			response.setHeader('Location', '/elsewhere');
			response.end('{}');
		};
		await refused('fl_live_key', await answering(answer), /answered with a redirect \(302\)/);
		// Once for each of the two nodes that were asked.
		expect(asked).toBe(2);
	});

	it('does not repeat the key, even when the answer does', async () => {
		const key = 'fl_live_repeated_by_the_answer';
		const answer = json({ error: `The key ${key} is odd` }, 418);
		expect(await refused(key, await answering(answer), /is odd/)).not.toContain(key);
	});
});
