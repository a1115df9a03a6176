import { isMoment, toData } from './data';

/** Whether nothing was entered: also what an expression gives for a field that an item does not have. */
export function isEmpty(entered: unknown): boolean {
	return entered === undefined || entered === null || entered === '';
}

/** What JavaScript makes of an object that is put into a text. */
const OBJECT_IN_TEXT = /\[object [A-Z]\w*\]/;

const INVALID_DATE = /^Invalid Date(Time)?$/;

/**
 * Reads a text. Numbers and switches become their words, moments ISO 8601, objects and lists JSON.
 *
 * @returns undefined when nothing was entered
 * @throws Error for what has no text
 */
export function toText(entered: unknown): string | undefined {
	if (isEmpty(entered)) return undefined;
	const data = toData(entered);
	if (typeof data === 'object') {
		if (data !== null && Object.keys(data).length > 0) return JSON.stringify(data);
		throw new Error(`This is an empty ${Array.isArray(data) ? 'list' : 'object'}, not a text.`);
	}
	const text = String(data);
	// What n8n makes of a failed date function before it gets here.
	if (INVALID_DATE.test(text)) throw new Error('This is an invalid date.');
	if (!OBJECT_IN_TEXT.test(text)) return text;
	throw new Error(
		`"${text}" has an object in it. Choose one of the object's fields in the expression.`,
	);
}

/**
 * Reads several texts, entered as a list.
 *
 * @returns undefined when nothing was entered
 */
export function toTexts(entered: unknown): string[] | undefined {
	if (isEmpty(entered)) return undefined;
	const texts = (Array.isArray(entered) ? entered : [entered]).map(toText);
	return texts.filter((text) => text !== undefined);
}

/** Longer than any ID; an address with more might be cut off on its way. */
const LONGEST_ID = 256;

/**
 * Reads an ID, as a picker or an expression gives it.
 *
 * @returns undefined when nothing was entered
 * @throws Error for what is no ID
 */
export function toId(entered: unknown): string | undefined {
	if (isEmpty(entered)) return undefined;
	if (typeof entered !== 'string' && typeof entered !== 'number') {
		throw new Error(`This is ${kindOf(entered)}, not an ID.`);
	}
	const text = toText(entered)
		?.replace(/\p{Cf}/gu, '')
		.trim();
	if (text === undefined || text === '') return undefined;
	if (text.length > LONGEST_ID) throw new Error('This is too long to be an ID.');
	if (/[\s\p{Cc}]/u.test(text)) throw new Error(`"${text}" is not an ID: it has a space in it.`);
	return text;
}

/** For messages: `an empty list`, `a date`, `true`. */
export function kindOf(value: unknown): string {
	if (isMoment(value)) return 'a date';
	if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
	if (typeof value === 'object' && value !== null) {
		return Object.keys(value).length === 0 ? 'an empty object' : 'an object';
	}
	return typeof value === 'function' ? 'a function' : String(value);
}
