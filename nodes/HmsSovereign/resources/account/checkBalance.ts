import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Field, ItemRun, Operation, RecordOutcome } from '../../operation/operation';
import { outcomeOf } from '../../operation/outcome';
import { isToolRun } from '../../operation/toolRun';
import { judge, type Balance, type Limits } from './balance';
import { BalanceMemory, memoryKey } from './balanceMemory';
import { balanceMessage, type Finding } from './balanceMessage';
import { readAccount } from './get';

const threshold: Field = {
	displayName: 'Alert Below (Minutes)',
	name: 'thresholdMinutes',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 100,
	description: 'The balance counts as low when fewer minutes than this are left',
};

const daysLeft: Field = {
	displayName: 'Alert Below (Days Left)',
	name: 'thresholdDaysLeft',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description:
		"The balance also counts as low when it lasts fewer days than this at this month's pace. 0 looks at minutes only.",
};

const reminder: Field = {
	displayName: 'Remind Every (Hours)',
	name: 'reminderHours',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description: 'How often to output an item again while the balance stays low. 0 never reminds.',
};

/**
 * `GET /account`, for schedules: one item when the balance falls below a limit, one when it recovers,
 * none in between. Manual runs and AI agents always get the present state, and nothing is remembered.
 */
export const checkBalance: Operation = {
	name: 'Check Balance',
	value: 'checkBalance',
	action: 'Check balance',
	description:
		'Get an item only when the minutes balance falls below a limit or recovers, for schedules with alerts',
	fields: [threshold],
	options: [daysLeft, reminder],
	runBatch: checkAll,
	calls: ['GET /account', 'GET /organizations'],
	readsOnly: true,
};

/** All items look at the same account. What was told is saved only once no item can fail any more. */
async function checkAll(items: ItemRun[], record: RecordOutcome): Promise<void> {
	const answer = await outcomeOf(async () => await readAccount(items[0]));
	const account = 'items' in answer ? (answer.items[0]?.json ?? {}) : {};
	const memory = new BalanceMemory(items[0].context);
	const outcomes = await Promise.all(
		items.map(async (item) =>
			'error' in answer ? answer : await outcomeOf(async () => look(item, account, memory)),
		),
	);
	outcomes.forEach((outcome, at) => record(items[at].index, outcome));
	if (!alwaysShows(items[0])) memory.save();
}

function look(item: ItemRun, account: IDataObject, memory: BalanceMemory): INodeExecutionData[] {
	const limits = limitsOf(item);
	const balance = judge(account, limits, item.context.getTimezone());
	const key = memoryKey(account, limits);
	const finding = memory.compare(key, balance);
	const reminderHours = Number(item.parameter('options.reminderHours') ?? 0);
	const isNews = finding === 'fell' || finding === 'recovered';
	if (!isNews && !alwaysShows(item)) {
		if (finding === 'fine' || !memory.isReminderDue(key, reminderHours)) return [];
	}
	memory.told(key, balance);
	return [{ json: shown(finding, account, balance, limits) }];
}

function shown(finding: Finding, account: IDataObject, balance: Balance, limits: Limits) {
	return {
		minutes_balance: balance.minutes,
		monthly_usage_minutes: balance.usedThisMonth,
		days_left: balance.daysLeft,
		is_low: balance.isLow,
		changed: finding === 'fell' || finding === 'recovered',
		message: balanceMessage(finding, account, balance, limits),
	};
}

function limitsOf(item: ItemRun): Limits {
	return {
		thresholdMinutes: Number(item.parameter('thresholdMinutes')),
		daysLeft: Number(item.parameter('options.thresholdDaysLeft') ?? 0),
	};
}

function alwaysShows({ context }: ItemRun): boolean {
	return context.getMode() === 'manual' || isToolRun(context);
}
