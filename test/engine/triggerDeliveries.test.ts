import type { IDataObject } from 'n8n-workflow';

import { eventBody, send, signed } from './support/deliveries';
import { startTriggerHost, type TriggerHost } from './support/triggerHost';

const KEY_OF_THE_TEST = 'whsec_of_the_test';
const ALL = ['assistant-request', 'tool-calls', 'status-update', 'end-of-call-report'];
const hosts: TriggerHost[] = [];

afterEach(async () => await Promise.all(hosts.splice(0).map(async (host) => await host.close())));

/** Every host has a node of its own, since a process remembers deliveries by node. */
async function host(parameters: IDataObject = {}): Promise<TriggerHost> {
	const started = await startTriggerHost({
		parameters: { registration: 'manual', events: ALL, ...parameters },
		credential: () => ({
			apiKey: 'fl_x',
			baseUrl: 'http://127.0.0.1:1',
			webhookSecret: KEY_OF_THE_TEST,
		}),
		webhookId: `node-${Math.random()}`,
	});
	hosts.push(started);
	return started;
}

const deliver = async ({ url }: TriggerHost, event: string, own?: IDataObject) =>
	await send(url, signed(event, eventBody(event, own), KEY_OF_THE_TEST));

const call = (more: IDataObject) => ({
	call: { id: 'call-1', type: 'inbound_phone_call', status: 'in-progress', ...more },
});

const tool = (id: string, name = 'lookup_order') => ({
	tool_call_list: [{ id, type: 'function', function: { name, arguments: { order: '1042' } } }],
});

describe('a genuine delivery', () => {
	test.each(ALL)('of %s starts one execution with the flattened message', async (event) => {
		const trigger = await host();
		const reply = await deliver(trigger, event);
		expect([reply.status, reply.data]).toEqual([200, {}]);
		expect(trigger.executions).toHaveLength(1);
		expect(trigger.executions[0]).toEqual([
			{ json: expect.objectContaining({ event, customer: { number: '+31612345678' } }) },
		]);
	});

	test.each([
		[{}, { id: 'a-1', metadata: { crm_id: '12345' } }],
		[{ simplify: true }, { id: 'a-1', metadata: { crm_id: '12345' } }],
		[{ simplify: false }, { id: 'a-1', metadata: { crm_id: '12345' }, llm_config: { model: 'x' } }],
	])('shows of the assistant what Simplify asks for (%j)', async (parameters, expected) => {
		const trigger = await host(parameters);
		const assistant = {
			...{ id: 'a-1', metadata: { crm_id: '12345' } },
			llm_config: { model: 'x' },
			webhook_secret: 'w',
		};
		await deliver(trigger, 'end-of-call-report', { assistant });
		expect(trigger.executions[0][0].json.assistant).toEqual(expected);
	});

	test('is taken when its signature has no prefix', async () => {
		const trigger = await host();
		const { body, headers } = signed('tool-calls', eventBody('tool-calls'), KEY_OF_THE_TEST);
		const bare = headers['x-webhook-signature'].replace('sha256=', '');
		await send(trigger.url, { body, headers: { ...headers, 'x-webhook-signature': bare } });
		expect(trigger.executions).toHaveLength(1);
	});

	test('may be as old as the option Tolerance says', async () => {
		const old = () => Math.floor(Date.now() / 1000) - 500;
		const strict = await host();
		const patient = await host({ options: { tolerance: 600 } });
		for (const { url } of [strict, patient]) {
			await send(url, signed('tool-calls', eventBody('tool-calls'), KEY_OF_THE_TEST, old()));
		}
		expect(strict.executions).toHaveLength(0);
		expect(patient.executions).toHaveLength(1);
	});

	test.each([
		['in upper case', (hex: string) => `sha256=${hex.toUpperCase()}`],
		['with its prefix in upper case', (hex: string) => `SHA256=${hex}`],
		['as the second of two', (hex: string) => `sha256=${'0'.repeat(64)}, sha256=${hex}`],
		['as the first of two', (hex: string) => `sha256=${hex},sha256=${'0'.repeat(64)}`],
		['beside one of another kind', (hex: string) => `sha512=${'0'.repeat(128)}, sha256=${hex}`],
	])('is taken when its signature comes %s', async (_how, written) => {
		const trigger = await host();
		const { body, headers } = signed('tool-calls', eventBody('tool-calls'), KEY_OF_THE_TEST);
		const signature = written(headers['x-webhook-signature'].replace('sha256=', ''));
		const altered = { body, headers: { ...headers, 'x-webhook-signature': signature } };
		expect((await send(trigger.url, altered)).status).toBe(200);
		expect(trigger.executions).toHaveLength(1);
	});

	test('needs no signature when Verify Signature is off', async () => {
		const trigger = await host({ options: { verifySignature: false } });
		const body = Buffer.from(eventBody('tool-calls'));
		const reply = await send(trigger.url, { body, headers: { 'x-webhook-event': 'tool-calls' } });
		expect(reply.status).toBe(200);
		expect(trigger.executions).toHaveLength(1);
	});
});

