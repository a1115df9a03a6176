import type { INodeExecutionData } from 'n8n-workflow';

import type { Sandbox } from '../../../sandbox';
import { cases } from './cases';
import type { CaseRun } from './operationCase';
import { runCase, titleOf } from './operationCase';

/** What the sandbox adds to every object when it is told to. */
const UNDOCUMENTED = 'undocumented_field';

/** Every other way in which the API's documents print an answer. */
const SHAPES: Array<{ shape: string; prepare: (api: Sandbox) => void }> = [
	{ shape: 'as before', prepare: () => {} },
	{
		shape: 'envelopes of the older documents, 204 for deletes',
		prepare: (api) => {
			api.shapes = 'legacy';
		},
	},
	{
		shape: 'envelopes of the operation pages, 204 for deletes',
		prepare: (api) => {
			api.shapes = 'api-doc';
		},
	},
	{
		shape: 'fields nobody documented',
		prepare: (api) => {
			api.extras = true;
		},
	},
	{
		shape: 'null in every field that may be null',
		prepare: (api) => {
			api.nulls = true;
		},
	},
];

const runs = new Map<string, CaseRun>();
const key = (shape: string, title: string) => `${shape} | ${title}`;

beforeAll(async () => {
	for (const { shape, prepare } of SHAPES) {
		for (const one of cases) runs.set(key(shape, titleOf(one)), await runCase(one, prepare));
	}
}, 240_000);

function itemsOf(shape: string, title: string): INodeExecutionData[] {
	const result = runs.get(key(shape, title))?.result;
	expect(result?.error).toBeUndefined();
	return result?.items ?? [];
}

const titles = cases.map((one) => titleOf(one));

describe.each(SHAPES.slice(1, 4))('$shape', ({ shape }) => {
	test.each(titles)('%s gives the same items', (title) => {
		const items = itemsOf(shape, title).map(({ json }) => outline(json));
		const usual = itemsOf('as before', title).map(({ json }) => outline(json));
		expect(items).toEqual(usual);
	});
});

describe('null in every field that may be null', () => {
	const nullable = cases.filter(({ needsValues }) => needsValues === undefined);
	test.each(nullable.map((one) => titleOf(one)))(
		'%s gives as many items, with the same fields',
		(title) => {
			const items = itemsOf('null in every field that may be null', title);
			const usual = itemsOf('as before', title);
			expect(items.map(({ json }) => Object.keys(json).sort())).toEqual(
				usual.map(({ json }) => Object.keys(json).sort()),
			);
		},
	);
});

/** Names and kinds of the values: ids and times of what was created differ from run to run. */
function outline(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(outline);
	if (typeof value !== 'object' || value === null) return typeof value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([name]) => name !== UNDOCUMENTED)
			.map(([name, inner]) => [name, outline(inner)]),
	);
}
