import type { IDataObject } from 'n8n-workflow';

import {
	passes,
	readDelivery,
	type EventName,
} from '../../../nodes/HmsSovereign/webhook/delivery/events';
import { identityOf } from '../../../nodes/HmsSovereign/webhook/delivery/identity';
import { outputOf } from '../../../nodes/HmsSovereign/webhook/delivery/output';
import { toolCallsOf } from '../../../nodes/HmsSovereign/webhook/delivery/toolCalls';

const CALL = { id: 'call-_+31612345678_abc', type: 'inbound_phone_call', status: 'in-progress' };

function message(type: EventName, own: IDataObject = {}): IDataObject {
	return { type, timestamp: '2025-12-13T12:00:00.000Z', call: CALL, ...own };
}

const toolCall = (id: string, name: string) => ({
	id,
	type: 'function',
	function: { name, arguments: { query: 'John Smith' } },
});

const NO_FILTERS = { toolNames: [], statuses: [], callTypes: [] };

describe('reading a delivery', () => {
	const body = (value: unknown) => Buffer.from(JSON.stringify(value));

	it('takes each documented event', () => {
		const given = message('status-update');
		expect(readDelivery(body({ message: given }), 'status-update')).toEqual({
			event: 'status-update',
			message: given,
		});
	});

	it.each([
		[Buffer.from('{'), 'The body is no JSON with a message'],
		[Buffer.from(''), 'The body is no JSON with a message'],
		[body(null), 'The body is no JSON with a message'],
		[body([{ message: {} }]), 'The body is no JSON with a message'],
		[body({ message: 'status-update' }), 'The body is no JSON with a message'],
		[body({ message: {} }), 'The message has no type'],
		[body({ message: { type: '' } }), 'The message has no type'],
		[body({ message: { type: ['status-update'] } }), 'The message has no type'],
		[body({ message: { type: 'hang' } }), 'The X-Webhook-Event header names another event'],
		[body({ message: message('tool-calls') }), 'The X-Webhook-Event header names another event'],
	])('refuses %s', (given, reason) => {
		expect(readDelivery(given, 'status-update')).toBe(reason);
	});

	it.each(['call-started', 'constructor', '__proto__', 'TOOL-CALLS'])(
		'takes %s for an event of a newer API',
		(type) => {
			expect(readDelivery(body({ message: { type } }), type)).toEqual({ unknownEvent: type });
		},
	);

	it('refuses a delivery without the event header', () => {
		const reason = readDelivery(body({ message: message('tool-calls') }), undefined);
		expect(reason).toBe('The X-Webhook-Event header is missing');
	});
});