describe('a value that an expression made of an option', () => {
	const tenYears = 10 * 365 * 86_400;
	const stale = () =>
		signed(
			'status-update',
			eventBody('status-update'),
			KEY_OF_THE_TEST,
			Math.floor(Date.now() / 1000) - tenYears,
		);
	const unsigned = () => ({
		body: Buffer.from(eventBody('status-update')),
		headers: { 'x-webhook-event': 'status-update' },
	});

	test.each([
		...['300s', '5 min', '', ' ', 'abc', 'Infinity', '1e999', 'NaN', '0x7fffffff', '-5', '1,000'],
		...[null, true, {}, [], [999_999_999], '={{ Infinity }}', '={{ NaN }}', '={{ "300s" }}'],
		...['={{ undefined }}', '={{ -1 }}', '={{ 0 }}', '={{ [1e12] }}', '={{ new Date() }}'],
	])('Tolerance %j never switches the check of the age off', async (tolerance) => {
		const trigger = await host({ options: { tolerance } as IDataObject });
		expect((await send(trigger.url, stale())).status).toBe(401);
		expect(trigger.executions).toEqual([]);
		expect((await deliver(trigger, 'status-update')).status).toBe(200);
		expect(trigger.executions).toHaveLength(1);
	});

	test.each(['false', 0, '', null, 'no', {}, '={{ "false" }}', '={{ undefined }}', '={{ 0 }}'])(
		'Verify Signature %j never switches the signature off',
		async (verifySignature) => {
			const trigger = await host({ options: { verifySignature } as IDataObject });
			expect((await send(trigger.url, unsigned())).status).toBe(401);
			expect((await send(trigger.url, stale())).status).toBe(401);
			expect(trigger.executions).toEqual([]);
		},
	);

	test.each(['={{ $json.nothing.at.all }}', '={{ (() => { throw new Error("x") })() }}', 'text'])(
		'Options %j never let a forged delivery in, and make no failed execution',
		async (options) => {
			const trigger = await host({ options: options as unknown as IDataObject });
			expect((await send(trigger.url, unsigned())).status).toBeGreaterThanOrEqual(400);
			expect(trigger.executions).toEqual([]);
			expect(trigger.thrown).toEqual([]);
		},
	);
});

describe('a signed event that this version does not know', () => {
	const events = ['call-started', 'constructor', '__proto__', 'TOOL-CALLS'];

	test.each(events)(
		'%s is answered with 200, starts nothing, and is logged once',
		async (event) => {
			const trigger = await host();
			const before = trigger.logs().length;
			for (let count = 0; count < 3; count += 1) {
				const reply = await deliver(trigger, event);
				expect([reply.status, reply.data]).toEqual([200, {}]);
			}
			expect(trigger.executions).toEqual([]);
			expect(trigger.logs().slice(before)).toEqual([
				expect.stringContaining(`does not know the event "${event}"`),
			]);
		},
	);

	test('is refused when the header names another', async () => {
		const trigger = await host();
		const { body } = signed('x', eventBody('call-started'), KEY_OF_THE_TEST);
		const other = signed('tool-calls', body.toString(), KEY_OF_THE_TEST);
		expect((await send(trigger.url, other)).status).toBe(401);
	});
});

