import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { ItemRun, Operation, Outcome, RunAll } from '../operation/operation';
import { isOpen, remember, replayed, type ItemMemory } from './replay';

/** How many items are read at a time. */
const READERS = 8;

/** Whether running it twice does no harm. */
export function isReading(operation: Operation): boolean {
	return operation.readsOnly ?? operation.request?.method === 'GET';
}

/** Takes down an item's outcome. @throws when that ends the run */
type Settle = (index: number, outcome: Outcome) => void;

/**
 * Runs an operation for all items that Retry On Fail has not finished before: 8 at a time when it reads,
 * otherwise one after another.
 *
 * @throws what `settle` throws
 */
export async function runItems(
	operation: Operation,
	items: ItemRun[],
	memory: (index: number) => ItemMemory,
	settle: Settle,
): Promise<void> {
	const open = items.filter((item) => {
		const known = replayed(memory(item.index));
		if (known !== undefined) settle(item.index, known);
		return known === undefined;
	});
	const record: Settle = (index, outcome) => settle(index, remember(memory(index), outcome));

	if (open.length > 0 && operation.runAll?.when(open[0]) === true) {
		const [first, ...others] = await runTogether(operation.runAll, open, record);
		// Refused, so that Retry On Fail may send all of them again: the others are not done either.
		const isRefused = first !== undefined && isOpen(memory(first.index));
		for (const { index } of others) (isRefused ? settle : record)(index, { items: [] });
		return;
	}
	if (operation.runBatch !== undefined) {
		if (open.length > 0) await operation.runBatch(open, record);
		return;
	}
	const workers = isReading(operation) ? READERS : 1;
	const queue = open.values();
	await Promise.all(
		Array.from({ length: workers }, async () => {
			for (const item of queue) record(item.index, await runItem(operation, item));
		}),
	);
}

async function runItem(operation: Operation, item: ItemRun): Promise<Outcome> {
	try {
		if (operation.run !== undefined) return { items: await operation.run(item) };
		return { items: operation.request === undefined ? [] : await item.request(operation.request) };
	} catch (error) {
		return { error };
	}
}

/**
 * The first item stands for all: it carries the output or the failure, the others give nothing.
 *
 * @returns the items that took part; the outcome of the first is recorded
 */
async function runTogether(
	{ part, run }: RunAll,
	items: ItemRun[],
	record: Settle,
): Promise<ItemRun[]> {
	const parts: IDataObject[] = [];
	const taking = items.filter((item) => {
		try {
			return parts.push(part(item)) > 0;
		} catch (error) {
			record(item.index, { error });
			return false;
		}
	});
	const [first] = taking;
	if (first !== undefined) {
		record(first.index, await runFor(taking, async () => await run(parts, first)));
	}
	return taking;
}

async function runFor(
	taking: ItemRun[],
	work: () => Promise<INodeExecutionData[]>,
): Promise<Outcome> {
	const pairedItem = taking.map(({ index }) => ({ item: index }));
	try {
		return { items: (await work()).map((item) => ({ ...item, pairedItem })) };
	} catch (error) {
		return { error };
	}
}
