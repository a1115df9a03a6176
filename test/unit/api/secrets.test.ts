import fc from 'fast-check';

import { apiWords, saysFailure } from '../../../nodes/HmsSovereign/api/errorWords';
import { MASK, redact } from '../../../nodes/HmsSovereign/api/secrets';
import { shownFacts } from '../../../nodes/HmsSovereign/api/shownFacts';

const secret = fc
	.string({ unit: 'grapheme', minLength: 6, maxLength: 60 })
	.filter((text) => text.trim().length >= 6 && !/^[*\s]*$/.test(text));

/** Ways in which an API repeats what it was sent. */
const ECHOES: Record<string, (text: string) => string> = {
	'as it was sent': (text) => text,
	trimmed: (text) => text.trim(),
	'in a JSON body': (text) => JSON.stringify({ sent: text }),
	'in JSON within JSON': (text) => JSON.stringify({ sent: JSON.stringify({ text }) }),
	'in an address': (text) => `https://a.example/?key=${encodeURIComponent(text)}`,
};

it.each(Object.keys(ECHOES))('no secret is shown that the API repeats %s', (way) => {
	fc.assert(
		fc.property(secret, fc.string(), fc.string(), (hidden, before, after) => {
			const spelled = ECHOES[way](hidden);
			fc.pre(!`${before}${after}`.includes(hidden.trim()));
			const shown = redact(`${before}${spelled}${after}`, [hidden]);
			expect(shown).not.toContain(spelled);
			expect(shown).toContain(MASK);
		}),
		{ seed: 16, numRuns: 500 },
	);
});

it('a header is hidden without the word before its token too', () => {
	expect(redact('token tok-4471 is unknown', ['Bearer tok-4471'])).toBe('token **** is unknown');
});

it('fields that are named like secrets are hidden in what the API repeats', () => {
	const entry = { field: 'headers', value: { Authorization: 'Bearer x', api_key: 'k', note: 'n' } };
	expect(apiWords({ error: 'Invalid', details: [entry] }).details).toEqual([
		'{"field":"headers","value":{"Authorization":"****","api_key":"****","note":"n"}}',
	]);
});

it('long texts of an error are cut, but not within a secret', () => {
	const facts = {
		message: `${'m'.repeat(1_995)}secret-4471${'m'.repeat(6_000_000)}`,
		advice: 'Do it.',
		details: Array.from({ length: 5_000 }, () => 'd'.repeat(9_000)),
		request: 'POST /calls/outbound',
		outcomeUnknown: false,
	};
	const shown = shownFacts(facts, (text) => redact(text, ['secret-4471']));
	expect(JSON.stringify(shown).length).toBeLessThan(15_000);
	expect(shown.message).not.toContain('secr');
	expect(shown.message).toContain('(cut off, ');
	expect(shown.details.at(-1)).toBe('and 4980 more');
});

describe('a 2xx that is none', () => {
	it.each([
		[{ success: false }],
		[{ success: false, error: 'No', call_id: 'x' }],
		[{ error: 'Not found' }],
		[{ error: { code: 'x', message: 'y' } }],
	])('%j says that it failed', (body) => {
		expect(saysFailure(body)).toBe(true);
	});

	it.each([
		[{ success: true }],
		[{ id: 'call-1', error: 'busy' }],
		[{ ok: false, duration_ms: 5, error: 'Connection timed out' }],
		[{ error: null }],
		[{ calls: [], error: 'x' }],
		[[]],
		['text'],
	])('%j does not', (body) => {
		expect(saysFailure(body)).toBe(false);
	});
});
