import fc from 'fast-check';

import { callTranscript } from '../../../nodes/HmsSovereign/callResult/transcript';

describe('what was said, as text', () => {
	it('is one line a turn, with who speaks', () => {
		const messages = [
			{ role: 'system', content: 'Be kind.' },
			{ role: 'assistant', content: 'Hello, how can I help?' },
			{ role: 'user', content: ' Are you open\non Saturday? ' },
			{ role: 'user', content: '' },
			{ role: 'translator', content: 'Zaterdag?' },
		];
		expect(callTranscript(messages)).toBe(
			'Assistant: Hello, how can I help?\nCaller: Are you open on Saturday?\ntranslator: Zaterdag?',
		);
	});

	it.each([[null], [undefined], [[]], ['text'], [[{ role: 'system', content: 'Be kind.' }]]])(
		'is null when nothing was said: %j',
		(messages) => {
			expect(callTranscript(messages)).toBeNull();
		},
	);

	it('has as many lines as turns, whatever was said', () => {
		const turn = fc.record({
			role: fc.constantFrom('assistant', 'user'),
			content: fc.string({ unit: 'binary' }),
		});
		fc.assert(
			fc.property(fc.array(turn), (messages) => {
				const spoken = messages.filter(({ content }) => content.trim() !== '');
				const lines = callTranscript(messages)?.split(/\r\n|[\n\r\u2028\u2029]/) ?? [];
				expect(lines).toHaveLength(spoken.length);
				for (const line of lines) expect(line).toMatch(/^(Assistant|Caller): \S/);
			}),
			{ seed: 17 },
		);
	});

	it('takes what the API should not send for nothing said', () => {
		fc.assert(
			fc.property(fc.anything(), (messages) => {
				expect([null, 'string']).toContain(callTranscript(messages) === null ? null : 'string');
			}),
			{ seed: 17 },
		);
	});
});
