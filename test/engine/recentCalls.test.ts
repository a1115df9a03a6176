import type { IDataObject } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { byId } from '../../dev/byId';
import type { Sandbox } from '../../sandbox';
import { callEach, dialled, looks, numbers, startAndWait } from './support/bulkCalls';
import { setClock } from './support/clock';
import { runNode, type NodeRunOptions } from '../../dev/engine/engine';
import { credentialOf, useSandbox } from '../../dev/engine/sandbox';

const sandbox = useSandbox({ callSpeed: 100, requestLimit: 1000 });
const anHour = { options: { skipIfCalledWithin: 60 } };

async function start(
	api: Sandbox,
	phones: string[],
	more: IDataObject = anHour,
	options: Partial<NodeRunOptions> = {},
) {
	return await runNode(callEach(api, 'start', more), {
		credential: credentialOf(api),
		input: phones.map((phone) => ({ phone })),
		...options,
	});
}

/** Calls a number, and sets the clock back for that call. */
async function calledBefore(phone: string, minutes: number): Promise<string> {
	await start(sandbox.api, [phone], {});
	const call = sandbox.api.store.main.calls.slice(-1)[0];
	call.created_at = new Date(Date.now() - minutes * 60_000).toISOString();
	sandbox.api.requests.length = 0;
	return call.id;
}

