import type { INodeProperties } from 'n8n-workflow';

import {
	allFields,
	enteredFields,
	fieldsInside,
	mapField,
} from '../../../nodes/HmsSovereign/operation/fieldTree';
import { sentInside } from '../../../nodes/HmsSovereign/operation/nested';
import type { Field } from '../../../nodes/HmsSovereign/operation/operation';

function text(name: string, more: Partial<Field> = {}): Field {
	return { displayName: name, name, type: 'string', default: '', ...more };
}

const sent = (name: string, as = name): Field => text(name, { send: { in: 'body', as } });

const choice: Field = {
	...text('choice'),
	type: 'options',
	options: [
		{ name: 'One', value: 'one' },
		{ name: 'Two', value: 'two' },
	],
};
const collection: Field = { ...text('more'), type: 'collection', options: [sent('inner')] };
const group: Field = {
	...text('groups'),
	type: 'fixedCollection',
	options: [{ name: 'config', displayName: 'Config', values: [sent('deep'), collection] }],
};
const tree = [choice, collection, group];

const visited = (fields: Field[], entered: Record<string, unknown>) =>
	[...enteredFields(fields, entered)].map(({ field, entered: value }) => [field.name, value]);

describe('a field tree', () => {
	it('has the fields of collections and of groups, and no choices', () => {
		expect(fieldsInside(choice)).toEqual([]);
		expect(fieldsInside(group).map(({ name }) => name)).toEqual(['deep', 'more']);
		expect(allFields(tree).map(({ name }) => name)).toEqual(
			'choice more inner groups deep more inner'.split(' '),
		);
	});

	it('is changed at every level, and the one it was made from stays as it is', () => {
		const before = structuredClone(tree);
		const changed = tree.map((field) => mapField(field, (one) => ({ ...one, hint: 'changed' })));
		expect(allFields(changed).every(({ hint }) => hint === 'changed')).toBe(true);
		expect(tree).toEqual(before);
		expect(changed[0].options).toEqual(choice.options);
	});

	it('is sent one level deeper', () => {
		const names = (fields: Field[]) => allFields(fields).flatMap(({ send }) => send?.as ?? []);
		expect(names(sentInside('assistant', [sent('a', 'llm.model'), sent('b', ''), group]))).toEqual([
			'assistant.llm.model',
			'assistant',
			'assistant.deep',
			'assistant.inner',
		]);
	});
});

describe('what was entered', () => {
	it('is met once for each field, those inside after the one around them', () => {
		const entered = { choice: 'one', groups: { config: { deep: 1, more: { inner: 2 } } } };
		expect(visited(tree, entered)).toEqual([
			['choice', 'one'],
			['more', undefined],
			['groups', entered.groups],
			['deep', 1],
			['more', { inner: 2 }],
			['inner', 2],
		]);
	});

	it('is handed over as a whole to a field that says where it goes', () => {
		const whole: Field = { ...group, send: { in: 'body', as: 'whole' } };
		const entered = { groups: { config: { deep: 1 } } };
		expect(visited([whole], entered)).toEqual([['groups', entered.groups]]);
	});

	type Conditions = NonNullable<INodeProperties['displayOptions']>;

	test.each<[string, Conditions, boolean]>([
		['shown for the value beside it', { show: { choice: ['one'] } }, true],
		['shown for other values', { show: { choice: ['two'] } }, false],
		['hidden for the value beside it', { hide: { choice: ['one', 'two'] } }, false],
		['hidden for other values', { hide: { choice: ['two'] } }, true],
		[
			'shown and hidden at the same time',
			{ show: { flag: [true] }, hide: { choice: ['one'] } },
			false,
		],
		['shown unless the value is another', { show: { choice: [{ _cnd: { not: 'one' } }] } }, false],
		['shown for a switch', { show: { flag: [true] } }, true],
		['for AI agents, which n8n has settled before', { show: { '@tool': [true] } }, true],
	])('of a field %s', (_, displayOptions, isMet) => {
		const field = text('asked', { displayOptions });
		const entered = { choice: 'one', flag: true, asked: 'x' };
		expect(visited([field], entered)).toEqual(isMet ? [['asked', 'x']] : []);
	});

	it('inside a collection follows conditions on the collection and on the node', () => {
		const beside = { ...sent('beside'), displayOptions: { show: { kind: ['a'] } } };
		const atRoot = { ...sent('atRoot'), displayOptions: { hide: { '/choice': ['one'] } } };
		const inside: Field = { ...collection, options: [text('kind'), beside, atRoot] };
		const more = { kind: 'a', beside: 1, atRoot: 2 };
		const names = (choice: string) => visited([inside], { choice, more }).map(([name]) => name);
		expect(names('one')).toEqual(['more', 'kind', 'beside']);
		expect(names('two')).toEqual(['more', 'kind', 'beside', 'atRoot']);
	});

	it('is that of the shown one among fields of the same name', () => {
		const models = ['one', 'two'].map((name) => ({
			...sent('model', name),
			displayOptions: { show: { choice: [name] } },
		}));
		const met = [...enteredFields(models, { choice: 'two', model: 'm' })];
		expect(met.map(({ field }) => field.send?.as)).toEqual(['two']);
	});
});