describe('the output', () => {
	const output = (event: EventName, own: IDataObject, simplify = true) =>
		outputOf({ event, message: message(event, own) }, simplify);

	const REPORT = {
		phone_number: { number: '+31850835037' },
		customer: { number: '+31612345678' },
		assistant: { id: 'a-1', llm_config: {}, name: 'Reception', metadata: { crm_id: '12345' } },
		duration_seconds: 84,
		end_reason: 'user_hangup',
		started_at: '2025-12-13T12:04:00.000Z',
		ended_at: '2025-12-13T12:05:24.000Z',
		summary: 'Opening hours',
		messages: [
			{ role: 'system', content: 'Be kind.' },
			{ role: 'assistant', content: 'Hello, how can I help you?' },
			{ role: 'user', content: 'Are you open\non Saturday?' },
		],
		analysis: { sentiment: 8 },
		recording_url: 'https://example.com/a.mp3',
		call: { ...CALL, status: 'ended' },
	};

	it('has the results first', () => {
		expect(Object.keys(output('end-of-call-report', REPORT))).toEqual([
			...['event', 'call', 'outcome', 'summary', 'transcript', 'analysis', 'duration_seconds'],
			...['customer', 'phone_number', 'assistant', 'timestamp', 'end_reason', 'started_at'],
			...['ended_at', 'messages', 'recording_url'],
		]);
		const tool_call_list = [toolCall('tool_1', 'lookup_contact')];
		expect(Object.keys(output('tool-calls', { ...REPORT, tool_call_list })).slice(0, 3)).toEqual([
			...['event', 'call', 'tool_calls'],
		]);
	});

	it('of a report has the transcript as text, and how the call went in one word', () => {
		expect(output('end-of-call-report', REPORT)).toMatchObject({
			outcome: 'answered',
			transcript: 'Assistant: Hello, how can I help you?\nCaller: Are you open on Saturday?',
			messages: REPORT.messages,
		});
	});

	const ended = { ...CALL, status: 'ended' };
	it.each<[string, IDataObject]>([
		['failed', { call: { ...CALL, status: 'ended-with-error' } }],
		['rejected', { call: { ...CALL, status: 'rejected' } }],
		['transferred', { call: { ...CALL, status: 'transferred' } }],
		['not-reached', { call: ended, started_at: null, duration_seconds: 0 }],
		[
			'voicemail',
			{
				call: { ...ended, type: 'outbound_phone_call' },
				summary: 'Voicemail detected. Left message: call us',
			},
		],
		// Nobody listens for a voicemail when a call comes in.
		['answered', { call: ended, summary: 'Voicemail detected. A caller told of it' }],
	])('of a report says %s', (outcome, own) => {
		expect(output('end-of-call-report', { ...REPORT, ...own }).outcome).toBe(outcome);
	});

	it.each([undefined, null, [], 'x'])(
		'of a report without turns has no transcript (%j)',
		(messages) => {
			const { transcript } = output('end-of-call-report', { ...REPORT, messages } as IDataObject);
			expect(transcript).toBeNull();
		},
	);

	it("has the assistant's id, name and metadata, or its whole configuration", () => {
		const { assistant } = REPORT;
		const { id, name, metadata } = assistant;
		expect(output('end-of-call-report', REPORT).assistant).toEqual({ id, name, metadata });
		expect(output('status-update', { assistant: { metadata } }).assistant).toEqual({ metadata });
		expect(output('end-of-call-report', REPORT, false).assistant).toEqual(assistant);
	});

	it('has tool calls without their wrapping, their arguments under a name that expressions can read', () => {
		const tool_call_list = [toolCall('tool_1', 'lookup_contact')];
		const { tool_calls, ...rest } = output('tool-calls', { tool_call_list });
		expect(rest.tool_call_list).toBeUndefined();
		expect(tool_calls).toEqual([
			{ id: 'tool_1', name: 'lookup_contact', parameters: { query: 'John Smith' } },
		]);
	});

	it('calls an error error_message, since n8n takes an item with an error for failed', () => {
		const update = output('status-update', { error: 'STT connection failed' });
		expect(update.error_message).toBe('STT connection failed');
		expect('error' in update).toBe(false);
	});

	it.each([true, false])("shows no secret of the assistant's configuration (%s)", (simplify) => {
		const assistant = {
			name: 'Reception',
			webhook_secret: 'whsec_1',
			llm_config: {
				api_key: 'whsec_3',
				tools: [
					{
						name: 'a',
						server: { url: 'https://x', secret: 'whsec_2', headers: { Authorization: 'whsec_4' } },
					},
				],
			},
			metadata: { secretary: 'Anna', secret: 'of my own' },
		};
		const update = output('status-update', { assistant }, simplify);
		expect(JSON.stringify(update)).not.toMatch(/whsec/);
		expect(update.assistant).toMatchObject({ name: 'Reception', metadata: assistant.metadata });
	});
});

describe('filters', () => {
	const tools = {
		event: 'tool-calls' as const,
		message: message('tool-calls', {
			tool_call_list: [toolCall('tool_1', 'lookup_order'), toolCall('tool_2', 'weather')],
		}),
	};
	const status = { event: 'status-update' as const, message: message('status-update') };

	it.each([
		['everything without filters', tools, {}, true],
		['a delivery with one of the tools', tools, { toolNames: ['weather'] }, true],
		['no delivery without any of the tools', tools, { toolNames: ['cancel_order'] }, false],
		['tool calls whatever the status filter', tools, { statuses: ['ended'] }, true],
		['a status that is wanted', status, { statuses: ['in-progress'] }, true],
		['no other status', status, { statuses: ['ended', 'ended-with-error'] }, false],
		['a call type that is wanted', status, { callTypes: ['inbound_phone_call'] }, true],
		['no other call type', status, { callTypes: ['web_call'] }, false],
	])('let through %s', (_title, delivery, filters, expected) => {
		expect(passes(delivery, { ...NO_FILTERS, ...filters })).toBe(expected);
	});
});

