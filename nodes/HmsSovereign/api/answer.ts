import type { IDataObject } from 'n8n-workflow';

import { ApiFailure } from './errors';
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

/**
 * The rows of a list answer.
 *
 * What is no list is not taken for an empty one: "nobody was called lately" would be read out of it, and
 * everybody dialled again.
 *
 * @throws ApiFailure when the answer holds no list of objects
 */
export function rowsOf(body: unknown, key: string): IDataObject[] {
	const rows = unwrap(body, key);
	if (Array.isArray(rows) && rows.every(isObject)) return rows;
	throw new ApiFailure({
		message: `HMS Sovereign sent an answer without the list of ${key.replace(/_/g, ' ')}`,
		advice:
			'Nothing was read from it. Run the node again; if this stays so, check the Base URL in the HMS Sovereign credential.',
		status: 200,
		details: [],
		request: `The list of ${key.replace(/_/g, ' ')}`,
		outcomeUnknown: false,
	});
}
