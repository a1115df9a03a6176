import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../dev/byId';
import { runNode } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';

/** Values of the wrong kind, as expressions, spreadsheets, databases and agents give them. */

const sandbox = useSandbox();

const run = async (parameters: IDataObject, input: IDataObject[] = [{}]) =>
	await runNode(parameters, { credential: sandbox.credential, input });
const sent = () => sandbox.api.requests.map(({ body }) => body as IDataObject);

const call = (parameters: IDataObject) => ({
	resource: 'call',
	operation: 'start',
	destination: '+31612345678',
	assistantId: byId(sandbox.api.store.main.assistants[0].id),
	...parameters,
});

const metadata = (...pairs: IDataObject[]) => ({ additionalFields: { metadata: { pairs } } });

describe('a number to call', () => {
	test.each<[IDataObject[string], string]>([
		['+44 (0)20 7946 0958', '+442079460958'],
		['=+{{ "31612345678.0" }}', '+31612345678'],
		['tel:+31-6-12345678', '+31612345678'],
		["'+31612345678", '+31612345678'],
		['0031612345678', '+31612345678'],
		['+31\u200b6\u202a12\u00ad34\u202c56\u201178\u2069', '+31612345678'],
	])('%j is dialled as %s', async (destination, dialled) => {
		const { error } = await run(call({ destination }));
		expect(error).toBeUndefined();
		expect(sent()).toMatchObject([{ destination: dialled }]);
	});

	test.each([
		'+1 555 123 4567 (12)',
		'+31612345678 / +31612345679',
		'={{ 31612345678.5 }}',
		'={{ {} }}',
	])('%j calls nobody', async (destination) => {
		const { error } = await run(call({ destination }));
		expect(error?.message).toMatch(/^'Destination'/);
		expect(sent()).toEqual([]);
	});

	test.each<[string | number, IDataObject[string], string]>([
		['+31', '06 12345678', '+31612345678'],
		[31, '={{ 612345678 }}', '+31612345678'],
		['0031', '+44 20 7946 0958', '+442079460958'],
	])('Default Country Code %j makes %j %s', async (defaultCountryCode, destination, dialled) => {
		await run(call({ destination, options: { defaultCountryCode } }));
		expect(sent()).toMatchObject([{ destination: dialled }]);
	});

	test('Default Country Code must be one', async () => {
		const options = { defaultCountryCode: 'NL' };
		const { error } = await run(call({ destination: '06 12345678', options }));
		expect(error?.message).toBe(
			`'Default Country Code': "NL" is not a country code. Enter one such as +31.`,
		);
		expect(sent()).toEqual([]);
	});
});

describe('an assistant that is required', () => {
	const NOTHING = ['={{ undefined }}', '={{ null }}', '={{ {} }}', '={{ [] }}', '={{ " " }}'];

	test.each(NOTHING)('%j calls nobody', async (id) => {
		const { error } = await run(call({ assistantId: byId(id) }));
		expect(error?.message).toMatch(/^'Assistant'/);
		expect(sent()).toEqual([]);
	});

	test('is found with a line break behind its ID', async () => {
		const { id } = sandbox.api.store.main.assistants[0];
		await run(call({ assistantId: byId(`={{ "${id}\\n" }}`) }));
		expect(sent()).toMatchObject([{ assistant_id: id }]);
	});
});

describe('values of one’s own', () => {
	test.each<[string, IDataObject[string], string]>([
		['a Date', '={{ new Date(0) }}', '1970-01-01T00:00:00.000Z'],
		['a moment of n8n', '={{ DateTime.fromMillis(0).toUTC() }}', '1970-01-01T00:00:00.000Z'],
		['an object', '={{ ({ a: [1, new Date(0)] }) }}', '{"a":[1,"1970-01-01T00:00:00.000Z"]}'],
		['a list', '={{ [1, "b"] }}', '[1,"b"]'],
		['a number', '={{ 42 }}', '42'],
		['a switch', '={{ false }}', 'false'],
		['nothing', '={{ null }}', ''],
	])('%s becomes text', async (_, value, text) => {
		await run(call(metadata({ name: 'x', value })));
		expect(sent()).toMatchObject([{ assistant_override: { metadata: { x: text } } }]);
	});

	test.each(['={{ [] }}', '={{ ({}) }}', '={{ NaN }}', '=Hi {{ ({ a: 1 }).toString() }}'])(
		'%s calls nobody',
		async (value) => {
			const { error } = await run(call(metadata({ name: 'x', value })));
			expect(error?.message).toMatch(/^'Value': /);
			expect(sent()).toEqual([]);
		},
	);

	test.each(['constructor', '__proto__', 'prototype', 'toString'])(
		'may be called %s',
		async (name) => {
			await run(call(metadata({ name, value: 'a' }, { name: 'other', value: 'b' })));
			const [{ assistant_override: override }] = sent();
			const kept = Object.entries((override as IDataObject).metadata as IDataObject);
			expect(kept).toEqual([
				[name, 'a'],
				['other', 'b'],
			]);
		},
	);

	test('are refused without a name', async () => {
		const { error } = await run(call(metadata({ name: '={{ null }}', value: 'x' })));
		expect(error?.message).toBe(`'Metadata': The value "x" has no name`);
	});
});

