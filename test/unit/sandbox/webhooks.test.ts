import { signature } from '../../../sandbox/webhooks/signature';
import { CALLER, SIGNED_WITH, useWebhookScene } from './webhookScene';

const scene = useWebhookScene();
const { listen, inboundCall } = scene;

const events = () => scene.sandbox.webhooks.deliveries.map(({ event }) => event);
const messageOf = (index: number) =>
	(scene.sandbox.webhooks.deliveries[index].body as { message: Record<string, unknown> }).message;

it('signs as documented', () => {
	expect(signature(SIGNED_WITH, '1700000000', '{"test":true}')).toBe(
		'sha256=b7875b4bd3cc6c5c1a4453189b5fa746880c17cb42258530a7355906dbc5ec1d',
	);
});

it('tells the whole life of an inbound call, signed, in order', async () => {
	await listen();
	scene.sandbox.calls.script({
		toolCalls: [{ name: 'find_free_slots', arguments: { day: 'Tuesday' } }],
	});
	scene.receiver.replies['tool-calls'] = { body: { result: ['10:30'] } };
	const call = await inboundCall();
	expect(events()).toEqual([
		'assistant-request',
		'status-update',
		'tool-calls',
		'status-update',
		'end-of-call-report',
	]);
	for (const { headers, rawBody } of scene.sandbox.webhooks.deliveries) {
		const expected = signature(SIGNED_WITH, headers['X-Webhook-Timestamp'], rawBody);
		expect(headers['X-Webhook-Signature']).toBe(expected);
		expect(rawBody).not.toContain(SIGNED_WITH);
	}
	expect(messageOf(0)).toMatchObject({
		type: 'assistant-request',
		call: { id: call.id, type: 'inbound_phone_call', status: 'ringing' },
		phone_number: { number: '+31570612300' },
		customer: { number: CALLER },
	});
	expect(messageOf(2)).toMatchObject({
		tool_call_list: [
			{ type: 'function', function: { name: 'find_free_slots', arguments: { day: 'Tuesday' } } },
		],
	});
	expect(messageOf(4)).toMatchObject({
		call: { status: 'ended' },
		duration_seconds: 60,
		end_reason: 'user_hangup',
		summary: call.summary,
		analysis: call.analysis_result,
		recording_url: call.recording_url,
	});
	expect(call.messages).toContainEqual({
		role: 'system',
		content: 'Result of find_free_slots: ["10:30"]',
	});
});

it('says in each event what the call was at that moment', async () => {
	await listen();
	await inboundCall();
	const statuses = [1, 2].map((index) => messageOf(index).call as { status: string });
	expect(statuses.map(({ status }) => status)).toEqual(['in-progress', 'ended']);
});

it('sends only the wanted events, and no signature without a secret', async () => {
	await listen({ webhook_events: ['end-of-call-report'], webhook_secret: null });
	await inboundCall();
	expect(events()).toEqual(['end-of-call-report']);
	expect(scene.sandbox.webhooks.deliveries[0].headers).not.toHaveProperty('X-Webhook-Signature');
});

describe('the reply to assistant-request', () => {
	beforeEach(async () => await listen());

	it('changes the assistant for this call, and its metadata comes back', async () => {
		const assistant = { first_message: 'Hello John!', metadata: { crm_id: '12345' } };
		scene.receiver.replies['assistant-request'] = { body: { assistant } };
		const call = await inboundCall();
		expect(call.messages?.[0].content).toBe('Hello John!');
		expect(messageOf(1).assistant).toMatchObject({
			name: 'Receptie',
			metadata: { crm_id: '12345' },
		});
	});

	it('puts another assistant on the line', async () => {
		scene.receiver.replies['assistant-request'] = { body: { assistant_id: scene.ids().reminders } };
		expect((await inboundCall()).agent_name).toBe('Afspraakherinnering');
	});

	it('rejects the call with a sentence', async () => {
		scene.receiver.replies['assistant-request'] = { body: { error: 'We are closed.' } };
		const call = await inboundCall();
		expect(call).toMatchObject({
			status: 'rejected',
			messages: [{ role: 'assistant', content: 'We are closed.' }],
		});
		expect(events()).toEqual(['assistant-request']);
	});

	it('limits the duration', async () => {
		scene.receiver.replies['assistant-request'] = { body: { max_duration_seconds: 30 } };
		expect(await inboundCall()).toMatchObject({ duration_seconds: 30, end_reason: 'max_duration' });
	});

	it('is not waited for longer than the limit', async () => {
		scene.receiver.replies['assistant-request'] = 'none';
		const call = await inboundCall();
		expect(call).toMatchObject({ status: 'ended', agent_name: 'Receptie' });
		expect(scene.sandbox.webhooks.deliveries[0]).toMatchObject({ timedOut: true, status: null });
	});
});

it('sends again what was refused, and twice what was not, when told to', async () => {
	await listen({ webhook_events: ['end-of-call-report'] });
	scene.sandbox.webhooks.retries = 2;
	scene.receiver.replies['end-of-call-report'] = { status: 500 };
	await inboundCall();
	expect(scene.sandbox.webhooks.deliveries.map(({ status }) => status)).toEqual([500, 500, 500]);

	scene.receiver.replies = {};
	scene.sandbox.webhooks.duplicates = 1;
	await inboundCall();
	const [first, second] = scene.sandbox.webhooks.deliveries.slice(3);
	expect(second.rawBody).toBe(first.rawBody);
	expect(scene.sandbox.webhooks.deliveries).toHaveLength(5);
});

it('tells the account webhook about assistants without one of their own', async () => {
	scene.sandbox.webhooks.account = { url: scene.receiver.url };
	await inboundCall();
	expect(events()).toEqual([
		'assistant-request',
		'status-update',
		'status-update',
		'end-of-call-report',
	]);
});

it('rejects inbound calls when there are no credits', async () => {
	scene.sandbox.account.setBalance(0);
	expect(await inboundCall()).toMatchObject({ status: 'rejected', started_at: null });
});

it('echoes the metadata of an outbound call and reports its error', async () => {
	scene.sandbox.calls.script({ outcome: 'ended-with-error', error: 'LLM unavailable' });
	const { data } = await scene.api().post('/calls/outbound', {
		destination: CALLER,
		assistant_id: scene.ids().reminders,
		assistant_override: { webhook_url: scene.receiver.url, metadata: { order: 7 } },
	});
	await scene.sandbox.calls.finished(data.call_id as string);
	expect(events()).toEqual(['status-update', 'status-update', 'end-of-call-report']);
	expect(messageOf(1)).toMatchObject({
		call: { type: 'outbound_phone_call', status: 'ended-with-error' },
		error: 'LLM unavailable',
		assistant: { metadata: { order: 7 } },
	});
});
