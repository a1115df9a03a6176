/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { EventEmitter } from 'node:events';

import type { EventName } from '../../../nodes/HmsSovereign/webhook/delivery/events';
import {
	holdReply,
	type HttpResponse,
	type Reason,
} from '../../../nodes/HmsSovereign/webhook/delivery/reply';

/** What n8n and the trigger use of Express's response; it fails as Express does when answered twice. */
class FakeResponse extends EventEmitter {
	statusCode = 200;

	sent: Array<{ status: number; body: unknown }> = [];

	status(code: number) {
		this.statusCode = code;
		return this;
	}

	json(body: unknown) {
		return this.send(JSON.stringify(body));
	}

	send(text: unknown) {
		this.setHeader();
		const body = typeof text === 'string' ? (JSON.parse(text) as unknown) : text;
		this.sent.push({ status: this.statusCode, body });
		return this;
	}

	setHeader() {
		if (this.sent.length > 0) throw new Error('Cannot set headers after they are sent');
		return this;
	}
}

function hold(event: EventName) {
	const fake = new FakeResponse();
	// The rest of Express's response plays no part.
	const response = fake as unknown as HttpResponse;
	const reasons: Reason[] = [];
	const answered = holdReply(response, { event, onFallback: (reason) => reasons.push(reason) });
	return { fake, response, reasons, answered };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a response that is held for the workflow', () => {
	it("passes the workflow's reply, and tells it to duplicates", async () => {
		const { fake, response, reasons, answered } = hold('tool-calls');
		response.status(200).json({ result: 1 });
		expect(fake.sent).toEqual([{ status: 200, body: { result: 1 } }]);
		await expect(answered).resolves.toEqual({ result: 1 });
		await jest.advanceTimersByTimeAsync(20_000);
		expect(fake.sent).toHaveLength(1);
		expect(reasons).toEqual([]);
	});

	it.each<[EventName, object]>([
		['assistant-request', {}],
		['tool-calls', { error: 'The tool failed' }],
	])('turns the 500 of a failed workflow into a reply (%s)', (event, body) => {
		const { fake, response, reasons } = hold(event);
		response.status(500).json({ message: 'Error in workflow' });
		expect(fake.sent).toEqual([{ status: 200, body }]);
		expect(reasons).toEqual(['failed']);
	});

	it.each([[undefined], ['text'], [[1]], [null]])('turns %j into a reply', (given) => {
		const { fake, response } = hold('assistant-request');
		response.json(given);
		expect(fake.sent).toEqual([{ status: 200, body: {} }]);
	});

	it.each<[EventName, number, object]>([
		['assistant-request', 4_000, {}],
		['tool-calls', 9_000, { error: 'The tool did not answer in time' }],
	])('answers %s after %i ms by itself', async (event, ms, body) => {
		const { fake, reasons } = hold(event);
		await jest.advanceTimersByTimeAsync(ms - 50);
		expect(fake.sent).toEqual([]);
		await jest.advanceTimersByTimeAsync(100);
		expect(fake.sent).toEqual([{ status: 200, body }]);
		expect(reasons).toEqual(['late']);
	});

	it('takes nothing any more after that, and n8n does not notice', async () => {
		const { fake, response, reasons } = hold('tool-calls');
		await jest.advanceTimersByTimeAsync(9_500);
		response.setHeader('Content-Security-Policy', 'sandbox');
		response.status(200).json({ result: 1 });
		response.status(500).send('Error in workflow');
		expect(fake.sent).toHaveLength(1);
		expect(reasons).toEqual(['late']);
	});

	it('is given up when the sender hangs up', async () => {
		const { fake, reasons, answered } = hold('tool-calls');
		fake.emit('close');
		await expect(answered).resolves.toEqual({});
		await jest.advanceTimersByTimeAsync(20_000);
		expect(fake.sent).toEqual([]);
		expect(reasons).toEqual([]);
	});
});
