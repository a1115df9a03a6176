import { HmsSovereign } from '../../../nodes/HmsSovereign/HmsSovereign.node';
import { listSearch } from '../../../nodes/HmsSovereign/listSearch';
import { resources } from '../../../nodes/HmsSovereign/resources';
import { allFields, fieldsInside } from '../../../nodes/HmsSovereign/operation/fieldTree';
import type { Field, Operation } from '../../../nodes/HmsSovereign/operation/operation';
import { allOperations, declaredCalls } from '../../../dev/menu';

const operations = allOperations().map(({ resource, operation }) => ({
	title: `${resource.value}: ${operation.value}`,
	resource,
	operation,
}));

/** All parameters of all operations, those inside collections too. */
const everyField = operations.flatMap(({ title, operation: { fields, options = [] } }) =>
	allFields([...fields, ...options]).map((field) => ({ title: `${title}, ${field.name}`, field })),
);

/** Titles of the parameters that break a rule. */
const thatBreak = (isFine: (field: Field) => boolean) =>
	everyField.filter(({ field }) => !isFine(field)).map(({ title }) => title);

const duplicates = (values: string[]) =>
	values.filter((value, index) => values.indexOf(value) !== index);

const isInOrder = (names: string[]) =>
	names.every((name, index) => index === 0 || names[index - 1].localeCompare(name) <= 0);

/** n8n wants lists in order from five entries on. */
const isInOrderWhenMany = (names: string[]) => names.length < 5 || isInOrder(names);

/** Stand before and after a list of models or voices, which grows faster than this package. */
const AROUND_THE_LIST = ['Custom Value', 'HMS Sovereign', 'Unchanged'];

/** Short words that n8n's Title Case leaves small. */
const SMALL = /^(a|an|and|at|by|for|from|in|of|on|or|over|per|the|to|when|with|via)$/;

function isTitleCase(text: string): boolean {
	const words = text.replace(/[()]/g, '').split(/[\s/]+/);
	return words.every(
		(word, index) => (index > 0 && SMALL.test(word)) || /^[^a-z]/.test(word) || word === 'xAI',
	);
}

/** What people choose from in a field. */
function choicesOf({ type, options = [] }: Field): Array<{ name: string; value: string }> {
	if (type !== 'options' && type !== 'multiOptions') return [];
	return options.flatMap((option) =>
		'value' in option ? [{ name: option.name, value: String(option.value) }] : [],
	);
}

const reads = ({ request, readsOnly }: Operation) => readsOnly ?? request?.method === 'GET';

describe('the menu', () => {
	test('begins with what people come for; the other resources are in the order of their names', () => {
		const names = resources.map(({ name }) => name);
		const first = names.splice(0, names.indexOf('Webhook Reply') + 1);
		expect(first).toEqual([
			'Account',
			'Call',
			'Campaign',
			'Campaign Lead',
			'Assistant',
			'Phone Number',
			'Webhook Reply',
		]);
		expect(isInOrder(names)).toBe(true);
		expect(duplicates(names)).toEqual([]);
		expect(duplicates(resources.map(({ value }) => value))).toEqual([]);
	});

	test.each(resources.map((resource) => ({ title: resource.value, resource })))(
		'$title has each operation once, many in the order of their names',
		({ resource }) => {
			const names = resource.operations.map(({ name }) => name);
			expect(isInOrderWhenMany(names)).toBe(true);
			expect(duplicates(names)).toEqual([]);
			expect(duplicates(resource.operations.map(({ value }) => value))).toEqual([]);
		},
	);

	test.each(resources.map((resource) => ({ title: resource.value, resource })))(
		'$title starts with an operation that reads, if it has one',
		({ resource }) => {
			const { properties } = new HmsSovereign().description;
			const shown = properties.find(
				({ name, displayOptions }) =>
					name === 'operation' && displayOptions?.show?.resource?.[0] === resource.value,
			);
			const first = resource.operations.filter(({ value }) => value === shown?.default);
			expect(first).toHaveLength(1);
			expect(first.some(reads)).toBe(resource.operations.some(reads));
		},
	);
});

