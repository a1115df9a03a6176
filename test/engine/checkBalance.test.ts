import type { IDataObject, WorkflowExecuteMode } from 'n8n-workflow';

import type { NodeRunOptions } from '../../dev/engine/engine';
import { setClock } from './support/clock';
import { runNode } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';

const sandbox = useSandbox();

/** One workflow that runs again and again: what one run saves, the next one finds. */
function schedule(parameters: IDataObject = {}, more: Partial<NodeRunOptions> = {}) {
	const staticData: IDataObject = {};
	const run = async (mode: WorkflowExecuteMode) =>
		await runNode(
			{ resource: 'account', operation: 'checkBalance', thresholdMinutes: 100, ...parameters },
			{ credential: sandbox.credential, mode, staticData, ...more },
		);
	return {
		staticData,
		run,
		/** Sets the balance, then runs as a schedule does. */
		at: async (minutes: number) => {
			sandbox.api.account.setBalance(minutes);
			const { items, error } = await run('trigger');
			expect(error).toBeUndefined();
			return items.map(({ json }) => json);
		},
	};
}

const lowItem = (minutes: number) =>
	expect.objectContaining({ minutes_balance: minutes, is_low: true, changed: true });

test('one item when the balance falls below, none while it stays there, one when it recovers', async () => {
	const { at } = schedule();
	expect(await at(500)).toEqual([]);
	expect(await at(99.5)).toEqual([lowItem(99.5)]);
	expect(await at(50)).toEqual([]);
	expect(await at(0)).toEqual([]);
	expect(await at(600)).toEqual([
		expect.objectContaining({ minutes_balance: 600, is_low: false, changed: true }),
	]);
	expect(await at(600)).toEqual([]);
	expect(await at(20)).toEqual([lowItem(20)]);
});

test('a balance that is at the limit is not below it', async () => {
	const { at } = schedule();
	expect(await at(100)).toEqual([]);
});

test('a balance that is low from the first run on is told', async () => {
	const { at } = schedule();
	expect(await at(10)).toEqual([lowItem(10)]);
});

test('the item has balance, usage, days left and a message for a chat', async () => {
	setClock(new Date('2026-03-11T12:00:00Z'));
	try {
		const { run } = schedule();
		sandbox.api.account.setBalance(42);
		sandbox.api.store.main.usage.splice(0, Infinity, {
			...sandbox.api.store.main.usage[0],
			duration_sec: 147 * 60,
			created_at: new Date().toISOString(),
		});
		const { items } = await run('trigger');
		expect(items[0].json).toEqual({
			minutes_balance: 42,
			monthly_usage_minutes: 147,
			days_left: 2.9,
			is_low: true,
			changed: true,
			message:
				"HMS Sovereign balance of Tandartspraktijk De Linde is low: 42 minutes left, about 2.9 days at this month's pace, 147 minutes used this month (alert below 100 minutes). Top up under Settings > Billing.",
		});
	} finally {
		jest.useRealTimers();
	}
});

test('an account without usage has no number of days left', async () => {
	sandbox.api.store.main.usage.length = 0;
	const { at } = schedule({ options: { thresholdDaysLeft: 30 } });
	expect(await at(40)).toEqual([
		expect.objectContaining({
			days_left: null,
			message: expect.stringContaining('is low: 40 minutes left, 0 minutes used this month'),
		}),
	]);
});

test('a balance above the minutes is low when it does not last the days', async () => {
	const { at } = schedule({ thresholdMinutes: 1, options: { thresholdDaysLeft: 3650 } });
	expect(await at(300)).toEqual([lowItem(300)]);
	expect(await at(1_000_000_000)).toEqual([expect.objectContaining({ is_low: false })]);
});

test('while it stays low, a reminder comes every so many hours', async () => {
	const { at } = schedule({ options: { reminderHours: 24 } });
	const hoursLater = (hours: number) => void jest.setSystemTime(Date.now() + hours * 3_600_000);
	setClock();
	try {
		expect(await at(50)).toHaveLength(1);
		hoursLater(23);
		expect(await at(49)).toEqual([]);
		hoursLater(1);
		expect(await at(48)).toEqual([
			expect.objectContaining({
				changed: false,
				message: expect.stringContaining('is still low: 48 minutes left'),
			}),
		]);
		hoursLater(1);
		expect(await at(47)).toEqual([]);
		hoursLater(23);
		expect(await at(46)).toHaveLength(1);
	} finally {
		jest.useRealTimers();
	}
});

