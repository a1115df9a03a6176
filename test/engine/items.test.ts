import type { INodeExecutionData } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import type { ItemRun, Operation } from '../../nodes/HmsSovereign/operation/operation';
import { runNode } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';
import { createThing, readThing, texts, withOperations } from './support/testNode';

const sandbox = useSandbox({ requestLimit: 1_000 });
const read = { resource: 'thing', operation: 'read', thingId: '={{ $json.id }}' };
const create = { resource: 'thing', operation: 'create', thingName: '={{ $json.id }}' };

async function run(parameters: typeof read | typeof create, input: Array<{ id: string }>) {
	const operations = withOperations([readThing, createThing]);
	return await runNode(parameters, { ...operations, credential: sandbox.credential, input });
}

function ids(count: number) {
	return Array.from({ length: count }, (_, index) => ({ id: `${index} Ltd` }));
}

/** A test operation whose one call gives what `run` gives. */
function custom(run: (item: ItemRun) => INodeExecutionData[], readsOnly: boolean) {
	const operation: Operation = {
		...texts('custom'),
		fields: [],
		run: async (item) => run(item),
		calls: [],
		readsOnly,
	};
	return { ...withOperations([operation]), credential: sandbox.credential };
}

const customParameters = { resource: 'thing', operation: 'custom' };

describe('reads', () => {
	test('a handful is under way before the first answer, not one more', async () => {
		sandbox.api.faults.add({ kind: 'hang', times: Infinity });
		await runNode(read, {
			...withOperations([readThing]),
			credential: sandbox.credential,
			input: ids(20),
			// A ninth would come with the eighth.
			cancelWhen: () => Date.now() - (sandbox.api.requests[7]?.at ?? Infinity) > 300,
		});
		expect(sandbox.api.requests).toHaveLength(8);
	});

	test('output is in the order of the input, whichever answer comes first', async () => {
		ids(12).forEach(({ id }, index) =>
			sandbox.api.faults.add({
				kind: 'status',
				status: 200,
				body: { id },
				path: `/things/${encodeURIComponent(id)}`,
				delayMs: index % 4 === 0 ? 200 : 0,
			}),
		);
		const { items } = await run(read, ids(12));
		expect(items).toEqual(ids(12).map((json, item) => ({ json, pairedItem: { item } })));
	});

	test('the first failure keeps the waiting items from being read', async () => {
		sandbox.api.faults.add({ kind: 'status', status: 404, path: '/things/bad' });
		sandbox.api.faults.add({ kind: 'slow', delayMs: 200, times: Infinity });
		const { error } = await run(read, [{ id: 'bad' }, ...ids(30)]);
		await sleep(500);
		expect(error?.context.itemIndex).toBe(0);
		expect(sandbox.api.requests.length).toBeLessThanOrEqual(9);
	});
});

describe('writes', () => {
	test('one starts when the one before has its answer', async () => {
		sandbox.api.faults.add({ kind: 'slow', delayMs: 50, times: Infinity });
		await run(create, ids(6));
		const times = sandbox.api.requests.map(({ at }) => at);
		const pauses = times.slice(1).map((time, index) => time - times[index]);
		expect(pauses).toHaveLength(5);
		expect(Math.min(...pauses)).toBeGreaterThanOrEqual(49);
	});

	test('they go out in the order of the input', async () => {
		await run(create, ids(6));
		const names = sandbox.api.requests.map(({ body }) => (body as { name: string }).name);
		expect(names).toEqual(ids(6).map(({ id }) => id));
	});

	test('the first failure stops the rest', async () => {
		sandbox.api.faults.add({ kind: 'status', status: 400, skip: 2 });
		const { error } = await run(create, ids(6));
		expect(error?.context.itemIndex).toBe(2);
		expect(sandbox.api.requests).toHaveLength(3);
	});

	test('the error names the first twenty that were carried out, and counts the others', async () => {
		sandbox.api.faults.add({ kind: 'status', status: 400, skip: 23 });
		const { error } = await run(create, ids(24));
		const { organizations } = sandbox.api.store;
		const made = organizations.filter(({ name }) => name.endsWith('Ltd')).map(({ id }) => id);
		const named = made.slice(0, 20).join(', ');
		expect(error?.description).toContain(
			`23 items were carried out before this one: ${named} and 3 more.`,
		);
	});
});

describe('paired items', () => {
	test('all output items of one input item point to it, and no rows give no items', async () => {
		const rowsOf = ({ index }: ItemRun) =>
			Array.from({ length: index }, (_, row) => ({ json: { row } }));
		const { items } = await runNode(customParameters, { ...custom(rowsOf, true), input: ids(4) });
		expect(items.map(({ json, pairedItem }) => [json.row, pairedItem])).toEqual([
			[0, { item: 1 }],
			[0, { item: 2 }],
			[1, { item: 2 }],
			[0, { item: 3 }],
			[1, { item: 3 }],
			[2, { item: 3 }],
		]);
	});

	test('no input items, no output and no request', async () => {
		const { items, error } = await run(create, []);
		expect([items, error, sandbox.api.requests]).toEqual([[], undefined, []]);
	});
});

describe('large arrays', () => {
	test.each([true, false])('200,000 rows of one item come out (reading: %s)', async (reading) => {
		const rows = () => Array.from({ length: 200_000 }, (_, row) => ({ json: { row } }));
		const { items, error } = await runNode(customParameters, custom(rows, reading));
		expect(error).toBeUndefined();
		expect(items).toHaveLength(200_000);
		expect(items[199_999]).toEqual({ json: { row: 199_999 }, pairedItem: { item: 0 } });
	});

	test('200,000 input items come out', async () => {
		const echo = ({ index }: ItemRun) => [{ json: { index } }];
		const { items, error } = await runNode(customParameters, {
			...custom(echo, true),
			input: ids(200_000),
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(200_000);
		expect(items[199_999]).toEqual({ json: { index: 199_999 }, pairedItem: { item: 199_999 } });
	});
});

test('a field named "error" in an answer does not count as a failure', async () => {
	const call = () => [{ json: { id: 'call-1', error: 'no-answer' } }];
	const run = await runNode(customParameters, {
		...custom(call, false),
		retryOnFail: true,
		waitBetweenTries: 1,
	});
	expect(run.items[0].json).toEqual({ id: 'call-1', error_message: 'no-answer' });
});