describe.each(operations)('$title', ({ resource, operation }) => {
	const names = operation.fields.map(({ name }) => name);

	test('is named for people and for workflows', () => {
		for (const name of [resource.name, operation.name]) expect(isTitleCase(name)).toBe(true);
		for (const { value } of [resource, operation]) expect(value).toMatch(/^[a-z][A-Za-z]*$/);
		expect(operation.description.length).toBeGreaterThan(operation.name.length);
	});

	test('has an action in sentence case without articles', () => {
		expect(operation.action).toMatch(/^[A-Z][a-z]+ /);
		expect(operation.action).not.toMatch(/\b(a|an|the)\b|\.$/);
	});

	test('has no two parameters of the same name at a time', () => {
		const always = operation.fields.filter(({ displayOptions }) => displayOptions === undefined);
		expect(duplicates(always.map(({ name }) => name))).toEqual([]);
	});

	test('fills every placeholder of its paths from a parameter, and has none to spare', () => {
		const paths = [...declaredCalls(operation), operation.request?.path ?? ''].join(' ');
		const placeholders = [...paths.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
		const filled = operation.fields.flatMap(({ send }) => (send?.in === 'path' ? [send.as] : []));
		if (operation.request !== undefined) {
			expect(new Set(filled)).toEqual(new Set(placeholders));
		} else {
			// Some of these learn the ID during the run: a call that was just started.
			expect(filled.length).toBeLessThanOrEqual(placeholders.length);
		}
	});

	test('offers Simplify, Return All and Limit exactly when its request can use them', () => {
		const { request } = operation;
		const offered = ['simplify', 'returnAll', 'limit'].map((name) => names.includes(name));
		const isList = request?.list !== undefined;
		const usable = [request?.simplified !== undefined, isList, isList];
		if (request !== undefined) expect(offered).toEqual(usable);
		else expect(offered[1]).toBe(offered[2]);
	});
});

describe('no parameter', () => {
	test('has a name that is not in Title Case', () => {
		expect(
			thatBreak(({ type, displayName }) => type === 'notice' || isTitleCase(displayName)),
		).toEqual([]);
	});

	test('is without a description, unless its name says it all', () => {
		const isClear = ({ type, name }: Field) =>
			['notice', 'collection'].includes(type) || /^(name|value)$/.test(name);
		expect(thatBreak((field) => isClear(field) || Boolean(field.description))).toEqual([]);
	});

	test('is a switch whose description does not start with "Whether"', () => {
		expect(
			thatBreak(
				({ type, description = '' }) => type !== 'boolean' || /^Whether /.test(description),
			),
		).toEqual([]);
	});

	test('offers a choice twice', () => {
		expect(
			thatBreak((field) => {
				const choices = choicesOf(field);
				const twice = [
					...duplicates(choices.map(({ name }) => name)),
					...duplicates(choices.map(({ value }) => value)),
				];
				return twice.length === 0;
			}),
		).toEqual([]);
	});

	test('offers choices of ours that are not in Title Case', () => {
		// Models and voices have the names that their providers gave them.
		const isOurs = ({ name, value }: { name: string; value: string }) =>
			name !== value && !/\d/.test(name);
		expect(
			thatBreak((field) =>
				choicesOf(field)
					.filter(isOurs)
					.every(({ name }) => isTitleCase(name)),
			),
		).toEqual([]);
	});

	test('offers many choices or inner fields out of order', () => {
		expect(
			thatBreak((field) => {
				const choices = choicesOf(field);
				if (choices.length > 0 && choices.every(({ value }) => /^\d+$/.test(value))) return true;
				const names = choices.map(({ name }) => name);
				if (names[0] === 'Monday') return true; // The week has an order of its own.
				return isInOrderWhenMany(names.filter((name) => !AROUND_THE_LIST.includes(name)));
			}),
		).toEqual([]);
		expect(
			thatBreak((field) => {
				if (field.type !== 'collection') return true;
				return isInOrderWhenMany(fieldsInside(field).map(({ displayName }) => displayName));
			}),
		).toEqual([]);
	});

	test('has a picker that does not exist, or no way to enter an ID', () => {
		expect(
			thatBreak(({ type, modes = [] }) => {
				if (type !== 'resourceLocator') return true;
				const shown = modes.map(({ displayName }) => displayName).join();
				const method = modes[0].typeOptions?.searchListMethod ?? '';
				const isZone = method === 'searchTimeZones';
				const wanted = isZone ? 'From List,Name' : 'From List,ID';
				return shown === wanted && Object.hasOwn(listSearch, method);
			}),
		).toEqual([]);
	});

	test('has an example that does not begin with "e.g."', () => {
		expect(
			thatBreak(({ type, placeholder }) => {
				const isButton = ['collection', 'fixedCollection'].includes(type);
				return isButton || placeholder === undefined || placeholder.startsWith('e.g. ');
			}),
		).toEqual([]);
	});
});

test('no picker is left without a parameter that uses it', () => {
	const used = everyField.flatMap(({ field }) =>
		(field.modes ?? []).map(({ typeOptions }) => typeOptions?.searchListMethod),
	);
	expect(Object.keys(listSearch).filter((name) => !used.includes(name))).toEqual([]);
});

test('nothing of ours that n8n does not know reaches its editor', () => {
	expect(JSON.stringify(new HmsSovereign().description)).not.toContain('"send":');
});

test('numbers are shown as people write them: 100, not 100.0', () => {
	expect(
		thatBreak(({ typeOptions }) => [undefined, 0].includes(typeOptions?.numberPrecision)),
	).toEqual([]);
});
