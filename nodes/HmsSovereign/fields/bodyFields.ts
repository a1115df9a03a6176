import type { Field, Send } from '../operation/operation';

/** What every small body field has. */
interface Plain {
	displayName: string;
	name: string;
	/** The API's name in the body. */
	as: string;
	description: string;
}

interface TextOptions
	extends Plain,
		Pick<Field, 'displayOptions' | 'hint' | 'placeholder' | 'required'> {
	/** Height of the input, for longer texts. */
	rows?: number;
	/** Hidden in the editor. */
	secret?: boolean;
	/** Checks or rewrites what was entered. */
	value?: Send['value'];
}

/** A text; empty ones are left out. */
export function textField({ as, rows, secret, value, ...texts }: TextOptions): Field {
	const typeOptions = {
		...(rows !== undefined && { rows }),
		...(secret === true && { password: true }),
	};
	return {
		...texts,
		type: 'string',
		...(Object.keys(typeOptions).length > 0 && { typeOptions }),
		default: '',
		send: { in: 'body', as, ...(value !== undefined && { value }) },
	};
}

/** What people call a resource of theirs. Create operations require it. */
export function nameField(placeholder: string, description: string): Field {
	return textField({ displayName: 'Name', name: 'name', as: 'name', placeholder, description });
}

/** A switch; always sent once it is added. */
export function switchField({ as, on = false, ...texts }: Plain & { on?: boolean }): Field {
	return { ...texts, type: 'boolean', default: on, send: { in: 'body', as } };
}

interface Range {
	min: number;
	/** Left out where the API documents none. */
	max?: number;
	preset: number;
	/** Digits after the point that the editor lets people enter; default 0: whole numbers. */
	digits?: number;
}

/** A number within limits. */
export function numberField({ as, min, max, preset, digits = 0, ...texts }: Plain & Range): Field {
	return {
		...texts,
		type: 'number',
		// A precision of 1 would show 100 as 100.0.
		typeOptions: { minValue: min, maxValue: max, ...(digits === 0 && { numberPrecision: 0 }) },
		default: preset,
		send: { in: 'body', as },
	};
}

interface Limits {
	/** Most entries that the API takes. */
	most?: number;
	/** Most characters in an entry. */
	length?: number;
}

/** Short texts, entered with commas between them. */
export function listField({
	as,
	most,
	length,
	...texts
}: Plain & Limits & { placeholder: string }): Field {
	return {
		...texts,
		type: 'string',
		takes: 'list',
		default: '',
		send: {
			in: 'body',
			as,
			value: (entered) =>
				within(Array.isArray(entered) ? entered : String(entered).split(','), { most, length }),
		},
	};
}

/** Sentences, each in a field of its own, since they hold commas. */
export function sentencesField({ as, most, length, ...texts }: Plain & Limits): Field {
	return {
		...texts,
		type: 'string',
		typeOptions: { multipleValues: true },
		default: [],
		send: {
			in: 'body',
			as,
			value: (entered) => within(Array.isArray(entered) ? entered : [entered], { most, length }),
		},
	};
}

/** @throws Error naming the limit that is passed */
function within(entered: unknown[], { most = Infinity, length = Infinity }: Limits) {
	const texts = entered.map((text) => String(text ?? '').trim()).filter((text) => text !== '');
	if (texts.length > most)
		throw new Error(`${texts.length} entries are given, at most ${most} are allowed`);
	const long = texts.find((text) => text.length > length);
	if (long !== undefined) throw new Error(`"${long}" is longer than ${length} characters`);
	return texts.length === 0 ? undefined : texts;
}

/** Fields that belong together and are there or not as a whole. */
export function block(
	{ displayName, name, description }: Omit<Plain, 'as'>,
	values: Field[],
): Field {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		placeholder: `Set ${displayName}`,
		default: {},
		description,
		options: [{ name: 'config', displayName, values }],
	};
}

/** Optional settings beside other fields, for certain values of those. */
export function settings(show: Record<string, string[]>, options: Field[]): Field {
	return {
		displayName: 'Settings',
		name: 'settings',
		type: 'collection',
		placeholder: 'Add setting',
		default: {},
		displayOptions: { show },
		options,
	};
}