describe('Limit and Return All', () => {
	const list = (parameters: IDataObject) => ({
		resource: 'call',
		operation: 'getAll',
		...parameters,
	});
	const all = () => sandbox.api.store.main.calls.length;

	test.each(['="all"', '={{ 0 }}', '={{ -1 }}', '={{ 2.5 }}', '5 min'])(
		'Limit %j is refused',
		async (limit) => {
			const { error } = await run(list({ limit }));
			expect(error?.message).toMatch(/^'Limit': ".*" is not a whole number of at least 1/);
			expect(sandbox.api.requests).toEqual([]);
		},
	);

	test.each(['={{ null }}', '={{ undefined }}', '={{ "" }}'])(
		'Limit %j is the default',
		async (limit) => {
			const { items } = await run(list({ limit }));
			expect(items).toHaveLength(Math.min(50, all()));
		},
	);

	test('a number as text is a number', async () => {
		const { items } = await run(list({ limit: '={{ "2" }}' }));
		expect(items).toHaveLength(2);
	});

	test('Return All "true" gives all', async () => {
		const { items } = await run(list({ returnAll: '={{ "true" }}', limit: 1 }));
		expect(items).toHaveLength(all());
	});

	test('Simplify "false" gives everything', async () => {
		const { items } = await run(list({ limit: 1, simplify: '={{ "false" }}' }));
		expect(Object.keys(items[0].json)).toContain('messages');
	});
});

describe('a change of an assistant', () => {
	const change = (updateFields: IDataObject) => ({
		resource: 'assistant',
		operation: 'update',
		assistantId: byId(sandbox.api.store.main.assistants[0].id),
		updateFields,
	});

	test('takes "false" for a switch, 42 for a text', async () => {
		const { error } = await run(change({ isActive: '={{ "false" }}', name: '={{ 42 }}' }));
		expect(error).toBeUndefined();
		expect(sent()).toEqual([{ is_active: false, name: '42' }]);
	});

	test('refuses "maybe" for a switch', async () => {
		const { error } = await run(change({ isActive: '={{ "maybe" }}' }));
		expect(error?.message).toMatch(/^'.*': "maybe" is neither true nor false$/);
		expect(sent()).toEqual([]);
	});

	test.each([
		'\ufeff{"name": "x"}',
		'{\u00a0"name":\u00a0"x"}',
		'```json\n{"name": "x"}\n```',
		'\n```\n{\n"name": "x"}\n```\n',
	])('reads the JSON %j', async (moreFields) => {
		await run(change({ moreFields: `={{ ${JSON.stringify(moreFields)} }}` }));
		expect(sent()).toEqual([{ name: 'x' }]);
	});
});

describe('a period', () => {
	const list = (filters: IDataObject) => ({ resource: 'call', operation: 'getAll', filters });
	const query = () => sandbox.api.requests[0].query as IDataObject;

	test.each<[string, IDataObject[string], string]>([
		['ISO 8601', '2026-01-31T09:00:00+01:00', '2026-01-31T08:00:00.000Z'],
		['a Date', '={{ new Date(0) }}', '1970-01-01T00:00:00.000Z'],
		[
			'n8n’s own moment',
			'={{ DateTime.fromISO("2026-01-31T09:00Z") }}',
			'2026-01-31T09:00:00.000Z',
		],
		['Unix time in seconds', '={{ 1769846400 }}', '2026-01-31T08:00:00.000Z'],
		['Unix time in milliseconds', '={{ "1769846400000" }}', '2026-01-31T08:00:00.000Z'],
	])('can begin with %s', async (_, startDate, start) => {
		await run(list({ startDate }));
		expect(query()).toMatchObject({ start_date: start });
	});

	test.each<[IDataObject[string], RegExp]>([
		['03/04/2026', /can be two days/],
		['2026-02-30', /does not exist/],
		['yesterday', /is not a date and time/],
		['={{ {} }}', /is not a date and time/],
		['={{ 12 }}', /is not a date and time/],
	])('cannot begin with %j', async (startDate, words) => {
		const { error } = await run(list({ startDate }));
		expect(error?.message).toMatch(/^'From'/);
		expect(error?.message).toMatch(words);
		expect(sandbox.api.requests).toEqual([]);
	});
});

