import { HmsSovereign } from '../../../nodes/HmsSovereign/HmsSovereign.node';
import { listSearch } from '../../../nodes/HmsSovereign/listSearch';
import { resources } from '../../../nodes/HmsSovereign/resources';
import type { Field, FieldGroup, Operation } from '../../../nodes/HmsSovereign/resources/operation';
import { allOperations, declaredCalls } from '../../engine/operations/operationCase';

const operations = allOperations().map(({ resource, operation }) => ({
	title: `${resource.value}: ${operation.value}`,
	resource,
	operation,
}));

/** Fields with those inside their collections. */
function flatten(fields: Array<Field | FieldGroup>): Array<Field | FieldGroup> {
	return fields.flatMap((field) => [field, ...flatten(childrenOf(field))]);
}

function childrenOf(field: Field | FieldGroup): Array<Field | FieldGroup> {
	if ('values' in field) return field.values;
	return (field.options ?? []).filter(
		(option): option is Field | FieldGroup => 'type' in option || 'values' in option,
	);
}

function isField(field: Field | FieldGroup): field is Field {
	return 'type' in field;
}

const fieldsOf = ({ fields, options = [] }: Operation): Field[] =>
	flatten([...fields, ...options]).filter(isField);

const allFields = operations.flatMap(({ title, operation }) =>
	fieldsOf(operation).map((field) => ({ title: `${title}, ${field.name}`, field })),
);

const duplicates = (values: string[]) =>
	values.filter((value, index) => values.indexOf(value) !== index);

const inOrder = (names: string[]) => [...names].sort((a, b) => a.localeCompare(b));

/** Stand before and after a list of models or voices, which grows faster than this package. */
const AROUND_THE_LIST = ['Custom Value', 'Unchanged'];

/** Short words that n8n's Title Case leaves small. */
const SMALL = /^(a|an|and|at|by|for|from|in|of|on|or|over|per|the|to|when|with|via)$/;

function isTitleCase(text: string): boolean {
	const words = text.replace(/[()]/g, '').split(/[\s/]+/);
	return words.every(
		(word, index) => (index > 0 && SMALL.test(word)) || /^[^a-z]/.test(word) || word === 'xAI',
	);
}

describe('the menu', () => {
	test('has resources in the order of their names, each once', () => {
		const names = resources.map(({ name }) => name);
		expect(names).toEqual(inOrder(names));
		expect(duplicates(names)).toEqual([]);
		expect(duplicates(resources.map(({ value }) => value))).toEqual([]);
	});

	test.each(resources.map((resource) => ({ title: resource.value, resource })))(
		'$title has operations in the order of their names, each once',
		({ resource }) => {
			const names = resource.operations.map(({ name }) => name);
			if (names.length >= 5) expect(names).toEqual(inOrder(names));
			expect(duplicates(names)).toEqual([]);
			expect(duplicates(resource.operations.map(({ value }) => value))).toEqual([]);
		},
	);

	test('starts every resource with an operation that reads, where it has one', () => {
		const { properties } = new HmsSovereign().description;
		for (const resource of resources) {
			const shown = properties.find(
				({ name, displayOptions }) =>
					name === 'operation' && displayOptions?.show?.resource?.[0] === resource.value,
			);
			const first = resource.operations.find(({ value }) => value === shown?.default);
			const reads = ({ request, readsOnly }: Operation) => readsOnly ?? request?.method === 'GET';
			const canRead = resource.operations.some(reads);
			expect(`${resource.value}: ${first !== undefined && reads(first)}`).toBe(
				`${resource.value}: ${canRead}`,
			);
		}
	});
});