test('a run by hand shows the present state every time', async () => {
	const { run } = schedule();
	const first = await run('manual');
	expect(first.items.map(({ json }) => json)).toEqual([
		expect.objectContaining({ minutes_balance: 500, is_low: false, changed: false }),
	]);
	sandbox.api.account.setBalance(5);
	expect((await run('manual')).items).toHaveLength(1);
	expect((await run('manual')).items).toHaveLength(1);
});

test('a run by hand neither uses up an alert nor makes one', async () => {
	const { run, at, staticData } = schedule();
	sandbox.api.account.setBalance(5);
	await run('manual');
	expect(staticData).toEqual({});
	expect(await at(5)).toHaveLength(1);
	await run('manual');
	expect(await at(5)).toEqual([]);
});

test('two limits in one node do not disturb each other', async () => {
	const { at } = schedule(
		{ thresholdMinutes: '={{ $json.limit }}' },
		{ input: [{ limit: 100 }, { limit: 20 }] },
	);
	expect(await at(90)).toEqual([
		expect.objectContaining({ message: expect.stringContaining('alert below 100 minutes') }),
	]);
	expect(await at(10)).toEqual([
		expect.objectContaining({ message: expect.stringContaining('alert below 20 minutes') }),
	]);
	expect(await at(500)).toHaveLength(2);
});

test('two accounts do not disturb each other', async () => {
	const { staticData, at } = schedule();
	expect(await at(5)).toHaveLength(1);
	sandbox.api.store.second.minutes_balance = 5;
	const other = { apiKey: sandbox.api.keys.second, baseUrl: sandbox.api.url };
	const run = async () =>
		await runNode(
			{ resource: 'account', operation: 'checkBalance', thresholdMinutes: 100 },
			{ credential: other, mode: 'trigger', staticData },
		);
	expect((await run()).items).toHaveLength(1);
	expect((await run()).items).toHaveLength(0);
	expect(await at(5)).toEqual([]);
});

test('an alert is not used up by a run that fails', async () => {
	const input = [{ limit: 100 }, { limit: -1 }];
	const parameters = { thresholdMinutes: '={{ $json.limit }}' };
	const { run, staticData } = schedule(parameters, { input });
	sandbox.api.account.setBalance(5);
	const { error } = await run('trigger');
	expect(error).toMatchObject({
		message: '\'Alert Below (Minutes)\': "-1" is not a number of at least 0',
		context: { itemIndex: 1 },
	});
	expect(JSON.stringify(staticData)).not.toContain('isLow');
});

test('thresholds that change from run to run do not fill the memory', async () => {
	const input = Array.from({ length: 150 }, (_, index) => ({ limit: 1000 + index }));
	const { at, staticData } = schedule({ thresholdMinutes: '={{ $json.limit }}' }, { input });
	expect(await at(5)).toHaveLength(150);
	const [saved] = Object.values(staticData) as Array<{ balances: object }>;
	expect(Object.keys(saved.balances)).toHaveLength(100);
});

test('any number of items costs one request', async () => {
	const { at } = schedule({}, { input: Array.from({ length: 30 }, () => ({})) });
	await at(500);
	expect(sandbox.api.requests).toHaveLength(1);
});

test('an answer without a balance is an error, not a balance of 0', async () => {
	sandbox.api.faults.add({ kind: 'wrong-json', body: { id: 'x' } });
	const { error } = await schedule().run('trigger');
	expect(error?.message).toBe('HMS Sovereign did not say how many minutes are left');
});

test('the key is refused in the usual words', async () => {
	const { error } = await schedule(
		{},
		{
			credential: { apiKey: 'fl_live_wrong', baseUrl: sandbox.api.url },
		},
	).run('trigger');
	expect(error).toMatchObject({ message: 'Invalid or missing API key', httpCode: '401' });
});
