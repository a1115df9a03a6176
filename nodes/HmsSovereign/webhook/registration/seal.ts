import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import { keyed } from '../../signing/secret';

const PURPOSE = 'n8n-nodes-hmsovereign: former webhook';

const CIPHER = 'aes-256-gcm';

const IV_BYTES = 12;

const TAG_BYTES = 16;

/**
 * Encrypts a value for a place where others can read it: n8n keeps static data unencrypted and puts it
 * into exported workflows, and a webhook URL is shown in the HMS Sovereign dashboard.
 *
 * @param secret the signing secret that is registered together with the value
 * @returns text that needs no escaping in a URL
 */
export function seal(value: unknown, secret: string): string {
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv(CIPHER, keyed(secret, PURPOSE), iv);
	const sealed = [cipher.update(JSON.stringify(value), 'utf8'), cipher.final()];
	return Buffer.concat([iv, cipher.getAuthTag(), ...sealed]).toString('base64url');
}

/**
 * Opens what `seal` made with one of these secrets.
 *
 * @returns undefined when none of them fits, or the text was changed
 */
export function unseal(sealed: string, secrets: string[]): unknown {
	for (const secret of secrets) {
		const value = open(Buffer.from(sealed, 'base64url'), secret);
		if (value !== undefined) return value;
	}
	return undefined;
}

function open(bytes: Buffer, secret: string): unknown {
	const iv = bytes.subarray(0, IV_BYTES);
	const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
	if (tag.length < TAG_BYTES) return undefined;
	try {
		const decipher = createDecipheriv(CIPHER, keyed(secret, PURPOSE), iv);
		decipher.setAuthTag(tag);
		const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)).toString('utf8');
		return JSON.parse(text + decipher.final('utf8'));
	} catch {
		return undefined;
	}
}
