import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { MOST_AT_ONCE } from '../api/rateLimit';
import type { ItemRun, Operation, RecordOutcome, RunAll } from '../operation/operation';
import { outcomeOf } from '../operation/outcome';
import { isOpen, remember, replayed, type ItemMemory } from './replay';

/** Whether running it twice does no harm. */
export function isReading(operation: Operation): boolean {
	return operation.readsOnly ?? operation.request?.method === 'GET';
}

/**
 * Runs an operation for all items that Retry On Fail has not finished before: when it reads, as many
 * at a time as the limit has room for, otherwise one after another.
 *
 * @returns until when the execution is put to wait; undefined: what is settled is the end
 * @throws what `settle` throws
 */
export async function runItems(
	operation: Operation,
	items: ItemRun[],
	memory: (index: number) => ItemMemory,
	settle: RecordOutcome,
): Promise<Date | void> {
	const open: ItemRun[] = [];
	for (const item of items) {
		const known = replayed(memory(item.index));
		if (known === undefined) open.push(item);
		else settle(item.index, known);
	}
	if (open.length === 0) return;
	const record: RecordOutcome = (index, outcome) => settle(index, remember(memory(index), outcome));

	if (operation.runBatch !== undefined) return await operation.runBatch(open, record);
	const work = forEachItem(operation, open[0]);
	if (work !== undefined) return await runOneByOne(work, open, isReading(operation), record);
	if (operation.runAll === undefined) return;

	const [first, ...others] = await runTogether(operation.runAll, open, record);
	// Refused, so that Retry On Fail may send all of them again: the others are not done either.
	const isRefused = first !== undefined && isOpen(memory(first.index));
	for (const { index } of others) {
		if (isRefused) settle(index, { items: [] });
		else record(index, { items: [] });
	}
}

/** What is done for each item; undefined when the items are for one result together. */
function forEachItem({ request, run, runAll }: Operation, first: ItemRun): Work | undefined {
	const { oneByOne } = runAll ?? {};
	const own = oneByOne !== undefined && isOneByOne(oneByOne, first) ? oneByOne.request : request;
	return own === undefined ? run : async (item) => await item.request(own);
}

/** Where that cannot be told, each item says on its own what is wrong with it. */
function isOneByOne({ when }: { when: (first: ItemRun) => boolean }, first: ItemRun): boolean {
	try {
		return when(first);
	} catch {
		return true;
	}
}

type Work = (item: ItemRun) => Promise<INodeExecutionData[]>;

async function runOneByOne(
	work: Work,
	items: ItemRun[],
	isReadOnly: boolean,
	record: RecordOutcome,
): Promise<void> {
	const workers = isReadOnly ? MOST_AT_ONCE : 1;
	const queue = items.values();
	await Promise.all(
		Array.from({ length: workers }, async () => {
			for (const item of queue) {
				record(item.index, await outcomeOf(async () => await work(item)));
			}
		}),
	);
}

/**
 * The first item stands for all: it carries the output or the failure, the others give nothing.
 *
 * @returns the items that took part; the outcome of the first is recorded
 */
async function runTogether(
	{ part, run }: RunAll,
	items: ItemRun[],
	record: RecordOutcome,
): Promise<ItemRun[]> {
	const parts: IDataObject[] = [];
	const taking: ItemRun[] = [];
	for (const item of items) {
		try {
			parts.push(part(item));
			taking.push(item);
		} catch (error) {
			record(item.index, { error });
		}
	}
	const [first] = taking;
	if (first === undefined) return [];

	const pairedItem = taking.map(({ index }) => ({ item: index }));
	const outcome = await outcomeOf(async () => {
		const output = await run(parts, first);
		return output.map((item) => ({ ...item, pairedItem }));
	});
	record(first.index, outcome);
	return taking;
}
