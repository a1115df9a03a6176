import fc from 'fast-check';

import { approvalOf } from '../../../nodes/HmsSovereign/resources/call/ask/approval';

const answered = {
	status: 'ended',
	direction: 'outbound',
	started_at: '2026-01-15T09:00:00.000Z',
	summary: 'Asked for a decision.',
	messages: [
		{ role: 'assistant', content: 'May the agent refund 500 euros?' },
		{ role: 'user', content: 'Yes, go ahead.' },
	],
};

const approvedOf = (call: object, pin?: string) =>
	(approvalOf('call-1', { ...answered, ...call }, pin).data as { approved: boolean }).approved;

describe('What a person answered', () => {
	it('is approved by a clear yes', () => {
		const analysis_result = { approved: true, reason: 'The customer waited long enough' };
		expect(approvalOf('call-1', { ...answered, analysis_result }, undefined)).toEqual({
			data: { approved: true },
			reason: 'The customer waited long enough',
			outcome: 'answered',
			call_id: 'call-1',
			transcript: 'Assistant: May the agent refund 500 euros?\nCaller: Yes, go ahead.',
		});
	});

	it.each([
		['no', { analysis_result: { approved: false } }, 'The person said no'],
		['no, with why', { analysis_result: { approved: false, reason: 'Too much' } }, 'Too much'],
		['nothing clear', { analysis_result: { reason: 'Call later' } }, 'The answer was not clear'],
		['yes as a text', { analysis_result: { approved: 'true' } }, 'The answer was not clear'],
		['no analysis', { analysis_result: null }, 'The answer was not clear'],
		[
			'a voicemail',
			{ summary: 'Voicemail detected.', analysis_result: { approved: true } },
			'A voicemail answered the call',
		],
		[
			'nobody',
			{ started_at: null, analysis_result: { approved: true } },
			'Nobody answered the call',
		],
		['a status nobody knows', { status: 'teleported' }, 'The answer is not known'],
	])('is not approved by %s', (_when, call, reason) => {
		const approval = approvalOf('call-1', { ...answered, ...call }, undefined);
		expect(approval).toMatchObject({ data: { approved: false }, reason });
	});

	it('is not approved while the call goes on', () => {
		expect(approvalOf('call-1', undefined, undefined)).toMatchObject({
			data: { approved: false },
			reason: "There was no answer by the end of 'Maximum Wait'",
			outcome: 'in-progress',
		});
	});

	it('is approved by nothing but an analysis that says true, whatever else it says', () => {
		fc.assert(
			fc.property(fc.anything(), fc.anything(), (approved, reason) => {
				fc.pre(approved !== true);
				expect(approvedOf({ analysis_result: { approved, reason } })).toBe(false);
			}),
			{ seed: 20261125 },
		);
	});
});

describe('A PIN', () => {
	it.each([
		['as digits', '4711', true],
		['as a number', 4711, true],
		['with spaces', '4 7 1 1', true],
		['with another digit', '4712', false],
		['with a digit too many', '47111', false],
		['not said', undefined, false],
		['empty', '', false],
	])('said %s', (_how, pin, approved) => {
		expect(approvedOf({ analysis_result: { approved: true, pin } }, '4711')).toBe(approved);
	});

	it('that has no value is never right', () => {
		expect(approvedOf({ analysis_result: { approved: true, pin: '' } }, '')).toBe(false);
	});

	it('is shown in no output, however its digits were said', () => {
		const digits = fc.stringMatching(/^\d{4,8}$/);
		const between = fc.constantFrom('', ' ', ', ', '-', '. ');
		fc.assert(
			fc.property(digits, between, (pin, gap) => {
				const said = `My PIN is ${[...pin].join(gap)}.`;
				const call = {
					...answered,
					messages: [{ role: 'user', content: said }],
					analysis_result: { approved: true, pin, reason: said },
				};
				const shown = JSON.stringify(approvalOf('call-x', call, pin));
				expect(shown.replace(/[\s,.-]/g, '')).not.toContain(pin);
			}),
			{ seed: 20261125 },
		);
	});
});
