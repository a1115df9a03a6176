import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../api/json';
import { toData } from './values/data';
import { isEmpty } from './values/text';
import type { Field } from '../operation/operation';

/**
 * Reads a JSON parameter. Expressions may give an object instead of a text, which is fine.
 *
 * @returns undefined for an empty text
 * @throws Error with line and column of the mistake
 */
export function parseJson(entered: unknown): unknown {
	if (typeof entered !== 'string') return isEmpty(entered) ? undefined : toData(entered);
	const text = unwrapped(entered);
	if (text.trim() === '') return undefined;
	try {
		return JSON.parse(text);
	} catch (error) {
		throw badJson(text, error);
	}
}

/** What JSON takes for a mistake, and files, web pages and models put between its parts. */
const STRING_OR_SPACE = /"(?:[^"\\]|\\.)*"|[\p{Zs}\p{Cf}]/gsu;

/** Models write JSON as they write code: inside a fence of Markdown. */
const FENCE = /^(\s*```[a-z]*[^\S\n]*\n)(.*?)(\n?\s*```\s*)$/is;

/** The same text with plain spaces for what is no JSON around it, so that positions stay. */
function unwrapped(text: string): string {
	const plain = text.replace(STRING_OR_SPACE, (found) => (found.startsWith('"') ? found : ' '));
	const [, before, inside, after] = FENCE.exec(plain) ?? [];
	return inside === undefined ? plain : blank(before) + inside + blank(after);
}

function blank(text: string): string {
	return text.replace(/[^\n]/g, ' ');
}

/** As parseJson, for parameters that must be a JSON object; `{}` is one. */
export function toJsonObject(entered: unknown): IDataObject | undefined {
	const value = parseJson(entered);
	if (value === undefined || isObject(value)) return value;
	throw new Error('This must be a JSON object, such as {"name": "value"}');
}

/** As toJsonObject, but `{}` counts as empty. */
export function parseJsonObject(entered: unknown): IDataObject | undefined {
	const value = toJsonObject(entered);
	return value === undefined || Object.keys(value).length === 0 ? undefined : value;
}

function badJson(text: string, error: unknown): Error {
	const before = text.slice(0, mistakeAt(text, reasonOf(error))).split('\n');
	const column = before[before.length - 1].length + 1;
	return new Error(`This is not valid JSON: look at line ${before.length}, column ${column}`);
}

/** Node names the position of most mistakes, but not of an unexpected character. */
function mistakeAt(text: string, reason: string): number {
	const position = /position (\d+)/.exec(reason)?.[1];
	if (position !== undefined) return Number(position);
	if (!isUnexpectedToken(reason)) return text.length;
	// The shortest beginning of the text that fails in the same way ends with that character.
	let good = 0;
	let bad = text.length;
	while (bad - good > 1) {
		const middle = Math.floor((good + bad) / 2);
		if (isUnexpectedToken(reasonAgainst(text.slice(0, middle)))) bad = middle;
		else good = middle;
	}
	return bad - 1;
}

function reasonAgainst(text: string): string {
	try {
		JSON.parse(text);
		return '';
	} catch (error) {
		return reasonOf(error);
	}
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : '';
}

function isUnexpectedToken(reason: string): boolean {
	return reason.startsWith('Unexpected token');
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