describe('the same delivery twice', () => {
	test('starts one execution, byte by byte the same or signed anew', async () => {
		const trigger = await host();
		const body = eventBody('status-update');
		const now = Math.floor(Date.now() / 1000);
		for (const timestamp of [now, now, now - 7, now + 3]) {
			const { status } = await send(
				trigger.url,
				signed('status-update', body, KEY_OF_THE_TEST, timestamp),
			);
			expect(status).toBe(200);
		}
		expect(trigger.executions).toHaveLength(1);
	});

	test('starts one execution when both come at once', async () => {
		const trigger = await host();
		const twin = signed('status-update', eventBody('status-update'), KEY_OF_THE_TEST);
		await Promise.all(Array.from({ length: 20 }, async () => await send(trigger.url, twin)));
		expect(trigger.executions).toHaveLength(1);
	});

	test('is told by call, event, status and tool call', async () => {
		const trigger = await host();
		const others: Array<[string, IDataObject]> = [
			['status-update', call({})],
			['status-update', call({ status: 'ended' })],
			['status-update', call({ id: 'call-2' })],
			['end-of-call-report', call({ status: 'ended' })],
			['tool-calls', { ...call({}), ...tool('tool_1') }],
			['tool-calls', { ...call({}), ...tool('tool_2') }],
		];
		for (const [event, own] of [...others, ...others]) await deliver(trigger, event, own);
		expect(trigger.executions).toHaveLength(others.length);
	});

	test.each([undefined, null, '', 'call_0', 'lookup_order'])(
		'is not a second call of a tool whose id is %j',
		async (id) => {
			const trigger = await host();
			const orders = ['1042', '9999'];
			const body = (order: string) =>
				eventBody('tool-calls', {
					...call({}),
					tool_call_list: [
						{ id, function: { name: 'lookup_order', arguments: { order } } },
					] as IDataObject[],
				});
			for (const order of [...orders, ...orders]) {
				await send(trigger.url, signed('tool-calls', body(order), KEY_OF_THE_TEST));
			}
			const asked = trigger.executions.map(
				([{ json }]) => (json.tool_calls as IDataObject[])[0].parameters,
			);
			expect(asked).toEqual(orders.map((order) => ({ order })));
		},
	);

	test.each([null, ''])("is not another call's report when both have the id %j", async (id) => {
		const trigger = await host();
		for (const summary of ['Opening hours', 'An appointment']) {
			await deliver(trigger, 'end-of-call-report', { ...call({ id }), summary });
		}
		expect(trigger.executions).toHaveLength(2);
	});

	test('starts an execution when n8n could not start one the first time', async () => {
		const trigger = await host();
		trigger.fails = true;
		expect((await deliver(trigger, 'status-update', call({}))).status).toBe(500);
		trigger.fails = false;
		expect((await deliver(trigger, 'status-update', call({}))).status).toBe(200);
		expect(trigger.executions).toHaveLength(1);
	});

	test('starts an execution in every workflow that receives it', async () => {
		const first = await host();
		const second = await host();
		for (const trigger of [first, second]) await deliver(trigger, 'status-update', call({}));
		expect([first.executions.length, second.executions.length]).toEqual([1, 1]);
	});
});

describe('deliveries that the settings leave out', () => {
	test.each([
		['an event', { events: ['tool-calls'] }, 'status-update', {}, {}],
		['a status', { options: { statuses: ['ended'] } }, 'status-update', {}, {}],
		['a call type', { options: { callTypes: ['web_call'] } }, 'end-of-call-report', {}, {}],
		['an inbound call', { options: { callTypes: ['web_call'] } }, 'assistant-request', {}, {}],
		[
			'a tool',
			{ options: { toolNames: 'cancel_order, weather' } },
			'tool-calls',
			tool('tool_1'),
			{ error: 'This tool is not available' },
		],
	])('%s is answered and starts nothing', async (_what, parameters, event, own, answer) => {
		const trigger = await host(parameters);
		const reply = await deliver(trigger, event, own);
		expect([reply.status, reply.data]).toEqual([200, answer]);
		expect(trigger.executions).toEqual([]);
	});

	test('a tool that is named starts the workflow', async () => {
		const trigger = await host({ options: { toolNames: 'cancel_order, lookup_order' } });
		await deliver(trigger, 'tool-calls', tool('tool_1'));
		expect(trigger.executions).toHaveLength(1);
	});
});

test.each(['lastNode', 'responseNode'])(
	'an event whose reply nobody uses is answered before the workflow runs (%s)',
	async (respond) => {
		const trigger = await host({ respond });
		for (const event of ['status-update', 'end-of-call-report']) {
			const reply = await deliver(trigger, event);
			expect([reply.status, reply.data]).toEqual([200, {}]);
		}
		expect(trigger.executions).toHaveLength(2);
	},
);

test('an unusable credential is a refusal, not a crash', async () => {
	const trigger = await startTriggerHost({
		parameters: { registration: 'manual', events: ALL },
		credential: () => ({ apiKey: '', baseUrl: 'ftp://x' }),
	});
	hosts.push(trigger);
	const reply = await deliver(trigger, 'status-update');
	expect(reply.status).toBe(401);
	expect(reply.data).toEqual({
		error: 'The HMS Sovereign credential of the trigger cannot be used',
	});
	expect(trigger.executions).toEqual([]);
});
