/**
 * Small building blocks that say what a value must look like. A rule looks at one value, adds a
 * line for each thing that is wrong with it, and answers the value with its type. Nothing is
 * coerced, filled in or removed: what the documentation does not allow is an error.
 */
export type Rule<T> = (value: unknown, at: string, problems: string[]) => T;

type Typed<R> = R extends Rule<infer T> ? T : never;

interface Required<T> {
	required: true;
	rule: Rule<T>;
}

type Entry = Rule<unknown> | Required<unknown>;
export type Shape = Record<string, Entry>;

type RequiredNames<S extends Shape> = {
	[K in keyof S]: S[K] extends Required<unknown> ? K : never;
}[keyof S];

/** The object type that a shape describes. */
export type FieldsOf<S extends Shape> = {
	[K in RequiredNames<S>]: S[K] extends Required<infer T> ? T : never;
} & { [K in Exclude<keyof S, RequiredNames<S>>]?: Typed<S[K]> };

/** Marks a field of `fields` that may not be missing; all others are optional. */
export const required = <T>(rule: Rule<T>): Required<T> => ({ required: true, rule });

/** Builds a rule from a test and the words that follow the field's name when it fails. */
function rule<T>(words: string, test: (value: unknown) => boolean): Rule<T> {
	return (value, at, problems) => {
		if (!test(value)) problems.push(`${at} ${words}`);
		return value as T;
	};
}

export interface TextLimits {
	min?: number;
	max?: number;
}

/** Text of `min` (default 1) to `max` characters. */
export function text({ min = 1, max = Infinity }: TextLimits = {}): Rule<string> {
	const limits = max === Infinity ? '' : ` of ${min} to ${max} characters`;
	const words = `must be ${min > 0 ? 'a non-empty string' : 'a string'}${limits}`;
	return rule(words, (v) => typeof v === 'string' && v.length >= min && v.length <= max);
}

/** Text of a certain form; `words` describe it, such as "must be a time in the form HH:MM:SS". */
export const pattern = (form: RegExp, words: string): Rule<string> =>
	rule(words, (v) => typeof v === 'string' && form.test(v));

export const bool: Rule<boolean> = rule('must be a boolean', (v) => typeof v === 'boolean');

export const number = (min = -Infinity, max = Infinity): Rule<number> =>
	rule(
		`must be a number${rangeWords(min, max)}`,
		(v) => typeof v === 'number' && Number.isFinite(v) && v >= min && v <= max,
	);

export const integer = (min = -Infinity, max = Infinity): Rule<number> =>
	rule(
		`must be an integer${rangeWords(min, max)}`,
		(v) => Number.isInteger(v) && (v as number) >= min && (v as number) <= max,
	);

function rangeWords(min: number, max: number): string {
	if (min === -Infinity) return '';
	return max === Infinity ? ` of at least ${min}` : ` from ${min} to ${max}`;
}

export const oneOf = <const T extends string | number>(values: readonly T[]): Rule<T> =>
	rule(`must be one of: ${values.join(', ')}`, (v) => values.includes(v as T));

export const nullable =
	<T>(inner: Rule<T>): Rule<T | null> =>
	(value, at, problems) =>
		value === null ? null : inner(value, at, problems);

export function list<T>(item: Rule<T>, limits: { min?: number; max?: number } = {}): Rule<T[]> {
	const { min = 0, max = Infinity } = limits;
	return (value, at, problems) => {
		if (!Array.isArray(value)) {
			problems.push(`${at} must be an array`);
			return [];
		}
		if (value.length < min) problems.push(`${at} must have at least ${min} items`);
		if (value.length > max) problems.push(`${at} must have at most ${max} items`);
		return value.map((entry, index) => item(entry, `${at}[${index}]`, problems));
	};
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with any fields, such as a JSON Schema. */
export const anyObject: Rule<Record<string, unknown>> = rule('must be an object', isObject);

/** An object whose values all follow one rule. */
export function mapOf<T>(item: Rule<T>, max = Infinity): Rule<Record<string, T>> {
	return (value, at, problems) => {
		const map = anyObject(value, at, problems);
		if (!isObject(value)) return map as Record<string, T>;
		if (Object.keys(value).length > max) problems.push(`${at} must have at most ${max} entries`);
		for (const [name, entry] of Object.entries(value)) item(entry, `${at}.${name}`, problems);
		return map as Record<string, T>;
	};
}

/** An object with exactly these fields; any other field is an error. */
export function fields<S extends Shape>(shape: S): Rule<FieldsOf<S>> {
	return (value, at, problems) => {
		if (!isObject(value)) {
			problems.push(`${at || 'body'} must be an object`);
			return {} as FieldsOf<S>;
		}
		const prefix = at ? `${at}.` : '';
		for (const name of Object.keys(value)) {
			if (!Object.hasOwn(shape, name)) problems.push(`${prefix}${name} is not a known field`);
		}
		for (const [name, entry] of Object.entries(shape)) {
			const optional = typeof entry === 'function';
			if (value[name] !== undefined) {
				(optional ? entry : entry.rule)(value[name], prefix + name, problems);
			} else if (!optional) {
				problems.push(`${prefix}${name} is required`);
			}
		}
		return value as FieldsOf<S>;
	};
}

/** A rule plus a check of the whole value, run only when the rule itself has nothing to say. */
export function also<T>(inner: Rule<T>, check: (value: T, at: string) => string[]): Rule<T> {
	return (value, at, problems) => {
		const before = problems.length;
		const typed = inner(value, at, problems);
		if (problems.length === before) problems.push(...check(typed, at));
		return typed;
	};
}

/** An object that follows the rule its own tag (such as `provider` or `type`) chooses. */
export function variant(
	tag: string,
	rules: Record<string, Rule<unknown>>,
): Rule<Record<string, unknown>> {
	return (value, at, problems) => {
		const typed = anyObject(value, at || 'body', problems);
		if (!isObject(value)) return typed;
		const name = at ? `${at}.${tag}` : tag;
		const chosen = value[tag];
		if (chosen === undefined) problems.push(`${name} is required`);
		else if (typeof chosen === 'string' && Object.hasOwn(rules, chosen)) {
			rules[chosen](value, at, problems);
		} else problems.push(`${name} must be one of: ${Object.keys(rules).join(', ')}`);
		return typed;
	};
}
