/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- the secret of a test vector, which signs nothing */
import { refusalOf, type SignatureCheck } from '../../../nodes/HmsSovereign/signing/signature';
import { signingSecret } from '../../../nodes/HmsSovereign/signing/secret';
import { seal, unseal } from '../../../nodes/HmsSovereign/webhook/registration/seal';

/** Computed with the algorithm of the Webhook Security page. */
const VECTOR = {
	timestamp: '1700000000',
	signature: 'sha256=b7875b4bd3cc6c5c1a4453189b5fa746880c17cb42258530a7355906dbc5ec1d',
};
const CHECK: SignatureCheck = {
	body: Buffer.from('{"test":true}'),
	secret: 'whsec_test_secret_12345',
	toleranceSeconds: 300,
	now: 1_700_000_000_000,
};

describe('a signature', () => {
	it('is accepted with and without its prefix', () => {
		expect(refusalOf(VECTOR, CHECK)).toBeUndefined();
		const bare = VECTOR.signature.replace('sha256=', '');
		expect(refusalOf({ ...VECTOR, signature: bare }, CHECK)).toBeUndefined();
	});

	it.each([
		[{ signature: undefined }, 'The X-Webhook-Signature header is missing'],
		[{ timestamp: undefined }, 'The X-Webhook-Timestamp header is missing'],
		[{ timestamp: '' }, 'The X-Webhook-Timestamp header is no Unix time'],
		[{ timestamp: '1700000000.5' }, 'The X-Webhook-Timestamp header is no Unix time'],
		[{ timestamp: '2023-11-14T22:13:20Z' }, 'The X-Webhook-Timestamp header is no Unix time'],
		[{ timestamp: '1700000000000' }, 'The X-Webhook-Timestamp header is no Unix time'],
		[{ signature: '' }, 'The X-Webhook-Signature header is no SHA-256 signature'],
		[{ signature: 'sha256=' }, 'The X-Webhook-Signature header is no SHA-256 signature'],
		[
			{ signature: VECTOR.signature.slice(0, -1) },
			'The X-Webhook-Signature header is no SHA-256 signature',
		],
		[
			{ signature: VECTOR.signature.replace('sha256', 'sha1') },
			'The X-Webhook-Signature header is no SHA-256 signature',
		],
		[{ signature: VECTOR.signature.replace('b7', 'b8') }, 'The signature does not match'],
		[{ timestamp: '1700000001' }, 'The signature does not match'],
	])('%j is refused: %s', (altered, reason) => {
		expect(refusalOf({ ...VECTOR, ...altered }, CHECK)).toBe(reason);
	});

	it('is refused for another body and another secret', () => {
		const other = { body: Buffer.from('{"test": true}') };
		expect(refusalOf(VECTOR, { ...CHECK, ...other })).toBe('The signature does not match');
		expect(refusalOf(VECTOR, { ...CHECK, secret: 'x' })).toBe('The signature does not match');
	});

	it.each([-301, 301])('is refused when its time is %i s off', (seconds) => {
		const now = CHECK.now + seconds * 1000;
		expect(refusalOf(VECTOR, { ...CHECK, now })).toBe('The timestamp is too far from now');
	});

	it.each([-300, 300])('is accepted when its time is %i s off', (seconds) => {
		expect(refusalOf(VECTOR, { ...CHECK, now: CHECK.now + seconds * 1000 })).toBeUndefined();
	});
});

describe('the signing secret', () => {
	const connection = { baseUrl: 'https://x', apiKey: 'fl_live_1', webhookSecret: '' };

	it("is the credential's Webhook Secret", () => {
		expect(signingSecret({ ...connection, webhookSecret: ' mine\n' })).toBe('mine');
	});

	it('is otherwise made from the API key, which it does not show', () => {
		const secret = signingSecret(connection);
		expect(secret).toMatch(/^[0-9a-f]{64}$/);
		expect(signingSecret({ ...connection, apiKey: ' fl_live_1\n' })).toBe(secret);
		expect(signingSecret({ ...connection, apiKey: 'fl_live_2' })).not.toBe(secret);
	});
});

describe('a sealed value', () => {
	const value = { url: 'https://crm.example.com/?token=abc', secret: 'whsec_é' };

	it('is opened by any of the secrets given, and by no other', () => {
		const sealed = seal(value, 'right');
		expect(unseal(sealed, ['wrong', 'right'])).toEqual(value);
		expect(unseal(sealed, ['wrong'])).toBeUndefined();
		expect(unseal(sealed, [])).toBeUndefined();
	});

	it('shows nothing, differs each time, and fits into a URL', () => {
		const sealed = seal(value, 'right');
		expect(sealed).toMatch(/^[\w-]+$/);
		expect(Buffer.from(sealed, 'base64url').toString()).not.toContain('token');
		expect(seal(value, 'right')).not.toBe(sealed);
	});

	it('is not opened when it was changed or cut', () => {
		const sealed = seal(value, 'right');
		const changed = sealed.slice(0, -2) + (sealed.endsWith('A') ? 'BB' : 'AA');
		for (const text of [changed, sealed.slice(0, 20), '', 'null', '????']) {
			expect(unseal(text, ['right'])).toBeUndefined();
		}
	});
});
