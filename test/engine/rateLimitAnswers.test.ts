import type { Fault, RecordedRequest } from '../../sandbox';
import type { TestCredential } from '../../dev/engine/engine';
import { runNode } from '../../dev/engine/engine';
import { withSandbox } from '../../dev/engine/sandbox';
import { createThing, readThing, withOperations } from './support/testNode';

// These tests mostly wait, so they wait together.
const shortWindow = { windowMs: 500 };
const anHour = 60 * 60_000;
const noLimitHeaders = {
	'X-RateLimit-Limit': '',
	'X-RateLimit-Remaining': '',
	'X-RateLimit-Reset': '',
};

function tooMany(fault: Partial<Fault>): Fault {
	return { kind: 'status', status: 429, ...fault };
}

async function create(credential: TestCredential) {
	const parameters = { resource: 'thing', operation: 'create', thingName: 'First Ltd' };
	return await runNode(parameters, { ...withOperations([createThing]), credential });
}

/** Milliseconds between the first request and the second. */
function pause([first, second]: RecordedRequest[]): number {
	return second.at - first.at;
}

const serverDate = (ms: number) => new Date(Date.now() + ms).toUTCString();

/**
 * What the 429 says, and between how many milliseconds the second request must come. The upper bound
 * leaves room for a busy machine; what a wait comes to exactly is in the unit tests of the policy.
 */
const waits: Array<[string, () => Partial<Fault>, number, number]> = [
	['seconds', () => ({ retryAfter: 1 }), 1_000, 5_000],
	['a date', () => ({ retryAfter: 'date', retryAfterSeconds: 3 }), 3_000, 10_000],
	['seconds in the body alone', () => ({ retryAfter: 'body' }), 1_000, 5_000],
	['nothing but the time of the reset', () => ({ retryAfter: 'none' }), 500, 8_000],
	['nothing at all', () => ({ retryAfter: 'none', headers: noLimitHeaders }), 1_000, 5_000],
	[
		'a date of a server whose clock is an hour ahead',
		() => ({ headers: { 'Retry-After': serverDate(anHour + 4_000), Date: serverDate(anHour) } }),
		3_000,
		10_000,
	],
];

test.concurrent.each(waits)(
	'a write answered with 429 and %s is sent again after it',
	async (_what, fault, from, to) =>
		await withSandbox(shortWindow, async (api, credential) => {
			api.faults.add(tooMany(fault()));
			const { error, items } = await create(credential);

			expect(error).toBeUndefined();
			expect(items).toHaveLength(1);
			expect(api.requests.map(({ carriedOut }) => carriedOut)).toEqual([false, true]);
			expect(pause(api.requests)).toBeGreaterThanOrEqual(from);
			expect(pause(api.requests)).toBeLessThan(to);
		})(),
);

test.concurrent(
	'a 429 to one item holds back the requests of all',
	withSandbox({}, async (api, credential) => {
		const body = { id: 'x' };
		api.faults.add(tooMany({ retryAfter: 3, path: '/things/2' }));
		api.faults.add({ kind: 'status', status: 200, body, delayMs: 200, times: Infinity });
		const { items } = await runNode(
			{ resource: 'thing', operation: 'read', thingId: '={{ $json.id }}' },
			{
				...withOperations([readThing]),
				credential,
				input: Array.from({ length: 80 }, (_, id) => ({ id })),
			},
		);

		const refusedAt = api.requests.find(({ status }) => status === 429)?.at ?? NaN;
		// A busy machine may take a while to read the 429; not held back, they would go on for 2 seconds.
		const soonAfter = api.requests.filter(
			({ at }) => at > refusedAt + 1_000 && at < refusedAt + 2_990,
		);
		expect(soonAfter).toEqual([]);
		expect(items).toHaveLength(80);
	}),
);

test.concurrent(
	'a limit that asks for more than five minutes is reported at once',
	withSandbox({}, async (api, credential) => {
		api.faults.add(tooMany({ retryAfter: 301 }));
		const { error, ms } = await create(credential);
		expect(error?.description).toContain('Try again in 301 seconds.');
		expect(ms).toBeLessThan(20_000);
	}),
);

test.concurrent(
	'a wait of over 5 seconds is told to the user, with its limit',
	withSandbox({}, async (api, credential) => {
		api.faults.add(tooMany({ retryAfter: 6 }));
		const { hints } = await create(credential);
		expect(hints).toEqual([
			{
				message:
					'Waited 6 seconds for the HMS Sovereign rate limit of 100 requests a minute for each API key.',
				location: 'outputPane',
				type: 'info',
			},
		]);
	}),
);

test.concurrent(
	'a short wait is not worth a word',
	withSandbox({}, async (api, credential) => {
		api.faults.add(tooMany({ retryAfter: 1 }));
		expect((await create(credential)).hints).toEqual([]);
	}),
);
