import type { Sandbox } from '../../sandbox';
import { startSandbox } from '../../sandbox';
import type { TestCredential } from '../../dev/engine/engine';
import { runNode } from '../../dev/engine/engine';
import { credentialOf, withSandbox } from '../../dev/engine/sandbox';

const tenASecond = { windowMs: 1_000, requestLimit: 10 };

async function readAccount(credential: TestCredential, times: number) {
	const input = Array.from({ length: times }, () => ({}));
	return await runNode({ resource: 'account', operation: 'get' }, { credential, input });
}

function answers({ requests }: Sandbox) {
	return requests.map(({ status }) => status);
}

/** When the requests of a key came, in milliseconds. */
function arrivals({ requests }: Sandbox, { apiKey }: TestCredential) {
	return requests
		.filter(({ headers }) => headers.authorization === `Bearer ${apiKey}`)
		.map(({ at }) => at);
}

test.concurrent(
	'250 items against 100 requests in 2 seconds: not one request too many',
	withSandbox({ windowMs: 2_000 }, async (api, credential) => {
		const { error, items, ms } = await readAccount(credential, 250);
		expect(error).toBeUndefined();
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			Array.from({ length: 250 }, (_, item) => ({ item })),
		);
		expect(answers(api)).toEqual(Array(250).fill(200));
		expect(ms).toBeLessThan(25_000);
	}),
);

test.concurrent.each([-600_000, 600_000])(
	'a server clock that is %d ms off does no harm',
	async (skew) =>
		await withSandbox(tenASecond, async (api, credential) => {
			api.clockSkewMs = skew;
			const { error, ms } = await readAccount(credential, 25);
			expect(error).toBeUndefined();
			expect(answers(api)).toEqual(Array(25).fill(200));
			expect(ms).toBeLessThan(25_000);
		})(),
);

test.concurrent(
	'two workflows with the same key keep within its limit together',
	withSandbox({ windowMs: 1_000, requestLimit: 20 }, async (api, credential) => {
		await Promise.all([readAccount(credential, 25), readAccount(credential, 25)]);
		expect(answers(api)).toEqual(Array(50).fill(200));
	}),
);

test.concurrent(
	'a key that has used up its limit does not hold back another',
	withSandbox({ requestLimit: 9, windowMs: 5_000 }, async (api, credential) => {
		const secondKey = { ...credential, apiKey: api.keys.second };
		const [first, second] = await Promise.all([
			readAccount(credential, 12),
			readAccount(secondKey, 9),
		]);
		expect([first.error, second.error]).toEqual([undefined, undefined]);
		expect(answers(api)).toEqual(Array(21).fill(200));
		// What waits for the first key's next window are its own last three requests only.
		const [ofFirst, ofSecond] = [arrivals(api, credential), arrivals(api, secondKey)];
		const windowEnd = ofFirst[0] + 5_000;
		expect(ofFirst.filter((at) => at >= windowEnd)).toHaveLength(3);
		expect(ofSecond.filter((at) => at >= windowEnd)).toEqual([]);
	}),
);

test.concurrent(
	'the same key at another address is not held back',
	withSandbox({ requestLimit: 9 }, async (_api, credential) => {
		const other = await startSandbox();
		await readAccount(credential, 9);
		const { ms } = await readAccount(credentialOf(other), 5);
		await other.close();
		expect(ms).toBeLessThan(20_000);
	}),
);

test.concurrent(
	'when another program used up the limit of the key, no item fails',
	withSandbox(tenASecond, async (_api, credential) => {
		const { baseUrl, apiKey } = credential;
		const headers = { Authorization: `Bearer ${apiKey}`, 'User-Agent': 'another program' };
		for (let times = 0; times < 10; times++) await fetch(`${baseUrl}/account`, { headers });
		const { error, items } = await readAccount(credential, 12);
		expect(error).toBeUndefined();
		expect(items).toHaveLength(12);
	}),
);

test.concurrent(
	'an API that sends no limit headers is not held back',
	withSandbox({ requestLimit: 1_000 }, async (api, credential) => {
		const names = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'];
		const headers = Object.fromEntries(names.map((name) => [name, '']));
		api.faults.add({ kind: 'slow', delayMs: 0, headers, times: Infinity });
		const { ms } = await readAccount(credential, 200);
		expect(answers(api)).toHaveLength(200);
		expect(ms).toBeLessThan(25_000);
	}),
);
