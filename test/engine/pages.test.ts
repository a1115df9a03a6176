/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import type { IDataObject } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { memoryUsage } from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { returnAllOrLimit } from '../../nodes/HmsSovereign/fields/lists';
import type { ItemRun, Operation } from '../../nodes/HmsSovereign/operation/operation';
import { runNode } from '../../dev/engine/engine';
import type { Page, RowServer } from './support/rowServer';
import { startRowServer } from './support/rowServer';
import { requireBuilt, withOperations } from './support/testNode';

type Pages = typeof import('../../nodes/HmsSovereign/api/pages');
const { pages } = requireBuilt('./nodes/HmsSovereign/api/pages') as Pages;

const texts = { name: 'List', value: 'list', action: 'List', description: 'List' };
const listRows: Operation = {
	...texts,
	request: { method: 'GET', path: '/rows', answer: 'rows', list: 'paged' },
	fields: returnAllOrLimit,
};

let server: RowServer;
afterEach(async () => await server.close());

async function run(page: Page, operation: Operation, parameters: IDataObject = {}) {
	server = await startRowServer(page);
	return await runNode(
		{ resource: 'thing', operation: 'list', returnAll: true, ...parameters },
		{ ...withOperations([operation]), credential: { apiKey: 'fl_live_rows', baseUrl: server.url } },
	);
}

/** Rows `from` to `to` (without it), each of about 1 kB. */
function rows(from: number, to: number) {
	const text = 'x'.repeat(1_000);
	return Array.from({ length: Math.max(0, to - from) }, (_, index) => ({
		id: `call-${from + index}`,
		text,
	}));
}

function of(total: number): Page {
	return (limit, offset) => ({
		rows: rows(offset, Math.min(total, offset + limit)),
		pagination: { total, limit, offset },
	});
}

const idsOf = (items: Array<{ json: IDataObject }>) => items.map(({ json }) => json.id);
const firstIds = (count: number) => rows(0, count).map(({ id }) => id);

test('Return All gives 20,000 rows in order, 1,000 a request', async () => {
	const { items, error } = await run(of(20_000), listRows);
	expect(error).toBeUndefined();
	expect(idsOf(items)).toEqual(firstIds(20_000));
	expect(server.asked).toEqual(
		Array.from({ length: 20 }, (_, page) => ({ limit: 1_000, offset: page * 1_000 })),
	);
});

test('the page generator keeps no page that was used', async () => {
	const used: Array<WeakRef<object>> = [];
	let alive = 0;
	let count = 0;
	const countRows = async ({ send }: ItemRun) => {
		const collectGarbage = garbageCollector();
		for await (const page of pages(send, { method: 'GET', path: '/rows' }, { key: 'rows' })) {
			count += page.length;
			used.push(new WeakRef(page));
		}
		await collectGarbage();
		alive = used.filter((page) => page.deref() !== undefined).length;
		return [];
	};
	await run(of(20_000), { ...texts, fields: [], run: countRows, calls: [], readsOnly: true });
	expect(count).toBe(20_000);
	expect(used).toHaveLength(20);
	expect(alive).toBeLessThanOrEqual(2);
});

test('reading 20,000 rows of 1 kB page by page takes no more memory than 5,000', async () => {
	const heap: number[] = [];
	let read = 0;
	const countRows = async ({ send }: ItemRun) => {
		const collectGarbage = garbageCollector();
		for await (const page of pages(send, { method: 'GET', path: '/rows' }, { key: 'rows' })) {
			read += page.length;
			if (read !== 5_000 && read !== 20_000) continue;
			await collectGarbage();
			heap.push(memoryUsage().heapUsed);
		}
		return [];
	};
	await run(of(20_000), { ...texts, fields: [], run: countRows, calls: [], readsOnly: true });
	expect(heap).toHaveLength(2);
	expect((heap[1] - heap[0]) / 1e6).toBeLessThan(3);
});

test.each([
	[1, [{ limit: 1, offset: 0 }]],
	[50, [{ limit: 50, offset: 0 }]],
	[
		2_500,
		[
			{ limit: 1_000, offset: 0 },
			{ limit: 1_000, offset: 1_000 },
			{ limit: 500, offset: 2_000 },
		],
	],
])('a limit of %d asks for no more', async (limit, asked) => {
	const { items } = await run(of(5_000), listRows, { returnAll: false, limit });
	expect(idsOf(items)).toEqual(firstIds(limit));
	expect(server.asked).toEqual(asked);
});

test('no rows give no items', async () => {
	const { items, error } = await run(of(0), listRows);
	expect([items, error]).toEqual([[], undefined]);
	expect(server.asked).toHaveLength(1);
});

test('an API that gives smaller pages than asked for is read to the end', async () => {
	const { items } = await run((_limit, offset) => of(250)(100, offset), listRows);
	expect(idsOf(items)).toEqual(firstIds(250));
});

test('without a total, the first empty page ends the list', async () => {
	const { items } = await run((limit, offset) => {
		return { rows: rows(offset, Math.min(1_500, offset + limit)) };
	}, listRows);
	expect(idsOf(items)).toEqual(firstIds(1_500));
	expect(server.asked.length).toBeLessThanOrEqual(3);
});

test('an API that ignores the offset does not loop for ever', async () => {
	const { items } = await run(() => ({ rows: rows(0, 1_000) }), listRows);
	expect(idsOf(items)).toEqual(firstIds(1_000));
	expect(server.asked).toHaveLength(2);
});

test('rows that new calls push into the next page are not given twice', async () => {
	// Between the first page and the second, three new rows came in at the top.
	const { items } = await run((limit, offset) => {
		const shift = offset === 0 ? 0 : 3;
		return {
			rows: rows(offset - shift, Math.min(2_500, offset - shift + limit)),
			pagination: { total: 2_500 + shift },
		};
	}, listRows);
	expect(idsOf(items)).toEqual(firstIds(2_500));
});

/** Collects garbage, after what was just awaited has let go of its values. */
function garbageCollector(): () => Promise<void> {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	return async () => {
		await sleep(0);
		collect();
	};
}
