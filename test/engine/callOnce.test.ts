import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox';
import { startSandbox } from '../../sandbox';
import { runNode, type NodeRunOptions } from '../../dev/engine/engine';
import { credentialOf } from '../../dev/engine/sandbox';
import { callEach, dialled, numbers } from './support/bulkCalls';

const anHour = { options: { skipIfCalledWithin: 60 } };
const goOn = { onError: 'continueRegularOutput' } as const;

/** Side by side, with a sandbox each, since each test mostly waits. */
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

async function run(
	api: Sandbox,
	phones: string[],
	{ operation = 'start', ...more }: IDataObject & { operation?: string } = anHour,
	options: Partial<NodeRunOptions> = {},
) {
	const input = phones.map((phone) => ({ phone }));
	return await runNode(callEach(api, operation, more), {
		credential: credentialOf(api),
		input,
		...options,
	});
}

const skipped = (run: { items: Array<{ json: IDataObject }> }) =>
	run.items.map(({ json }) => json.skipped === true);

describe('the same people in two executions of one n8n', () => {
	scenario('that start in the same instant are called once each', async (api) => {
		const phones = numbers(5);
		const [one, other] = await Promise.all([run(api, phones), run(api, phones)]);
		expect([...dialled(api)].sort()).toEqual(phones);
		expect(skipped(one).map((was, index) => was !== skipped(other)[index])).toEqual(
			phones.map(() => true),
		);
		expect(one.items.map(({ json }) => json.call_id)).toEqual(
			other.items.map(({ json }) => json.call_id),
		);
	});

	scenario('of which one starts while the other one dials', async (api) => {
		const phones = numbers(12);
		api.faults.add({ kind: 'slow', delayMs: 60, path: '/calls/outbound', times: Infinity });
		const one = run(api, phones);
		while (dialled(api).length < 5) await sleep(5);
		await Promise.all([one, run(api, phones), run(api, [...phones].reverse())]);
		expect([...dialled(api)].sort()).toEqual(phones);
	});

	scenario('with Start in one and Start and Wait in the other', async (api) => {
		const phones = numbers(4);
		const [one, other] = await Promise.all([
			run(api, phones),
			run(api, phones, { operation: 'startAndWait', ...anHour }),
		]);
		expect([...dialled(api)].sort()).toEqual(phones);
		expect([...skipped(one), ...skipped(other)].filter(Boolean)).toHaveLength(4);
	});

	scenario('are called by the second when the first was refused', async (api) => {
		const [phone] = numbers(1);
		api.faults.add({ kind: 'status', status: 400, delayMs: 200, path: '/calls/outbound' });
		const runs = await Promise.all([
			run(api, [phone], anHour, goOn),
			run(api, [phone], anHour, goOn),
		]);
		expect(dialled(api)).toEqual([phone]);
		expect(
			runs.flatMap(({ items }) => items.map(({ json }) => json.status ?? 'refused')).sort(),
		).toEqual(['dialing', 'refused']);
	});
});

describe('a dial whose answer was lost', () => {
	const late = { calls: [], pagination: { total: 0, limit: 1000, offset: 0 } };

	scenario('is not repeated although the list does not show the call yet', async (api) => {
		const [phone, other] = numbers(2);
		api.faults.add({ kind: 'reset-after', path: '/calls/outbound' });
		api.faults.add({
			kind: 'wrong-json',
			method: 'GET',
			path: '/calls',
			body: late,
			times: Infinity,
		});
		const { items } = await run(api, [phone, other, phone], anHour, goOn);
		expect(dialled(api)).toEqual([phone, other]);
		expect(items[2].json).toEqual({
			destination: phone,
			skipped: true,
			skip_reason: 'called-recently',
			next_allowed_at: expect.any(String),
		});
		const again = await run(api, [phone], { operation: 'startAndWait', ...anHour });
		expect(dialled(api)).toEqual([phone, other]);
		expect(again.items[0].json).toMatchObject({ destination: phone, skipped: true });
	});

	scenario('comes out as the earlier call as soon as the list shows it', async (api) => {
		const [phone] = numbers(1);
		api.faults.add({ kind: 'reset-after', path: '/calls/outbound' });
		await run(api, [phone], anHour, goOn);
		const { items } = await run(api, [phone]);
		expect(items[0].json).toMatchObject({
			call_id: api.store.main.calls.at(-1)?.id,
			skipped: true,
		});
	});
});

describe('the time that the option means is the one of the API', () => {
	/** The API's clock differs by this from ours, in its calls as well as in `Date`. */
	function shiftClock(api: Sandbox, ms: number): void {
		const date = () => new Date(Date.now() + ms).toUTCString();
		api.faults.add({ kind: 'slow', delayMs: 0, headers: { date: date() }, times: Infinity });
	}

	const minute = 60_000;

	/** Somebody else's call: this process knows nothing of it. */
	async function calledByOthers(api: Sandbox, destination: string) {
		const body = { destination, assistant_id: api.store.main.assistants[0].id };
		await axios.post(`${api.url}/calls/outbound`, body, {
			headers: { Authorization: `Bearer ${api.apiKey}` },
		});
		api.requests.length = 0;
		return api.store.main.calls.slice(-1)[0];
	}

	scenario('with its clock 3 minutes behind, nobody is called again', async (api) => {
		const [phone] = numbers(1);
		shiftClock(api, -3 * minute);
		const call = await calledByOthers(api, phone);
		call.created_at = new Date(Date.now() - 4 * minute).toISOString();
		await run(api, [phone], { options: { skipIfCalledWithin: 2 } });
		expect(dialled(api)).toEqual([]);
	});

	scenario('with its clock an hour behind, nobody is called again', async (api) => {
		const [phone] = numbers(1);
		shiftClock(api, -60 * minute);
		const call = await calledByOthers(api, phone);
		call.created_at = new Date(Date.now() - 61 * minute).toISOString();
		await run(api, [phone], { options: { skipIfCalledWithin: 2 } });
		expect(dialled(api)).toEqual([]);
	});
});

describe('a refusal that would hit everybody', () => {
	for (const operation of ['start', 'startAndWait']) {
		scenario(`${operation}: without credits nobody else is tried`, async (api) => {
			api.account.setBalance(0);
			const { items } = await run(api, numbers(20), { operation }, goOn);
			const tried = api.requests.filter(({ path }) => path === '/calls/outbound');
			expect(tried).toHaveLength(1);
			expect(items).toHaveLength(20);
			expect(items[0].json.error).toMatch(/credits/i);
			expect(items[19].json.error).toMatch(/^Not dialled, .*credits/i);
		});
	}

	scenario('with a key that is revoked meanwhile, nobody else is tried', async (api) => {
		api.faults.add({
			kind: 'status',
			status: 401,
			path: '/calls/outbound',
			skip: 2,
			times: Infinity,
		});
		const { items } = await run(api, numbers(20), {}, goOn);
		expect(api.requests.filter(({ path }) => path === '/calls/outbound')).toHaveLength(3);
		expect(items.filter(({ json }) => json.status === 'dialing')).toHaveLength(2);
	});
});
