import type { INodeExecutionData, NodeParameterValueType } from 'n8n-workflow';

import { parseJsonObject } from '../../../nodes/HmsSovereign/fields/json';
import type { Field, ItemRun, RequestSpec } from '../../../nodes/HmsSovereign/operation/operation';
import { buildRequest } from '../../../nodes/HmsSovereign/runtime/buildRequest';

const spec: RequestSpec = { method: 'POST', path: '/things/{thingId}' };

function field(name: string, send: Field['send'], more: Partial<Field> = {}): Field {
	return { displayName: `Field ${name}`, name, type: 'string', default: '', send, ...more };
}

const thingId = field('thingId', { in: 'path', as: 'thingId' });

function build(
	fields: Field[],
	entered: Record<string, NodeParameterValueType | object>,
	as = spec,
) {
	const item: Pick<ItemRun, 'parameter' | 'index' | 'input'> = {
		index: 0,
		input: { json: {} } as INodeExecutionData,
		parameter: (name) => entered[name],
	};
	// Conversions in these tests look at nothing but the parameter.
	return buildRequest(as, fields, item as ItemRun, 'Thing');
}

describe('building a request', () => {
	it('puts each value where its field says', () => {
		const fields = [
			thingId,
			field('search', { in: 'query', as: 'q' }),
			field('model', { in: 'body', as: 'llm_config.model' }),
			field('provider', { in: 'body', as: 'llm_config.provider' }),
		];
		const entered = { thingId: 'a+b', search: 'x', model: 'm', provider: 'p' };
		expect(build(fields, entered)).toEqual({
			method: 'POST',
			path: '/things/a%2Bb',
			query: { q: 'x' },
			body: { llm_config: { model: 'm', provider: 'p' } },
			subject: 'Thing "a+b"',
		});
	});

	it('leaves out what is empty or not shown, and keeps false and 0', () => {
		const fields = ['a', 'b', 'c', 'd'].map((name) => field(name, { in: 'body', as: name }));
		const request = build([thingId, ...fields], { thingId: '1', a: '', b: false, c: 0 });
		expect(request.body).toEqual({ b: false, c: 0 });
	});

	it('reads fields inside collections', () => {
		const options = [field('inner', { in: 'body', as: 'inner_name' })];
		const collection = field('additionalFields', undefined, { type: 'collection', options });
		const request = build([thingId, collection], {
			thingId: '1',
			additionalFields: { inner: 'x' },
		});
		expect(request.body).toEqual({ inner_name: 'x' });
	});

	it('lets JSON win over the form, merged deeply, lists replaced', () => {
		const fields = [
			thingId,
			field('json', { in: 'body', as: '', value: parseJsonObject }),
			field('model', { in: 'body', as: 'llm.model' }),
			field('list', { in: 'body', as: 'list' }),
		];
		const json = '{"llm": {"temperature": 1}, "list": [3]}';
		expect(build(fields, { thingId: '1', model: 'm', list: [1, 2], json }).body).toEqual({
			llm: { model: 'm', temperature: 1 },
			list: [3],
		});
	});

	it('does not let JSON reach the prototype of all objects', () => {
		const fields = [thingId, field('json', { in: 'body', as: '', value: parseJsonObject })];
		build(fields, {
			thingId: '1',
			json: '{"__proto__": {"polluted": true}, "a": {"constructor": {"prototype": {"polluted": true}}}}',
		});
		expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
	});

	it('names the parameter whose value is refused', () => {
		const fields = [thingId, field('json', { in: 'body', as: '', value: parseJsonObject })];
		expect(() => build(fields, { thingId: '1', json: '{\n  "a": }' })).toThrow(
			"'Field json': This is not valid JSON: look at line 2, column 8",
		);
		expect(() => build(fields, { thingId: '1', json: '[1]' })).toThrow(
			"'Field json': This must be a JSON object",
		);
	});

	it.each(['', '..'])('names the parameter whose ID is %j', (id) => {
		expect(() => build([thingId], { thingId: id })).toThrow("'Field thingId': ");
	});

	it('refuses an update without fields', () => {
		const update: RequestSpec = { method: 'PATCH', path: '/things/{thingId}' };
		expect(() => build([thingId], { thingId: '1' }, update)).toThrow('There is nothing to update');
	});

	it('never changes the operation itself', () => {
		const constant: RequestSpec = { ...spec, body: { type: 'say', nested: { a: 1 } } };
		const fields = [thingId, field('b', { in: 'body', as: 'nested.b' })];
		build(fields, { thingId: '1', b: 2 }, constant);
		expect(constant.body).toEqual({ type: 'say', nested: { a: 1 } });
	});
});
