/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { RecordedRequest } from '../../../sandbox';
import {
	API_OPERATIONS,
	nameOf,
	OFFERED,
	operationOf,
	PUBLISHED_COUNT,
} from '../../../dev/apiOperations';
import { cases } from '../../../dev/cases';
import type { CaseRun, ExpectedRequest } from '../../../dev/cases/operationCase';
import { runCase, titleOf } from '../../../dev/cases/operationCase';
import { allOperations, declaredCalls } from '../../../dev/menu';
import { SCHEMA_FOLDER } from '../../../dev/paths';

const operations = allOperations().map(({ resource, operation }) => ({
	name: `${resource.value}: ${operation.value}`,
	schema: join(SCHEMA_FOLDER, resource.value, `${operation.value}.json`),
	operation,
}));

const runs = new Map<string, CaseRun>();

beforeAll(async () => {
	for (const one of cases) runs.set(titleOf(one), await runCase(one));
}, 120_000);

const runOf = (title: string): CaseRun => {
	const run = runs.get(title);
	if (run === undefined) throw new Error(`"${title}" was not run`);
	return run;
};

test('the list has every operation of the API, each once', () => {
	expect(API_OPERATIONS).toHaveLength(PUBLISHED_COUNT.all);
	expect(new Set(API_OPERATIONS.map(nameOf)).size).toBe(PUBLISHED_COUNT.all);
	const deprecated = API_OPERATIONS.filter((one) => one.deprecated);
	expect(deprecated).toHaveLength(PUBLISHED_COUNT.deprecated);
});

describe('every operation of the API can be done from the node', () => {
	const offered = new Set(
		operations.flatMap(({ operation }) => declaredCalls(operation).map(normalised)),
	);
	test.each(OFFERED.map(nameOf))('%s', (name) => {
		expect([...offered]).toContain(name);
	});

	test('and nothing that the node leaves out is offered after all', () => {
		const leftOut = API_OPERATIONS.filter((one) => one.leftOut !== undefined).map(nameOf);
		expect(leftOut.filter((name) => offered.has(name))).toEqual([]);
	});

	test('and nothing is offered that the API does not have', () => {
		const known = new Set(API_OPERATIONS.map(nameOf));
		expect([...offered].filter((name) => !known.has(name))).toEqual([]);
	});
});

describe.each(operations)('$name', ({ name, operation, schema }) => {
	const own = cases.filter((one) => `${one.resource}: ${one.operation}` === name);

	test('is run by a case', () => {
		expect(own).not.toEqual([]);
	});

	test('sends what it says it sends', () => {
		const sent = own.flatMap((one) => runOf(titleOf(one)).requests.map(operationOf));
		expect([...new Set(sent)].sort()).toEqual(declaredCalls(operation).map(normalised).sort());
	});

	test('has an output schema', () => {
		expect(existsSync(schema)).toBe(true);
	});
});

describe.each(cases.map((one) => ({ title: titleOf(one) })))('$title', ({ title }) => {
	test('sends exactly the expected requests', () => {
		const { plan, requests, result } = runOf(title);
		expect(result.error).toBeUndefined();
		const wanted = plan.requests();
		expect(requests.map(sent)).toEqual(
			wanted.map((request, index) => expected(request, requests[index])),
		);
		expect(requests.map(({ headers }) => headers)).toEqual(wanted.map(headersOf));
	});

	test('puts out the expected items', () => {
		const { plan, result } = runOf(title);
		expect(result.items.map(({ json }) => json)).toEqual(plan.items());
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(
			plan.pairedItems ?? result.items.map(() => ({ item: 0 })),
		);
	});
});

test('no two cases have the same title', () => {
	expect(runs.size).toBe(cases.length);
});

test('no case is about an operation that the node does not have', () => {
	const known = new Set(operations.map(({ name }) => name));
	const unknown = cases.filter((one) => !known.has(`${one.resource}: ${one.operation}`));
	expect(unknown.map(titleOf)).toEqual([]);
});

function normalised(call: string): string {
	const [method, path] = call.split(' ');
	return nameOf({ method, path });
}

function sent({ method, path, query, body, status }: RecordedRequest) {
	return { method, path, query, body, status };
}

/** Any 2xx, unless the case expects a refusal. */
function expected(
	{ method, path, query = {}, body, status }: ExpectedRequest,
	recorded: RecordedRequest | undefined,
) {
	const answered = recorded?.status ?? 0;
	const isFine = answered >= 200 && answered < 300;
	return { method, path, query, body, status: status ?? (isFine ? answered : '2xx') };
}

function headersOf({ method, body, headers }: ExpectedRequest) {
	return expect.objectContaining({
		authorization: expect.stringMatching(/^Bearer fl_/),
		'user-agent': expect.stringMatching(/^n8n-nodes-hmsovereign\/\d+\.\d+\.\d+$/),
		...((body !== undefined || ['POST', 'PATCH'].includes(method)) && {
			'content-type': 'application/json',
		}),
		...headers,
	});
}
