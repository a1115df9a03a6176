import type { Operation } from '../../nodes/HmsSovereign/operation/operation';
import type { Fault } from '../../sandbox';
import type { NodeRunOptions, TestCredential } from '../../dev/engine/engine';
import { runNode } from '../../dev/engine/engine';
import { withSandbox } from '../../dev/engine/sandbox';
import { textField, texts, withOperations } from './support/testNode';

const webhookSecret = 'whsec-8f2c6d3b';
const sipEntry = 'sip-entry-4471';
const getAccount = { resource: 'account', operation: 'get', options: { timeout: 1 } };

/** POST /organizations with what would be a SIP trunk's password in it. */
const connect: Operation = {
	name: 'Connect',
	value: 'connect',
	action: 'Connect thing',
	description: 'Sends a password',
	request: { method: 'POST', path: '/organizations' },
	fields: [textField('sipEntry', 'SIP Entry', { in: 'body', as: 'auth_password' })],
};
const connectThing = { resource: 'thing', operation: 'connect', sipEntry };

async function read(credential: TestCredential, options: Partial<NodeRunOptions> = {}) {
	return await runNode(getAccount, { credential: { ...credential, webhookSecret }, ...options });
}

/** Where a text shows a secret: the secret with some text around it. */
function leaks(text: string, { apiKey }: TestCredential): string[] {
	const shown = [apiKey, webhookSecret, 'Bearer [^*]', 'authorization["\']?:'];
	return shown.flatMap((secret) => text.match(new RegExp(`.{0,60}${secret}.{0,60}`, 'gi')) ?? []);
}

const faults: Record<string, (credential: TestCredential) => Fault> = {
	'status 400': () => ({ kind: 'status', status: 400 }),
	'status 401': () => ({ kind: 'status', status: 401 }),
	'status 429': () => ({ kind: 'status', status: 429, retryAfter: 400 }),
	'an error text that repeats the key': ({ apiKey }) => ({
		kind: 'status',
		status: 401,
		body: { error: `Unknown key: Bearer ${apiKey}, ${webhookSecret}` },
	}),
	'details that repeat the key': ({ apiKey }) => ({
		kind: 'status',
		status: 400,
		body: { error: 'Invalid request', details: [`${apiKey} is no key`] },
	}),
	'a redirect': () => ({ kind: 'redirect', location: 'http://127.0.0.1:1/' }),
	'an HTML page': () => ({ kind: 'html', status: 200 }),
	'a timeout': () => ({ kind: 'hang' }),
	'a reset connection': () => ({ kind: 'reset-before' }),
	'a cut body': () => ({ kind: 'cut-body' }),
};

const settings = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;

test.concurrent.each(Object.keys(faults))(
	'after %s the execution holds no secret, whatever happens on error',
	async (name) =>
		await withSandbox({}, async (api, credential) => {
			api.faults.add({ ...faults[name](credential), times: Infinity });
			const runs = await Promise.all(
				settings.map(async (onError) => await read(credential, { onError })),
			);
			expect(runs.map(({ run }) => run.status)).toEqual(['error', 'success', 'success']);
			for (const { serialized } of runs) expect(leaks(serialized, credential)).toEqual([]);
		})(),
);

test.concurrent(
	'a success holds no secret',
	withSandbox({}, async (_api, credential) => {
		const { serialized, items } = await read(credential);
		expect(items).toHaveLength(1);
		expect(leaks(serialized, credential)).toEqual([]);
	}),
);

test('a refused connection leaves no secret behind', async () => {
	const credential = { apiKey: 'fl_live_of_a_closed_port', baseUrl: 'http://127.0.0.1:1/api/v1' };
	const { serialized, error } = await read(credential);
	expect(error?.message).toContain('the connection was refused');
	expect(leaks(serialized, credential)).toEqual([]);
});

test.each(['', 'ftp://user:pass@host', 'no address'])(
	'the base URL "%s" is refused without a secret',
	async (baseUrl) => {
		const credential = { apiKey: 'fl_live_never_sent', baseUrl };
		const { serialized, error } = await read(credential);
		expect(error?.message).toContain("'Base URL'");
		expect(leaks(serialized, credential)).toEqual([]);
	},
);

const quoted = String.raw`open "sesame" \tail-5519`;

/** How a secret with quotes and a backslash may come back, and the key that was pasted with a line break. */
const spellings: Record<string, (secret: string) => string> = {
	'as it is': (secret) => secret,
	'JSON-escaped': (secret) => JSON.stringify(secret).slice(1, -1),
	'URL-encoded': encodeURIComponent,
	trimmed: (secret) => secret.trim(),
};

test.concurrent.each(Object.keys(spellings))(
	'a secret that is echoed %s is not in the execution',
	async (spelling) =>
		await withSandbox({}, async (api, { baseUrl, apiKey }) => {
			const echoed = [quoted, `${apiKey}\n`].map(spellings[spelling]);
			const body = { error: `Unknown: ${echoed.join(', ')}`, details: echoed };
			api.faults.add({ kind: 'status', status: 400, body, times: Infinity });
			const credential = { baseUrl, apiKey: `${apiKey}\n`, webhookSecret: quoted };
			const { serialized, error } = await runNode(getAccount, { credential });
			expect(error?.message).toContain('Unknown');
			expect(serialized).not.toMatch(/sesame|tail-5519/);
			expect(serialized).not.toContain(apiKey);
		})(),
);

test.concurrent(
	'a Stop leaves no secret behind',
	withSandbox({}, async (api, credential) => {
		api.faults.add({ kind: 'hang' });
		const { serialized } = await read(credential, {
			cancelWhen: () => api.requests.length > 0,
		});
		expect(leaks(serialized, credential)).toEqual([]);
	}),
);

test.concurrent(
	'a password that the API repeats is not shown in the error',
	withSandbox({}, async (api, credential) => {
		const body = { error: 'Invalid request', details: [`auth_password ${sipEntry} is too short`] };
		api.faults.add({ kind: 'status', status: 400, body });
		const { error } = await runNode(connectThing, { credential, ...withOperations([connect]) });
		expect(error?.message).toBe('Invalid request: auth_password **** is too short');
		expect(JSON.stringify([error?.context, error?.messages])).not.toContain(sipEntry);
		expect(error?.description).not.toContain(sipEntry);
	}),
);

test.concurrent(
	'the search would find a key that leaks',
	withSandbox({}, async (api, { baseUrl }) => {
		// A key of its own, since tests that run meanwhile read the same log.
		const credential = { baseUrl, apiKey: api.addKey() };
		const leak: Operation = {
			...texts('connect'),
			fields: connect.fields,
			run: async () => {
				throw new Error(`Sent ${credential.apiKey}`);
			},
			calls: [],
			readsOnly: false,
		};
		const { serialized } = await runNode(connectThing, { credential, ...withOperations([leak]) });
		expect(leaks(serialized, credential)).not.toEqual([]);
	}),
);
