import type { IDataObject } from 'n8n-workflow';

import {
	identityOf,
	outputOf,
	passes,
	readDelivery,
	type EventName,
} from '../../../nodes/HmsSovereign/webhook/delivery/events';

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
		[body({ message: { type: 'hang' } }), 'The message has no known type'],
		[body({ message: { type: ['status-update'] } }), 'The message has no known type'],
		[body({ message: message('tool-calls') }), 'The X-Webhook-Event header names another event'],
	])('refuses %s', (given, reason) => {
		expect(readDelivery(given, 'status-update')).toBe(reason);
	});

	it('refuses a delivery without the event header', () => {
		const reason = readDelivery(body({ message: message('tool-calls') }), undefined);
		expect(reason).toBe('The X-Webhook-Event header is missing');
	});
});

describe('the output', () => {
	it('is the message with the event first', () => {
		const output = outputOf({
			event: 'end-of-call-report',
			message: message('end-of-call-report', {
				summary: 'Opening hours',
				customer: { number: null },
			}),
		});
		expect(Object.keys(output)).toEqual(['event', 'timestamp', 'call', 'summary', 'customer']);
		expect(output).toMatchObject({ event: 'end-of-call-report', call: CALL });
	});

	it('has tool calls without their wrapping, their arguments under a name that expressions can read', () => {
		const tool_call_list = [toolCall('tool_1', 'lookup_contact')];
		const output = outputOf({
			event: 'tool-calls',
			message: message('tool-calls', { tool_call_list }),
		});
		expect(output.tool_call_list).toBeUndefined();
		expect(output.tool_calls).toEqual([
			{ id: 'tool_1', name: 'lookup_contact', parameters: { query: 'John Smith' } },
		]);
	});

	it('calls an error error_message, since n8n takes an item with an error for failed', () => {
		const output = outputOf({
			event: 'status-update',
			message: message('status-update', { error: 'STT connection failed' }),
		});
		expect(output.error_message).toBe('STT connection failed');
		expect('error' in output).toBe(false);
	});

	it("shows no secret of the assistant's configuration", () => {
		const assistant = {
			name: 'Reception',
			webhook_secret: 'whsec_1',
			llm_config: { tools: [{ name: 'a', server: { url: 'https://x', secret: 'whsec_2' } }] },
			metadata: { secretary: 'Anna' },
		};
		const output = outputOf({
			event: 'status-update',
			message: message('status-update', { assistant }),
		});
		expect(JSON.stringify(output)).not.toMatch(/whsec/);
		expect(output.assistant).toMatchObject({ name: 'Reception', metadata: { secretary: 'Anna' } });
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

	it('is the tool calls of a call', () => {
		const first = identity('tool-calls', { tool_call_list: [toolCall('tool_1', 'weather')] });
		const second = identity('tool-calls', { tool_call_list: [toolCall('tool_2', 'weather')] });
		expect(first).not.toBe(second);
	});

	it('is the whole message when the call has no id', () => {
		const first = identity('end-of-call-report', { call: {}, summary: 'a' });
		const second = identity('end-of-call-report', { call: {}, summary: 'b' });
		expect(first).not.toBe(second);
	});
});
