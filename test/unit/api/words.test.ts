import { unwrap } from '../../../nodes/HmsSovereign/api/answer';
import { apiWords } from '../../../nodes/HmsSovereign/api/errorWords';
import { fillPath } from '../../../nodes/HmsSovereign/api/path';
import { redact, secretsIn } from '../../../nodes/HmsSovereign/api/secrets';
import { version } from '../../../nodes/HmsSovereign/api/version';

describe('the words of an error body', () => {
	it.each([
		[{ error: 'Invalid API key' }, 'Invalid API key'],
		[
			{ error: 'Unauthorized', message: 'Invalid or missing API key' },
			'Invalid or missing API key',
		],
		[
			{ error: 'Insufficient credits', message: 'No credits.' },
			'Insufficient credits: No credits.',
		],
		[{ error: 'Same', message: 'Same' }, 'Same'],
		[{ message: 'Only this' }, 'Only this'],
		[
			{ error: { code: 'missing_field', message: 'destination is missing' } },
			'destination is missing',
		],
		[{ error: { code: 'missing_field' } }, 'missing_field'],
		['<html>502</html>', undefined],
		['', undefined],
		[null, undefined],
		[[], undefined],
		[{ error: 42 }, undefined],
		[{ error: 'Not Found' }, undefined],
		[{ error: 'Conflict', message: 'Conflict' }, undefined],
	])('%j says %j', (body, message) => {
		expect(apiWords(body).message).toBe(message);
	});

	it('keep every entry of details, texts and objects', () => {
		const body = {
			error: 'Invalid',
			details: ['a is missing', { message: 'b is wrong' }, { c: 1 }],
		};
		expect(apiWords(body).details).toEqual(['a is missing', 'b is wrong', '{"c":1}']);
	});
});

describe('an id in a path', () => {
	it('is percent-encoded, since call ids hold a plus', () => {
		expect(fillPath('/calls/{callId}/control', { callId: 'call-_+3161/x' })).toBe(
			'/calls/call-_%2B3161%2Fx/control',
		);
	});

	it.each(['', ' ', '.', '..'])('is refused when it is %j', (callId) => {
		expect(() => fillPath('/calls/{callId}', { callId })).toThrow();
	});
});

describe('an envelope', () => {
	const rows = [{ id: '1' }];
	it.each([
		[{ analysis_templates: rows }, rows],
		[{ analysisTemplates: rows }, rows],
		[{ data: rows, total: 1 }, rows],
		[rows, rows],
	])('%j is taken off', (body, inside) => {
		expect(unwrap(body, 'analysis_templates')).toEqual(inside);
	});

	it('with null inside gives null', () => {
		expect(unwrap({ domain: null }, 'domain')).toBeNull();
	});
});

describe('secrets', () => {
	it('are found wherever a request holds them', () => {
		const body = {
			api_key: 'sk-one',
			auth_password: 'pass-two',
			headers: { Authorization: 'Bearer three' },
			llm_config: { tools: [{ server: { url: 'https://x', secret: 'four-4' } }] },
			name: 'public',
		};
		expect(secretsIn(body)).toEqual(['sk-one', 'pass-two', 'Bearer three', 'four-4']);
	});

	it('are blotted out of texts, the longer one first', () => {
		expect(redact('key abcdef and abcd', ['abcd', 'abcdef'])).toBe('key **** and ****');
	});
});

it('the User-Agent names the version of package.json', () => {
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- not compiled into the package
	expect(version).toBe(require('../../../package.json').version);
});
