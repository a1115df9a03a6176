import type { IDataObject } from 'n8n-workflow';

/** What JSON can hold. */
export type Data = IDataObject[string];

/**
 * A value as JSON holds it: moments as ISO 8601, everything else as it is.
 *
 * @throws Error for what JSON would lose without a word, such as NaN, an invalid date or a function
 */
export function toData(value: unknown): Data {
	if (value === undefined || value === null) return null;
	if (typeof value === 'number' && !Number.isFinite(value)) {
		throw new Error(`This is ${value}, which comes out when the calculation of a number fails.`);
	}
	if (['string', 'number', 'boolean'].includes(typeof value)) return value as Data;
	if (typeof value === 'bigint') return value.toString();
	if (isMoment(value)) return isoOf(value);
	if (Array.isArray(value)) return value.map(toData) as Data;
	if (isPlain(value))
		return objectOf(Object.entries(value).map(([key, one]) => [key, toData(one)]));
	throw new Error(`This is a ${nameOf(value)}, which cannot be sent.`);
}

/** An object from pairs, in which names such as `__proto__` are names like all others. */
function objectOf(pairs: Array<[string, Data]>): IDataObject {
	return Object.fromEntries(pairs);
}

/** A moment in time: a Date, or what n8n's `$now` and its date functions give. */
export interface Moment {
	/** Milliseconds since 1970; NaN for an invalid date. */
	valueOf: () => number;
}

/** Expressions may run in a realm of their own, whose Date is another one, so classes are not asked. */
export function isMoment(value: unknown): value is Moment {
	if (typeof value !== 'object' || value === null) return false;
	// Luxon's own mark for its DateTime.
	if ('isLuxonDateTime' in value && value.isLuxonDateTime === true) return true;
	return Object.prototype.toString.call(value) === '[object Date]';
}

function isoOf(value: Moment): string {
	const time = value.valueOf();
	if (Number.isNaN(time)) throw new Error('This is an invalid date.');
	// n8n's moments know their time zone, which is worth keeping.
	const own = 'toISO' in value && typeof value.toISO === 'function' ? value.toISO() : undefined;
	return typeof own === 'string' ? own : new Date(time).toISOString();
}

/** An object without a class of its own: what JSON, n8n's items and expressions give. */
function isPlain(value: unknown): value is Record<string, unknown> {
	return Object.prototype.toString.call(value) === '[object Object]' && !isClassInstance(value);
}

function isClassInstance(value: unknown): boolean {
	const prototype: unknown = Object.getPrototypeOf(value);
	// n8n hands some objects over in proxies, and from other realms: their Object is not ours.
	return prototype !== null && Object.getPrototypeOf(prototype) !== null;
}

function nameOf(value: unknown): string {
	return typeof value === 'object'
		? Object.prototype.toString.call(value).slice(8, -1)
		: typeof value;
}
