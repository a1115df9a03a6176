import fc from 'fast-check';

import {
	CALL_OUTCOMES,
	callOutcome,
	type CallFacts,
} from '../../../nodes/HmsSovereign/callResult/outcome';

const ANSWERED = '2026-01-15T09:00:00.000Z';

describe('how a call went, in one word', () => {
	test.each<[string, CallFacts, string]>([
		['somebody answered', { status: 'ended', started_at: ANSWERED }, 'answered'],
		['nobody answered', { status: 'ended', started_at: null, duration_seconds: 0 }, 'not-reached'],
		['it could not be set up', { status: 'failed', started_at: null }, 'failed'],
		['it broke off', { status: 'ended-with-error', started_at: ANSWERED }, 'failed'],
		['it was refused', { status: 'rejected', started_at: null }, 'rejected'],
		['it was handed on', { status: 'transferred', started_at: ANSWERED }, 'transferred'],
		['credits were missing', { status: 'insufficient-credits' }, 'no-credits'],
		['just dialled', { status: 'dialing' }, 'in-progress'],
		['ringing', { status: 'ringing', started_at: null }, 'in-progress'],
		['people talk', { status: 'in-progress', started_at: ANSWERED }, 'in-progress'],
	])('%s', (_when, call, outcome) => {
		expect(callOutcome(call)).toBe(outcome);
	});

	test.each([
		'Voicemail detected.',
		'Voicemail detected. Left message: Hello',
		'\nVoicemail detected. ',
	])('the summary %j means a voicemail', (summary) => {
		const call = { status: 'ended', started_at: ANSWERED, summary };
		expect(callOutcome({ ...call, direction: 'outbound' })).toBe('voicemail');
		expect(callOutcome({ ...call, direction: 'outbound_phone_call' })).toBe('voicemail');
		expect(callOutcome(call)).toBe('voicemail');
	});

	test.each([
		[
			'a summary that only speaks of one',
			{ summary: 'Asked why "Voicemail detected." was logged' },
		],
		['a call that came in', { summary: 'Voicemail detected.', direction: 'inbound' }],
		[
			'a call that came in, as an event says it',
			{ summary: 'Voicemail detected.', direction: 'inbound_phone_call' },
		],
		['no summary', { summary: null }],
	])('%s does not', (_what, facts) => {
		expect(callOutcome({ status: 'ended', started_at: ANSWERED, ...facts })).toBe('answered');
	});

	test('an event that does not say when the call was answered is judged by its length', () => {
		expect(callOutcome({ status: 'ended', duration_seconds: 84 })).toBe('answered');
		expect(callOutcome({ status: 'ended', duration_seconds: 0 })).toBe('not-reached');
	});

	test('whatever the API sends: one of the words, and none for a status it has not documented', () => {
		fc.assert(
			fc.property(
				fc.record(
					{
						status: fc.anything(),
						started_at: fc.anything(),
						summary: fc.anything(),
						direction: fc.anything(),
					},
					{ requiredKeys: [] },
				),
				(call) => {
					const outcome = callOutcome(call);
					expect(outcome === null || CALL_OUTCOMES.includes(outcome)).toBe(true);
				},
			),
			{ seed: 17 },
		);
		for (const status of ['queued', 'busy', 'no-answer', '', 'constructor', 'ENDED']) {
			expect(callOutcome({ status, started_at: ANSWERED })).toBeNull();
		}
	});
});
