import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../api/answer';
import type { Field } from '../resources/operation';

/**
 * Reads a JSON parameter. Expressions may give an object instead of a text, which is fine.
 *
 * @returns undefined for an empty text
 * @throws Error with line and column of the mistake
 */
export function parseJson(entered: unknown): unknown {
	if (typeof entered !== 'string') return entered;
	if (entered.trim() === '') return undefined;
	try {
		return JSON.parse(entered);
	} catch (error) {
		throw badJson(entered, error);
	}
}

/** As parseJson, for parameters that must be a JSON object. `{}` counts as empty. */
export function parseJsonObject(entered: unknown): IDataObject | undefined {
	const value = parseJson(entered);
	if (value === undefined) return undefined;
	if (!isObject(value)) throw new Error('This must be a JSON object, such as {"name": "value"}');
	return Object.keys(value).length === 0 ? undefined : value;
}

/** Node words the place in different ways, so only the position is taken from its text. */
function badJson(text: string, error: unknown): Error {
	const reason = error instanceof Error ? error.message : '';
	const position = Number(/position (\d+)/.exec(reason)?.[1] ?? text.length);
	const before = text.slice(0, position).split('\n');
	const column = before[before.length - 1].length + 1;
	return new Error(`This is not valid JSON: look at line ${before.length}, column ${column}`);
}

/** Everything the API takes and the form does not offer, merged over the form's fields. */
export const moreFields: Field = {
	displayName: 'More Fields (JSON)',
	name: 'moreFields',
	type: 'json',
	default: '{}',
	description:
		'Further fields as the HMS Sovereign API names them. They are merged over the fields above and win.',
	send: { in: 'body', as: '', value: parseJsonObject },
};
