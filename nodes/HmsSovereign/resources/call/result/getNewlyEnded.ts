import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { rowsOf } from '../../../api/answer';
import { LARGEST_PAGE } from '../../../api/pages';
import { isOver } from '../../../callResult/status';
import { withResult } from '../../../callResult/withResult';
import { filters } from '../../../fields/collections';
import { simplify } from '../../../fields/lists';
import { InputError } from '../../../api/inputError';
import type { Field, ItemRun, Operation, RecordOutcome } from '../../../operation/operation';
import { outcomeOf } from '../../../operation/outcome';
import { isToolRun } from '../../../operation/toolRun';
import { assistant, callFilter, direction, outcome } from './callFilters';
import { readCalls } from './getNewlyEndedList';
import { withMemory } from './getNewlyEndedMemory';
import {
	endOf,
	firstMemory,
	isAnotherAccount,
	LONGEST_CALL_MS,
	newsIn,
	type Memory,
} from './getNewlyEndedNews';
import { simplified } from './simplified';

const HOUR_MS = 60 * 60 * 1000;

/** What a run by hand shows. */
const SHOWN_BY_HAND = 10;

/** As long as the API keeps calls at all (API docs: Update organization). */
const MOST_HOURS_BACK = 730 * 24;

const KEPT = [...simplified, 'recording_url'];

const firstRun: Field = {
	displayName: 'First Run: Look Back (Hours)',
	name: 'firstRunHours',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: MOST_HOURS_BACK },
	default: 0,
	description:
		'The first run only takes note of the calls that have ended already. With this, it puts out those of the last hours.',
};

const notice: Field = {
	displayName:
		'For schedules: in a published workflow, each call that has ended since the last run comes out once. A run by hand shows the newest calls and remembers nothing.',
	name: 'newlyEndedNotice',
	type: 'notice',
	default: '',
};

/**
 * `GET /calls`, for schedules: each call that has ended since the last run once, oldest first. Runs by
 * hand and by AI agents show the newest calls, and nothing is remembered. A call that goes on for more
 * than an hour is asked for by its ID.
 */
export const getNewlyEnded: Operation = {
	name: 'Get Newly Ended',
	value: 'getNewlyEnded',
	action: 'Get newly ended calls',
	description:
		'Get each call that has ended since the last run once, for schedules and where HMS Sovereign cannot reach this n8n',
	fields: [notice, filters([direction, outcome, assistant]), simplify],
	options: [firstRun],
	runBatch: tellAll,
	calls: ['GET /calls'],
	readsOnly: true,
};

/** Read once for all items, each of which has its own filters; all of them get calls, or none does. */
async function tellAll(items: ItemRun[], record: RecordOutcome): Promise<void> {
	const [first] = items;
	const done = await outcomeOf(async () => {
		const filters = items.map((item) => callFilter(item) ?? (() => true));
		const tell = (ended: IDataObject[]) =>
			items.forEach((item, at) => {
				const wanted = ended.filter(filters[at]);
				const calls = isShownOnly(item) ? wanted.slice(-SHOWN_BY_HAND) : wanted;
				record(item.index, { items: calls.map((call) => shown(call, item)) });
			});
		if (isShownOnly(first)) tell(await newestCalls(first));
		else await withMemory(first, async (before) => await tellNews(first, before, tell));
		return [];
	});
	if ('error' in done) for (const { index } of items) record(index, done);
}

/** @returns what to remember; undefined when the API gave nothing to go by */
async function tellNews(
	item: ItemRun,
	before: Memory | undefined,
	tell: (ended: IDataObject[]) => void,
): Promise<Memory | undefined> {
	const hours = hoursBack(item);
	const start = Date.now() - hours * HOUR_MS;
	const since = before?.since ?? start - LONGEST_CALL_MS;
	const reading = await readCalls(item.send, since, Object.keys(before?.pending ?? {}));
	const isNew = before === undefined || isAnotherAccount(reading, before);
	const known = isNew ? firstMemory(reading, since, hours === 0 ? Infinity : start) : before;
	const { ended, memory } = newsIn(reading, known, Date.now());
	tell(ended);
	// An answer without a single call would make the next run a first one.
	return reading.calls.size === 0 && before !== undefined ? undefined : memory;
}

/** The calls of one large page that are over, oldest first. */
async function newestCalls(item: ItemRun): Promise<IDataObject[]> {
	const query = { limit: LARGEST_PAGE, offset: 0 };
	const rows = rowsOf(await item.send({ method: 'GET', path: '/calls', query }), 'calls');
	return rows.filter(isOver).sort((a, b) => endOf(a) - endOf(b));
}

function hoursBack(item: ItemRun): number {
	const entered = item.parameter('options.firstRunHours') ?? 0;
	const hours = entered === '' ? NaN : Number(entered);
	if (hours >= 0 && hours <= MOST_HOURS_BACK) return hours;
	throw new InputError(
		`'${firstRun.displayName}': "${String(entered)}" is not a number from 0 to ${MOST_HOURS_BACK}.`,
	);
}

function shown(call: IDataObject, item: ItemRun): INodeExecutionData {
	const whole = withResult(call);
	if (item.parameter('simplify') !== true) return { json: whole };
	const kept = KEPT.filter((name) => name in whole).map((name) => [name, whole[name]]);
	return { json: Object.fromEntries(kept) };
}

function isShownOnly({ context }: ItemRun): boolean {
	return context.getMode() === 'manual' || isToolRun(context);
}