describe('leads', () => {
	const campaign = (parameters: IDataObject) => ({
		resource: 'campaign',
		operation: 'create',
		name: 'Reminders',
		assistantId: byId(sandbox.api.store.main.assistants[0].id),
		...parameters,
	});
	const fromItems = {
		leadsFrom: 'inputItems',
		leadPhoneNumber: '={{ $json.phone }}',
		leadVariables: { pairs: [{ name: 'day', value: '={{ $json.day }}' }] },
	};

	test('that cannot take part fail alone, and the others are called', async () => {
		const rows: IDataObject[] = [
			{ phone: null, day: 'Monday' },
			{ phone: '+31612345678', day: 5 },
			{},
			{ phone: '06 12345679' },
			{ phone: 31612345680, day: { at: [1] } },
			{ phone: '+31612345681', day: null },
		];
		const { items, errorItems } = await runNode(campaign(fromItems), {
			credential: sandbox.credential,
			input: rows,
			onError: 'continueErrorOutput',
		});
		expect(sent()).toHaveLength(1);
		expect(sent()[0].leads).toEqual([
			{ phone_number: '+31612345678', variables: { day: '5' } },
			{ phone_number: '+31612345681', variables: { day: '' } },
		]);
		expect(items).toHaveLength(1);
		expect(errorItems.map(({ json, pairedItem }) => [pairedItem, json.error])).toEqual([
			[{ item: 0 }, "'Lead Phone Number' is required, but it is empty"],
			[{ item: 2 }, "'Lead Phone Number' is required, but it is empty"],
			[{ item: 3 }, expect.stringMatching(/^'Lead Phone Number': "06 12345679" is not a phone/)],
			[{ item: 4 }, expect.stringMatching(/^'Lead Phone Number': "31612345680" is not a phone/)],
		]);
	});

	test('of a country get its code', async () => {
		const input = ['06 12345678', 31612345679, '+442079460958'].map((phone) => ({ phone }));
		await run(campaign({ ...fromItems, options: { defaultCountryCode: '+31' } }), input);
		const leads = sent()[0].leads as IDataObject[];
		expect(leads.map(({ phone_number: number }) => number)).toEqual([
			'+31612345678',
			'+31612345679',
			'+442079460958',
		]);
	});

	test('in JSON keep what else their objects have as variables', async () => {
		const leadsJson = JSON.stringify([
			{ phone_number: '+31612345678', name: 'Anna', age: 44, variables: { name: 'Ann' } },
			{ phone_number: '+31612345679', variables: { prototype: 'x' } },
		]);
		const { error } = await run(campaign({ leadsFrom: 'json', leadsJson }));
		expect(error).toBeUndefined();
		expect(sent()[0].leads).toEqual([
			{ phone_number: '+31612345678', variables: { name: 'Ann', age: '44' } },
			{ phone_number: '+31612345679', variables: { prototype: 'x' } },
		]);
	});

	test('in JSON need a phone_number', async () => {
		const leadsJson = '[{"phone": "+31612345678", "name": "Anna"}]';
		const { error } = await run(campaign({ leadsFrom: 'json', leadsJson }));
		expect(error?.message).toBe(
			"'Leads (JSON)': Lead 1: There is no phone_number among phone, name",
		);
		expect(sent()).toEqual([]);
	});
});

test('a call is handed over to a short number', async () => {
	const transfer = { resource: 'call', operation: 'transfer', callId: byId('call-x') };
	await run({ ...transfer, destination: '+31 144' });
	expect(sent()[0]).toMatchObject({ type: 'transfer', destination: '+31144' });
});