describe('what tells deliveries apart', () => {
	const identity = (event: EventName, own: IDataObject = {}) =>
		identityOf({ event, message: message(event, own) });

	it('is not the time of sending', () => {
		const later = identity('status-update', { timestamp: '2025-12-13T12:00:05.000Z' });
		expect(later).toBe(identity('status-update'));
	});

	it.each([
		['the event', identity('end-of-call-report')],
		['the call', identity('status-update', { call: { ...CALL, id: 'another' } })],
		['the status', identity('status-update', { call: { ...CALL, status: 'ended' } })],
	])('is %s', (_what, other) => {
		expect(other).not.toBe(identity('status-update'));
	});

	describe('for tool calls', () => {
		const NO_ID = Symbol('no id');
		const of = (more: {
			id?: unknown;
			name?: string;
			parameters?: unknown;
			timestamp?: string;
		}) => {
			const { id = 'tool_1', name = 'lookup_order', parameters = { order: '1042' } } = more;
			const call = { type: 'function', function: { name, arguments: parameters } };
			return identityOf({
				event: 'tool-calls',
				message: message('tool-calls', {
					...(more.timestamp !== undefined && { timestamp: more.timestamp }),
					tool_call_list: [id === NO_ID ? call : { id, ...call }] as IDataObject[],
				}),
			});
		};

		it.each([NO_ID, null, '', 'call_0', 'lookup_order'])(
			'is more than the id %p, which need not be unique within a call',
			(id) => {
				const first = of({ id });
				expect(of({ id })).toBe(first);
				expect(of({ id, parameters: { order: '9999' } })).not.toBe(first);
				expect(of({ id, parameters: '{"order":"9999"}' })).not.toBe(first);
				expect(of({ id, name: 'cancel_order' })).not.toBe(first);
				expect(of({ id, timestamp: '2025-12-13T12:00:09.000Z' })).not.toBe(first);
			},
		);
	});

	it.each([undefined, null, '', ' ', {}])(
		'is the whole message when the call has the id %j',
		(id) => {
			const event = 'end-of-call-report';
			const first = identity(event, { call: { id } as IDataObject, summary: 'a' });
			const second = identity(event, { call: { id } as IDataObject, summary: 'b' });
			expect(first).not.toBe(second);
		},
	);

	it.each([undefined, null, ''])(
		'is the whole message of a status update with the status %j',
		(status) => {
			const call = { ...CALL, status } as IDataObject;
			const first = identity('status-update', { call });
			expect(identity('status-update', { call, end_reason: 'user_hangup' })).not.toBe(first);
		},
	);

	it('is short, however large the message', () => {
		expect(identity('end-of-call-report', { call: {}, summary: 'x'.repeat(1e6) })).toHaveLength(43);
	});
});

describe('the arguments of a tool call', () => {
	it.each<[unknown, unknown]>([
		[{ order: '1042' }, { order: '1042' }],
		['{"order":"1042"}', { order: '1042' }],
		[' {"order":"1042"}\n', { order: '1042' }],
		['"{\\"order\\":\\"1042\\"}"', { order: '1042' }],
		['[1, 2]', [1, 2]],
		['order 1042', 'order 1042'],
		['{"order":', '{"order":'],
		// A number of an order or of a customer would lose its zeros.
		['0042', '0042'],
		['12345678901234567890', '12345678901234567890'],
		['', {}],
		['null', {}],
		[null, {}],
		[undefined, {}],
		[[1], [1]],
		[7, 7],
	])('%j are read as %j', (given, expected) => {
		const { message: read } = {
			message: message('tool-calls', {
				tool_call_list: [
					{ id: 'tool_1', function: { name: 'lookup', arguments: given } },
				] as unknown as IDataObject[],
			}),
		};
		expect(toolCallsOf(read)[0].parameters).toEqual(expected);
	});

	it('keep a name that JavaScript knows', () => {
		const list = [{ id: 1, function: { name: 'a', arguments: '{"__proto__":{"x":1}}' } }];
		const [call] = toolCallsOf(message('tool-calls', { tool_call_list: list }));
		expect(JSON.stringify(call)).toBe('{"id":"1","name":"a","parameters":{"__proto__":{"x":1}}}');
	});
});
