import type { IDataObject } from 'n8n-workflow';

import { isObject } from './json';

/**
 * Takes an answer out of its envelope, tolerantly, because the API's sources disagree about envelopes
 * (worst for analysis templates): the documented key, its camelCase form, `data`, a longer form of the
 * key (`sip_trunk` for `trunk`), else the body itself.
 *
 * @param body a 2xx body: `{"assistant": {…}}`, `{"assistants": […]}`, or bare
 * @param key the documented envelope key; undefined for the operations that answer without one
 * @returns what was inside: an object, an array, or null (`{"domain": null}`)
 */
export function unwrap(body: unknown, key: string | undefined): unknown {
	if (!isObject(body) || key === undefined) return body;
	const camelKey = key.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
	const found =
		[key, camelKey, 'data'].find((name) => name in body) ??
		Object.keys(body).find((name) => name.endsWith(`_${key}`) && isFilled(body[name]));
	return found === undefined ? body : body[found];
}

/** Not a plain value: a bare phone number has a `phone_number` that is no envelope. */
function isFilled(value: unknown): boolean {
	return typeof value === 'object' && value !== null;
}

/** The rows of a list answer. @throws never: anything that is no list counts as no rows */
export function rowsOf(body: unknown, key: string): IDataObject[] {
	const rows = unwrap(body, key);
	return Array.isArray(rows) ? rows.filter(isObject) : [];
}
