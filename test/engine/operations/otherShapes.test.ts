/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import type { INodeExecutionData } from 'n8n-workflow';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isByHand, outputSchemas, showsNulls } from '../../../dev/docs/schemas';
import type { Sandbox } from '../../../sandbox';
import { cases } from '../../../dev/cases';
import type { CaseRun } from '../../../dev/cases/operationCase';
import { runCase, titleOf } from '../../../dev/cases/operationCase';
import { allOperations } from '../../../dev/menu';
import { SCHEMA_FOLDER } from '../../../dev/paths';

/** What the sandbox adds to every object when it is told to. */
const UNDOCUMENTED = 'undocumented_field';

const NULLS = 'null in every field that may be null';

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
		shape: NULLS,
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

describe(NULLS, () => {
	test.each(cases.filter(showsNulls).map((one) => titleOf(one)))(
		'%s gives as many items, with the same fields',
		(title) => {
			const items = itemsOf(NULLS, title);
			const usual = itemsOf('as before', title);
			expect(items.map(({ json }) => Object.keys(json).sort())).toEqual(
				usual.map(({ json }) => Object.keys(json).sort()),
			);
		},
	);
});

describe('the output schema that people see before the first run', () => {
	const paths = allOperations().map(({ resource, operation }) => ({
		path: join(resource.value, `${operation.value}.json`),
		byHand: isByHand({ resource: resource.value }),
	}));

	test.each(paths)('$path is what `npm run schemas` makes of these outputs', ({ path, byHand }) => {
		const file = join(SCHEMA_FOLDER, path);
		expect(existsSync(file)).toBe(true);
		const text = readFileSync(file, 'utf8');
		if (byHand) expect(JSON.parse(text)).toMatchObject({ type: 'object' });
		else expect(text).toBe(generated().get(path));
	});
});

function generated(): Map<string, string> {
	const outputs = cases.flatMap((one) =>
		['as before', NULLS].flatMap((shape) => {
			const run = runs.get(key(shape, titleOf(one)));
			if (run === undefined || (shape === NULLS && !showsNulls(one))) return [];
			return [{ one, run }];
		}),
	);
	return outputSchemas(outputs);
}

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
