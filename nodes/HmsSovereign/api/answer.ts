import type { IDataObject } from 'n8n-workflow';

/**
 * Takes an answer out of its envelope, tolerantly, because the API's sources disagree about envelopes
 * (worst for analysis templates): the documented key, its camelCase form, `data`, else the body itself.
 *
 * @param body a 2xx body: `{"assistant": {…}}`, `{"assistants": […]}`, or bare
 * @param key the documented envelope key; undefined for the operations that answer without one
 * @returns what was inside: an object, an array, or null (`{"domain": null}`)
 */
export function unwrap(body: unknown, key: string | undefined): unknown {
	if (!isObject(body) || key === undefined) return body;
	const camelKey = key.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
	for (const name of [key, camelKey, 'data']) {
		if (name in body) return body[name];
	}
	return body;
}

/** The rows of a list answer. @throws never: anything that is no list counts as no rows */
export function rowsOf(body: unknown, key: string): IDataObject[] {
	const rows = unwrap(body, key);
	return Array.isArray(rows) ? rows.filter(isObject) : [];
}

export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