describe.each(operations)('$title', ({ resource, operation }) => {
	test('is named for people and for workflows', () => {
		for (const name of [resource.name, operation.name]) expect(isTitleCase(name)).toBe(true);
		for (const value of [resource.value, operation.value])
			expect(value).toMatch(/^[a-z][A-Za-z]*$/);
	});

	test('has an action in sentence case without articles', () => {
		expect(operation.action).toMatch(/^[A-Z][a-z]+ /);
		expect(operation.action).not.toMatch(/\b(a|an|the)\b/);
		expect(operation.action).not.toMatch(/\.$/);
	});

	test('says what it does', () => {
		expect(operation.description.length).toBeGreaterThan(operation.name.length);
	});

	test('has a name for every parameter only once at a time', () => {
		const always = operation.fields.filter(({ displayOptions }) => displayOptions === undefined);
		expect(duplicates(always.map(({ name }) => name))).toEqual([]);
	});

	test('fills every placeholder of its path from a parameter, and has none to spare', () => {
		const paths = declaredCalls(operation).join(' ');
		const placeholders = new Set([...paths.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
		const filled = operation.fields
			.filter(({ send }) => send?.in === 'path')
			.map(({ send }) => send?.as);
		if (operation.request === undefined) return;
		expect([...placeholders].sort()).toEqual([...new Set(filled)].sort());
	});

	test('offers Simplify exactly when its request names the fields to keep', () => {
		if (operation.request === undefined) return;
		expect(operation.fields.some(({ name }) => name === 'simplify')).toBe(
			operation.request.simplified !== undefined,
		);
	});

	test('offers Return All and Limit exactly when it lists', () => {
		if (operation.request === undefined) return;
		const names = operation.fields.map(({ name }) => name);
		const isList = operation.request.list !== undefined;
		expect([names.includes('returnAll'), names.includes('limit')]).toEqual([isList, isList]);
	});

	test('says which requests it makes', () => {
		if (resource.value === 'webhookReply') return;
		expect(declaredCalls(operation).length).toBeGreaterThan(0);
	});
});

describe.each(allFields)('$title', ({ field }) => {
	test('is in Title Case and described', () => {
		const isNotice = field.type === 'notice';
		if (!isNotice) expect(isTitleCase(field.displayName)).toBe(true);
		const isPlain = ['returnAll', 'limit', 'simplify'].includes(field.name) || isNotice;
		const isGroup = field.type === 'collection' || /^(name|value)$/.test(field.name);
		const isLocator = field.type === 'resourceLocator';
		if (!isPlain && !isGroup && !isLocator) expect(field.description ?? '').not.toBe('');
		if (field.type === 'boolean') expect(field.description).toMatch(/^Whether /);
	});

	test('has choices that are unique, in Title Case and, when many, in order', () => {
		if (!['options', 'multiOptions'].includes(field.type)) return;
		const choices = (field.options ?? []).flatMap((option) =>
			'value' in option ? [{ name: option.name, value: String(option.value) }] : [],
		);
		const names = choices.map(({ name }) => name);
		expect(duplicates(names)).toEqual([]);
		expect(duplicates(choices.map(({ value }) => value))).toEqual([]);
		// Models and voices have the names that their providers gave them.
		const ours = choices.filter(({ name, value }) => name !== value && !/\d/.test(name));
		expect(ours.filter(({ name }) => !isTitleCase(name))).toEqual([]);
		const isNumeric = choices.every(({ value }) => /^\d+$/.test(value));
		const listed = names.filter((name) => !AROUND_THE_LIST.includes(name));
		if (names.length >= 5 && !isNumeric) expect(listed).toEqual(inOrder(listed));
	});

	test('has inner fields in the order of their names, when many', () => {
		if (field.type !== 'collection') return;
		const names = (field.options ?? []).flatMap((option) =>
			'displayName' in option ? [option.displayName] : [],
		);
		if (names.length >= 5) expect(names).toEqual(inOrder(names));
	});

	test('finds its picker', () => {
		if (field.type !== 'resourceLocator') return;
		const [list, id] = field.modes ?? [];
		expect([list.displayName, id.displayName]).toEqual(['From List', 'ID']);
		expect(Object.keys(listSearch)).toContain(list.typeOptions?.searchListMethod);
	});

	test('begins its example with "e.g."', () => {
		const isButton = ['collection', 'fixedCollection'].includes(field.type);
		if (field.placeholder === undefined || isButton) return;
		expect(field.placeholder).toMatch(/^e\.g\. /);
	});
});

test('no picker is left without a parameter that uses it', () => {
	const used = allFields.flatMap(({ field }) =>
		(field.modes ?? []).map(({ typeOptions }) => typeOptions?.searchListMethod),
	);
	const unused = Object.keys(listSearch).filter((name) => !used.includes(name));
	expect(unused).toEqual([]);
});

test('nothing of ours that n8n does not know reaches its editor', () => {
	expect(JSON.stringify(new HmsSovereign().description)).not.toContain('"send":');
});
