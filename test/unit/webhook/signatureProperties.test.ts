import fc from 'fast-check';
import { webcrypto } from 'node:crypto';

import {
	MISMATCH,
	refusalOf,
	type SignatureCheck,
} from '../../../nodes/HmsSovereign/signing/signature';

const NOW_SECONDS = 1_700_000_000;
const RUNS = { seed: 20_251_125, numRuns: 400 };

/** Another implementation of HMAC-SHA256 than the one that is tested: the Web Cryptography API's. */
async function hmac(secret: string, signed: Uint8Array): Promise<string> {
	const { subtle } = webcrypto;
	const bytes = new TextEncoder().encode(secret);
	const algorithm = { name: 'HMAC', hash: 'SHA-256' };
	const key = await subtle.importKey('raw', bytes, algorithm, false, ['sign']);
	return Buffer.from(await subtle.sign('HMAC', key, signed)).toString('hex');
}

const genuine = fc.record({
	secret: fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }),
	body: fc.uint8Array({ maxLength: 300 }),
	age: fc.integer({ min: -300, max: 300 }),
});

type Genuine = { secret: string; body: Uint8Array; age: number };

async function signed({ secret, body, age }: Genuine) {
	const timestamp = String(NOW_SECONDS - age);
	const hex = await hmac(secret, Buffer.concat([Buffer.from(`${timestamp}.`), body]));
	return { timestamp, hex };
}

const check = ({ secret, body }: Pick<Genuine, 'secret' | 'body'>): SignatureCheck => ({
	body: Buffer.from(body),
	secret,
	toleranceSeconds: 300,
	now: NOW_SECONDS * 1000,
});

const hexDigit = fc.constantFrom(...'0123456789abcdef');
const otherDigest = fc.string({ unit: hexDigit, minLength: 64, maxLength: 64 });
const prefix = fc.constantFrom('', 'sha256=', 'SHA256=', 'Sha256=');
const separator = fc.constantFrom(',', ', ', ' ', ' , ', ';', '\t');

/** Ways to write a genuine signature: its case, its prefix, and what stands beside it. */
const writing = fc.record({
	isUpper: fc.boolean(),
	prefix,
	before: fc.array(otherDigest, { maxLength: 3 }),
	after: fc.array(fc.oneof(otherDigest, fc.constant('sha512=00'), fc.constant('')), {
		maxLength: 3,
	}),
	separator,
});

describe('any genuine delivery', () => {
	it('is accepted, however its signature is written', async () => {
		await fc.assert(
			fc.asyncProperty(genuine, writing, async (delivery, how) => {
				const { timestamp, hex } = await signed(delivery);
				const own = how.prefix + (how.isUpper ? hex.toUpperCase() : hex);
				const signature = [...how.before, own, ...how.after].join(how.separator);
				expect(refusalOf({ timestamp, signature }, check(delivery))).toBeUndefined();
			}),
			RUNS,
		);
	});

	it('is refused with one bit changed, in the body, the secret or the signature', async () => {
		const where = fc.record({ at: fc.nat(), bit: fc.integer({ min: 0, max: 7 }) });
		await fc.assert(
			fc.asyncProperty(genuine, where, async (delivery, { at, bit }) => {
				const { timestamp, hex } = await signed(delivery);
				const flipped = (bytes: Uint8Array) =>
					Buffer.from(
						bytes.map((byte, index) => (index === at % bytes.length ? byte ^ (1 << bit) : byte)),
					);
				const fits = { timestamp, signature: hex };
				const digest = flipped(Buffer.from(hex, 'hex')).toString('hex');
				expect(refusalOf({ timestamp, signature: digest }, check(delivery))).toBe(MISMATCH);
				const secret = `${delivery.secret}${bit}`;
				expect(refusalOf(fits, check({ ...delivery, secret }))).toBe(MISMATCH);
				fc.pre(delivery.body.length > 0);
				const body = flipped(delivery.body);
				expect(refusalOf(fits, check({ ...delivery, body }))).toBe(MISMATCH);
			}),
			RUNS,
		);
	});

	it('is refused at every other time than its own', async () => {
		await fc.assert(
			fc.asyncProperty(genuine, fc.integer({ min: 0, max: 1e12 - 1 }), async (delivery, time) => {
				const { timestamp, hex } = await signed(delivery);
				fc.pre(String(time) !== timestamp);
				const moved = { timestamp: String(time), signature: hex };
				expect(refusalOf(moved, check(delivery))).toBeDefined();
			}),
			RUNS,
		);
	});

	it('is refused once it is older, or further ahead, than the tolerance', async () => {
		const off = fc.oneof(fc.integer({ min: 301 }), fc.integer({ max: -301 }));
		await fc.assert(
			fc.asyncProperty(genuine, off, async (delivery, seconds) => {
				const { timestamp, hex } = await signed({ ...delivery, age: 0 });
				const now = (NOW_SECONDS + seconds) * 1000;
				const refusal = refusalOf({ timestamp, signature: hex }, { ...check(delivery), now });
				expect(refusal).toBe('The timestamp is too far from now');
			}),
			RUNS,
		);
	});

	it('is refused when the tolerance is no number', async () => {
		const headers = await signed({ secret: 's', body: new Uint8Array(), age: 0 });
		const checked = { ...check({ secret: 's', body: new Uint8Array() }), toleranceSeconds: NaN };
		const { timestamp, hex } = headers;
		expect(refusalOf({ timestamp, signature: hex }, checked)).toBeDefined();
	});
});

it('headers of any kind are refused, and never throw', () => {
	const text = fc.option(
		fc.oneof(fc.string(), otherDigest, fc.constantFrom('1700000000', '-1', '1e9', '\u0000')),
		{ nil: undefined },
	);
	fc.assert(
		fc.property(text, text, fc.uint8Array(), (timestamp, signature, body) => {
			expect(refusalOf({ timestamp, signature }, check({ secret: 'a secret', body }))).toEqual(
				expect.any(String),
			);
		}),
		{ ...RUNS, numRuns: 2_000 },
	);
});
