import type { Sandbox } from '../../sandbox';
import { startSandbox } from '../../sandbox';

import { callEach, dialled, looks, numbers, startAndWait } from './support/bulkCalls';
import { runNode } from '../../dev/engine/engine';
import { credentialOf } from '../../dev/engine/sandbox';

/** Each test mostly waits, so they run side by side, with a sandbox each. Calls of 60 s take 0.6 s. */
function scenario(name: string, play: (api: Sandbox) => Promise<void>): void {
	test.concurrent(name, async () => {
		const api = await startSandbox({ callSpeed: 100, requestLimit: 1000 });
		try {
			await play(api);
		} finally {
			await api.close();
		}
	});
}

scenario('one call comes out with summary, transcript, status and end reason', async (api) => {
	const { items, error } = await startAndWait(api, ['+31 6 1234 5678']);
	expect(error).toBeUndefined();
	const [call] = api.store.main.calls.slice(-1);
	expect(items).toEqual([
		{
			json: expect.objectContaining({
				id: call.id,
				status: 'ended',
				end_reason: 'user_hangup',
				duration_seconds: 60,
				summary: expect.stringContaining('opening hours'),
				messages: expect.arrayContaining([{ role: 'assistant', content: expect.any(String) }]),
				finished: true,
			}),
			pairedItem: { item: 0 },
		},
	]);
	expect(dialled(api)).toEqual(['+31612345678']);
});

scenario('without Simplify the whole call comes out', async (api) => {
	const { items } = await startAndWait(api, numbers(1), { simplify: false });
	expect(items[0].json).toMatchObject({ room_name: null, updated_at: expect.any(String) });
});

scenario('every way in which a call can end ends the wait', async (api) => {
	const outcomes = [
		'ended',
		'failed',
		'ended-with-error',
		'rejected',
		'transferred',
		'insufficient-credits',
	] as const;
	const phones = numbers(outcomes.length);
	outcomes.forEach((outcome, index) => api.calls.script({ destination: phones[index], outcome }));
	const { items, error } = await startAndWait(api, phones);
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.status)).toEqual(outcomes);
	expect(items.every(({ json }) => json.finished === true && !('error' in json))).toBe(true);
	expect(items[2].json.error_message).toBe('STT connection failed');
});

scenario('items are dialled one after another and come out in their order', async (api) => {
	const phones = numbers(5);
	api.calls.script({ destination: phones[0], seconds: 300 });
	const { items } = await startAndWait(api, phones);
	expect(dialled(api)).toEqual(phones);
	expect(items.map(({ json, pairedItem }) => [json.caller_phone, pairedItem])).toEqual(
		phones.map((phone, item) => [phone, { item }]),
	);
});

scenario(
	'a call that never ends comes out as it is, with a hint, when the wait is over',
	async (api) => {
		const phones = numbers(3);
		api.calls.script({ destination: phones[1], outcome: 'never-ends' });
		const more = { maxWaitMinutes: 0.1 };
		const { items, hints, error, ms } = await startAndWait(api, phones, more);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => [json.status, json.finished])).toEqual([
			['ended', true],
			['in-progress', false],
			['ended', true],
		]);
		expect(hints).toEqual([
			expect.objectContaining({
				type: 'warning',
				message: expect.stringMatching(
					new RegExp(
						`^1 call was still going on .*Call: Get, by the ID: ${escaped(items[1].json.id)}$`,
					),
				),
			}),
		]);
		expect(ms).toBeGreaterThan(5_900);
		expect(ms).toBeLessThan(15_000);
	},
);

scenario('with a Maximum Wait of 0 the calls come out at once', async (api) => {
	const { items, ms } = await startAndWait(api, numbers(2), { maxWaitMinutes: 0 });
	expect(items.map(({ json }) => json.finished)).toEqual([false, false]);
	expect(ms).toBeLessThan(10_000);
});

scenario('50 calls cost few requests, however many there are', async (api) => {
	const { items, error } = await startAndWait(api, numbers(50));
	expect(error).toBeUndefined();
	expect(items).toHaveLength(50);
	expect(items.every(({ json }) => json.status === 'ended' && json.summary !== null)).toBe(true);
	expect(dialled(api)).toEqual(numbers(50));
	expect(looks(api).singles).toBe(0);
	expect(looks(api).lists).toBeLessThanOrEqual(3);
});

scenario('other calls of the organization are neither output nor in the way', async (api) => {
	api.calls.ring({
		from: '+31699999999',
		assistantId: api.store.main.assistants[0].id,
	});
	const { items } = await startAndWait(api, numbers(2));
	expect(items.map(({ json }) => json.direction)).toEqual(['outbound', 'outbound']);
});

scenario('calls that the list does not bring are asked for one by one', async (api) => {
	const body = { calls: [], pagination: { total: 0, limit: 100, offset: 0 } };
	api.faults.add({
		kind: 'wrong-json',
		path: '/calls',
		method: 'GET',
		body,
		times: Infinity,
	});
	const { items, error } = await startAndWait(api, numbers(12));
	expect(error).toBeUndefined();
	expect(items.every(({ json }) => json.status === 'ended')).toBe(true);
	expect(looks(api).singles).toBe(12);
});

