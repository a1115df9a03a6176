import type { Operation } from '../../nodes/HmsSovereign/operation/operation';
import type { NodeRunOptions } from '../../dev/engine/engine';
import { runNode } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';
import { withOperations } from './support/testNode';

const sandbox = useSandbox();

/** One organization named after all items: what one request makes of several. */
const createTogether: Operation = {
	name: 'Create Together',
	value: 'createTogether',
	action: 'Create thing of all items',
	description: 'One request for all items',
	fields: [],
	calls: ['POST /organizations'],
	readsOnly: false,
	runAll: {
		part: ({ input }) => {
			if (input.json.name === '') throw new Error('The name is empty');
			return { name: input.json.name };
		},
		run: async (parts, first) => {
			const name = parts.map((part) => part.name).join('+');
			const made = await first.send({ method: 'POST', path: '/organizations', body: { name } });
			return [{ json: { made: (made as { name: string }).name } }];
		},
	},
};

async function run(names: string[], options: Partial<NodeRunOptions> = {}) {
	return await runNode(
		{ resource: 'thing', operation: 'createTogether' },
		{
			...withOperations([createTogether]),
			credential: sandbox.credential,
			input: names.map((name) => ({ name })),
			...options,
		},
	);
}

const sent = () => sandbox.api.requests.map(({ body }) => (body as { name: string }).name);
const refused = { kind: 'status' as const, status: 400, body: '' };
const retry = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
const goOn = { onError: 'continueRegularOutput' as const };

test('all items make one request, and its output points to all of them', async () => {
	const { items } = await run(['a', 'b', 'c']);
	expect(sent()).toEqual(['a+b+c']);
	expect(items).toEqual([
		{ json: { made: 'a+b+c' }, pairedItem: [{ item: 0 }, { item: 1 }, { item: 2 }] },
	]);
});

test('an item that cannot take part fails alone', async () => {
	const { items } = await run(['a', '', 'c'], goOn);
	expect(sent()).toEqual(['a+c']);
	expect(items.map(({ json }) => json)).toEqual([{ made: 'a+c' }, { error: 'The name is empty' }]);
});

test('Retry On Fail sends all parts again after a refusal', async () => {
	sandbox.api.faults.add(refused);
	const { items } = await run(['a', 'b', 'c'], retry);
	expect(sent()).toEqual(['a+b+c', 'a+b+c']);
	expect(items.map(({ json }) => json)).toEqual([{ made: 'a+b+c' }]);
});

test('Retry On Fail with continue sends all parts again after a refusal', async () => {
	sandbox.api.faults.add(refused);
	const { items } = await run(['a', 'b', 'c'], { ...retry, ...goOn });
	expect(sent()).toEqual(['a+b+c', 'a+b+c']);
	expect(items.map(({ json }) => json)).toEqual([{ made: 'a+b+c' }]);
});

test('Retry On Fail sends nothing again after a lost answer', async () => {
	sandbox.api.faults.add({ kind: 'reset-after' });
	const { error } = await run(['a', 'b', 'c'], retry);
	expect(sent()).toEqual(['a+b+c']);
	expect(error?.message).toContain('not sent again by Retry On Fail');
});

test('Retry On Fail with continue sends nothing again after a lost answer', async () => {
	sandbox.api.faults.add({ kind: 'reset-after' });
	const { items } = await run(['a', 'b', 'c'], { ...retry, ...goOn });
	expect(sent()).toEqual(['a+b+c']);
	expect(items.map(({ json }) => json)).toEqual([
		{ error: expect.stringContaining('not sent again by Retry On Fail') },
	]);
});
