import type { IDataObject } from 'n8n-workflow';

import { isObject } from './json';

/** Fields of request bodies that hold secrets (API docs: BYOK, SIP Trunks, Assistants, Custom Tools). */
const SECRET_FIELDS = new Set(['api_key', 'auth_password', 'webhook_secret', 'secret']);

/**
 * Secrets that the API gives out: the key of a new organization, an assistant's secret. n8n's redaction of
 * executions is told of them.
 */
export const SECRET_OUTPUT_FIELDS = ['api_key', 'webhook_secret'];

/** Shorter values are no secrets worth the name, and replacing them would garble messages. */
const SHORTEST = 4;

/** What stands in the place of a secret that must not be shown. */
export const MASK = '****';

/** Every secret in a request body, since an API's error text may repeat what it was sent. */
export function secretsIn(body: unknown): string[] {
	if (Array.isArray(body)) return body.flatMap(secretsIn);
	if (!isObject(body)) return [];
	return Object.entries(body).flatMap(([name, value]) => {
		if (name === 'headers' && isObject(value)) return Object.values(value).filter(isText);
		return SECRET_FIELDS.has(name) && isText(value) ? [value] : secretsIn(value);
	});
}

/** Replaces secrets by asterisks, however they are spelled: as sent, trimmed, within JSON, in an address. */
export function redact(text: string, secrets: string[]): string {
	return [...new Set(secrets.flatMap(spellings))]
		.filter((secret) => secret.length >= SHORTEST)
		.sort((a, b) => b.length - a.length)
		.reduce((clean, secret) => clean.split(secret).join(MASK), text);
}

/** A header's value is `Bearer <token>`: the token is as secret without the word before it. */
function spellings(secret: string): string[] {
	const trimmed = secret.trim();
	const token = /^(?:bearer|basic|token|apikey)\s+(\S.*)$/i.exec(trimmed)?.[1] ?? trimmed;
	return [secret, trimmed, token].flatMap((value) => {
		const inJson = JSON.stringify(value).slice(1, -1);
		const inAddress = encoded(value);
		return [
			value,
			inJson,
			JSON.stringify(inJson).slice(1, -1),
			inAddress,
			inAddress.replace(/%20/g, '+'),
		];
	});
}

/** `encodeURIComponent` throws for half a surrogate pair. */
function encoded(value: string): string {
	try {
		return encodeURIComponent(value);
	} catch {
		return value;
	}
}

/** Names of fields that hold secrets, in whatever object the API repeats. */
const SECRET_NAME = /api_?key|authorization|password|passwd|secret|token|credential/i;

/** For `JSON.stringify`: hides what is named like a secret. */
export function hideSecrets(name: string, value: unknown): unknown {
	return SECRET_NAME.test(name) && (typeof value === 'string' || isObject(value)) ? MASK : value;
}

/**
 * Hides the secrets that the API gives out again: an assistant's `webhook_secret`, and the `secret` of a
 * tool's `server` (API docs: Assistants, Custom Tools). Other fields with such names are left alone.
 *
 * @param json JSON as the API answered it
 * @returns the object itself when there is nothing to hide, else a copy
 */
export function masked(json: IDataObject): IDataObject {
	if (!holdsSecret(json)) return json;
	const copy: IDataObject = JSON.parse(JSON.stringify(json, hidden));
	return copy;
}

function holdsSecret(value: unknown): boolean {
	if (Array.isArray(value)) return value.some(holdsSecret);
	if (!isObject(value)) return false;
	return Object.keys(value).some(
		(name) => hidden(name, value[name]) !== value[name] || holdsSecret(value[name]),
	);
}

function hidden(name: string, value: unknown): unknown {
	if (name === 'webhook_secret' && typeof value === 'string' && value !== '') return MASK;
	if (name !== 'server' || !isObject(value) || !isText(value.secret)) return value;
	return { ...value, secret: MASK };
}

function isText(value: IDataObject[string]): value is string {
	return typeof value === 'string';
}