scenario('calls are found when the local clock is ahead of the API', async (api) => {
	let isShifted = false;
	const shift = () => {
		const calls = api.store.main.calls.slice(-2);
		if (isShifted || dialled(api).length < 2) return;
		for (const call of calls) call.created_at = hourBefore(call.created_at);
		isShifted = true;
	};
	api.calls.script({ seconds: 300 });
	const { items } = await startAndWait(api, numbers(2), {}, { meanwhile: shift });
	expect(items.every(({ json }) => json.finished === true)).toBe(true);
	// Asked for by themselves once; then the list is asked from the API's own time on.
	expect(looks(api)).toEqual({ lists: 2, singles: 2 });
});

scenario('how many calls are still going on is in the log', async (api) => {
	const phones = numbers(3);
	api.calls.script({ destination: phones[0], seconds: 400 });
	const { logs } = await startAndWait(api, phones);
	expect(logs.join('\n')).toContain('1 of 3 calls are still going on');
});

describe('when something goes wrong, no call is lost', () => {
	scenario(
		'a number that is refused stops the dialling, and the error names the calls before',
		async (api) => {
			const phones = [...numbers(2), '+999', '+31600000099'];
			const { error, items } = await startAndWait(api, phones);
			const ids = api.store.main.calls.slice(-2).map(({ id }) => id);
			expect(items).toEqual([]);
			expect(dialled(api)).toEqual(numbers(2));
			expect(error).toMatchObject({
				message: expect.stringContaining(
					'\'Destination\': "+999" does not begin with a country code',
				),
				description: expect.stringContaining(`Started, end not known: ${ids.join(', ')}.`),
				context: { itemIndex: 2 },
			});
		},
	);

	scenario('with continue, the others are dialled and come out', async (api) => {
		const phones = [numbers(1)[0], '+999', '+31600000099'];
		const onError = 'continueRegularOutput' as const;
		const { items } = await startAndWait(api, phones, {}, { onError });
		expect(items.map(({ json }) => json.status ?? 'refused')).toEqual([
			'ended',
			'refused',
			'ended',
		]);
	});

	scenario('no credits: the message of the API, nothing dialled', async (api) => {
		api.account.setBalance(0);
		const { error } = await startAndWait(api, numbers(2));
		expect(error).toMatchObject({ httpCode: '402' });
		expect(dialled(api)).toEqual([]);
	});

	scenario('a key that is revoked meanwhile: the error names every call', async (api) => {
		const { error } = await startAndWait(
			api,
			numbers(3),
			{},
			{
				meanwhile: () => {
					if (dialled(api).length === 3) api.revokeKey(api.apiKey);
				},
			},
		);
		const ids = api.store.main.calls.slice(-3).map(({ id }) => id);
		expect(error).toMatchObject({
			message: expect.stringContaining(
				`Call "${ids[0]}" was started, but how it went could not be read`,
			),
			description: expect.stringContaining(`Started, end not known: ${ids.join(', ')}.`),
			httpCode: '401',
		});
	});

	scenario(
		'a key that is revoked meanwhile, with continue: each item names its call',
		async (api) => {
			const onError = 'continueRegularOutput' as const;
			const { items, hints } = await startAndWait(
				api,
				numbers(3),
				{},
				{
					onError,
					meanwhile: () => {
						if (dialled(api).length === 3) api.revokeKey(api.apiKey);
					},
				},
			);
			const ids = api.store.main.calls.slice(-3).map(({ id }) => id);
			expect(items.map(({ json }) => json.error)).toEqual(
				ids.map((id) => expect.stringContaining(`Call "${id}" was started`)),
			);
			// Nothing was waited for to the end.
			expect(hints).toEqual([]);
		},
	);

	scenario('an outage while waiting is waited out', async (api) => {
		api.faults.add({ kind: 'status', status: 503, path: '/calls', times: 4 });
		const { items, error } = await startAndWait(api, numbers(2));
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.status)).toEqual(['ended', 'ended']);
	});

	scenario(
		'an outage that lasts to the end of the wait is an error that names the calls',
		async (api) => {
			api.faults.add({ kind: 'status', status: 503, path: '/calls', times: Infinity });
			const { error } = await startAndWait(api, numbers(2), { maxWaitMinutes: 0.02 });
			expect(error?.message).toMatch(
				/^Call ".+" was started, but how it went could not be read: HMS Sovereign is not available \(503\)/,
			);
		},
	);
});

scenario('start gives the ID at once and does not wait', async (api) => {
	const { items } = await runNode(callEach(api, 'start'), {
		credential: credentialOf(api),
		input: [{ phone: '+31612345678' }],
	});
	expect(items[0].json).toEqual({
		success: true,
		call_id: expect.any(String),
		status: 'dialing',
		destination: '+31612345678',
	});
	expect(looks(api)).toEqual({ lists: 0, singles: 0 });
});

function escaped(text: unknown): string {
	return String(text).replace(/[+.]/g, '\\$&');
}

function hourBefore(time: string): string {
	return new Date(Date.parse(time) - 3_600_000).toISOString();
}
