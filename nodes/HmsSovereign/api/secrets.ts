import type { IDataObject } from 'n8n-workflow';

import { isObject } from './answer';

/** Fields of request bodies that hold secrets (API docs: BYOK, SIP Trunks, Assistants, Custom Tools). */
const SECRET_FIELDS = new Set(['api_key', 'auth_password', 'webhook_secret', 'secret']);

/** Shorter values are no secrets worth the name, and replacing them would garble messages. */
const SHORTEST = 4;

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
		.reduce((clean, secret) => clean.split(secret).join('****'), text);
}

function isText(value: IDataObject[string]): value is string {
	return typeof value === 'string';
}
