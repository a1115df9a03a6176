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

/** Replaces secrets by asterisks. */
export function redact(text: string, secrets: string[]): string {
	return secrets
		.filter((secret) => secret.length >= SHORTEST)
		.sort((a, b) => b.length - a.length)
		.reduce((clean, secret) => clean.split(secret).join(MASK), text);
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