describe('Skip If Called Within', () => {
	test('a number called lately is not called again; the earlier call comes out', async () => {
		const [phone, other] = numbers(2);
		const id = await calledBefore(phone, 50);
		const { items, error } = await start(sandbox.api, [phone, other]);
		expect(error).toBeUndefined();
		expect(dialled(sandbox.api)).toEqual([other]);
		expect(items[0].json).toEqual({
			success: true,
			call_id: id,
			status: expect.any(String),
			destination: phone,
			skipped: true,
			skip_reason: 'called-recently',
			created_at: expect.any(String),
			next_allowed_at: expect.any(String),
		});
		expect(items[1].json).toEqual({
			success: true,
			call_id: expect.any(String),
			status: 'dialing',
			destination: other,
		});
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('it is called when that is longer ago, or when the option is off', async () => {
		const [first, second] = numbers(2);
		await calledBefore(first, 61);
		await start(sandbox.api, [first]);
		expect(dialled(sandbox.api)).toEqual([first]);
		await calledBefore(second, 1);
		await start(sandbox.api, [second], {});
		expect(dialled(sandbox.api)).toEqual([second]);
		expect(looks(sandbox.api).lists).toBe(0);
	});

	test('somebody who called you does get called back', async () => {
		const [phone] = numbers(1);
		sandbox.api.calls.ring({ from: phone, assistantId: sandbox.api.store.main.assistants[0].id });
		await start(sandbox.api, [phone]);
		expect(dialled(sandbox.api)).toEqual([phone]);
	});

	test('the number that calls go out from can itself be called', async () => {
		const api = sandbox.api;
		const [own, other] = api.store.main.numbers.filter((one) => one.transfer_trunk_id !== null);
		await start(api, numbers(1), { phoneNumberId: byId(own.id) });
		await start(api, [own.phone_number], { ...anHour, phoneNumberId: byId((other ?? own).id) });
		expect(dialled(api)).toEqual([...numbers(1), own.phone_number]);
	});

	test('a number that stands twice in the input is called once', async () => {
		const [phone, other] = numbers(2);
		const { items } = await start(sandbox.api, [phone, other, phone.replace('+31', '+31 ')]);
		expect(dialled(sandbox.api)).toEqual([phone, other]);
		expect(items[2].json).toMatchObject({ call_id: items[0].json.call_id, skipped: true });
	});

	test('a dial whose answer was lost counts when the API knows of the call', async () => {
		const [phone, other] = numbers(2);
		sandbox.api.faults.add({ kind: 'reset-after', path: '/calls/outbound' });
		const { items } = await start(sandbox.api, [phone, phone, other], anHour, {
			onError: 'continueRegularOutput',
		});
		expect(dialled(sandbox.api)).toEqual([phone, other]);
		expect(items.map(({ json }) => json.skipped ?? json.error ?? false)).toEqual([
			expect.stringContaining('may have been carried out'),
			true,
			false,
		]);
	});

	test('the calls are read once, however many items there are', async () => {
		await start(sandbox.api, numbers(40));
		expect(dialled(sandbox.api)).toHaveLength(40);
		expect(looks(sandbox.api)).toEqual({ lists: 1, singles: 0 });
	});

	test('in a long run, calls that others made meanwhile are seen', async () => {
		const [first, second] = numbers(2);
		const { api } = sandbox;
		api.faults.add({ kind: 'slow', delayMs: 500, path: '/calls/outbound' });
		const running = start(api, [first, second]);
		while (api.requests.every(({ path }) => path !== '/calls/outbound')) await sleep(10);
		setClock(new Date(Date.now() + 61_000));
		try {
			await start(api, [second], {});
			const { items } = await running;
			expect(items.map(({ json }) => json.skipped)).toEqual([undefined, true]);
		} finally {
			jest.useRealTimers();
		}
		expect(dialled(api)).toEqual([first, second]);
	});

	test('numbers that are refused do not have them read again', async () => {
		const refused = { kind: 'status', status: 400, path: '/calls/outbound', times: 5 } as const;
		sandbox.api.faults.add(refused);
		await start(sandbox.api, numbers(8), anHour, { onError: 'continueRegularOutput' });
		expect(dialled(sandbox.api)).toEqual(numbers(8).slice(5));
		expect(looks(sandbox.api).lists).toBe(1);
	});

	test('what the run itself dialled longer ago is called again', async () => {
		const [phone, other] = numbers(2);
		sandbox.api.faults.add({ kind: 'slow', delayMs: 1_500, path: '/calls/outbound', skip: 1 });
		const aSecond = { options: { skipIfCalledWithin: 1 / 60 } };
		await start(sandbox.api, [phone, other, phone], aSecond);
		expect(dialled(sandbox.api)).toEqual([phone, other, phone]);
	});

	test('nobody is called when the calls cannot be read', async () => {
		sandbox.api.faults.add({ kind: 'status', status: 403, path: '/calls', method: 'GET' });
		const { error } = await start(sandbox.api, numbers(2));
		expect(error).toMatchObject({ httpCode: '403', context: { itemIndex: 0 } });
		expect(dialled(sandbox.api)).toEqual([]);
	});

	test.each([0, -5, 'soon', '5 min', {}])(
		'%j is refused before anybody is called',
		async (entered) => {
			const options = { skipIfCalledWithin: entered };
			const { error } = await start(sandbox.api, numbers(1), { options });
			expect(error?.message).toContain("'Skip If Called Within (Minutes)': ");
			expect(sandbox.api.requests).toEqual([]);
		},
	);
});

describe('Start and Wait, run again after it was broken off', () => {
	test('waits for the calls that were dialled and dials the others', async () => {
		const phones = numbers(10);
		const { api } = sandbox;
		api.faults.add({ kind: 'slow', delayMs: 50, path: '/calls/outbound', times: Infinity });
		await startAndWait(api, phones, anHour, { cancelWhen: () => dialled(api).length === 6 });
		const before = dialled(api).length;
		expect(before).toBeLessThan(10);

		const { items, error } = await startAndWait(api, phones, anHour);
		expect(error).toBeUndefined();
		expect(dialled(api)).toEqual(phones);
		expect(items.map(({ json }) => [json.caller_phone, json.status, json.finished])).toEqual(
			phones.map((phone) => [phone, 'ended', true]),
		);
		expect(items.filter(({ json }) => json.skipped)).toHaveLength(before);
	});

	test('waits for a call that is older than the maximum wait, too', async () => {
		const [phone] = numbers(1);
		const id = await calledBefore(phone, 30);
		const { items } = await startAndWait(sandbox.api, [phone], { ...anHour, maxWaitMinutes: 1 });
		expect(items[0].json).toMatchObject({ id, finished: true, skipped: true });
		expect(looks(sandbox.api).singles).toBe(0);
	});

	test('a number that stands twice comes out twice, with the same call', async () => {
		const [phone] = numbers(1);
		const { items } = await startAndWait(sandbox.api, [phone, phone], anHour);
		expect(dialled(sandbox.api)).toEqual([phone]);
		expect(items.map(({ json }) => [json.status, json.skipped])).toEqual([
			['ended', undefined],
			['ended', true],
		]);
		expect(items[0].json.id).toBe(items[1].json.id);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});
});
