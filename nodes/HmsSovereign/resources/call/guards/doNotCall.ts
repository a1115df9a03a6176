import type { IExecuteFunctions } from 'n8n-workflow';

import { InputError } from '../../../api/inputError';
import { countryOption } from '../../../fields/phoneNumber';
import { toE164 } from '../../../fields/values/phoneNumber';
import type { Field, ItemRun } from '../../../operation/operation';
import type { Guard } from './guard';
import { protection } from './option';

/** More entries that cannot be read than this are not read by anybody in an error text. */
const MOST_NAMED = 20;

/** An option for each operation that dials. */
export const doNotCall: Field = {
	displayName: 'Do Not Call',
	name: 'doNotCall',
	type: 'string',
	takes: 'list',
	typeOptions: { rows: 4 },
	default: '',
	placeholder: 'e.g. +31612345678, +31687654321',
	description:
		'Numbers that are never called, separated by commas or line breaks, or a list from an expression. They come out with "skipped" true. If one of them cannot be read, nobody is called.',
};

/** A list as it was entered, and read. Usually it is the same for all items, so it is read once. */
interface KnownList {
	text: string;
	country: unknown;
	numbers: Set<string>;
}

const knownTo = new WeakMap<IExecuteFunctions, KnownList>();

/** Whoever asked not to be called is not called. */
export const onDoNotCallList: Guard = ({ destination }, item) => {
	const list = protection(doNotCall, item);
	return list !== undefined && numbersIn(list, item).has(destination)
		? { reason: 'do-not-call' }
		: undefined;
};

function numbersIn(list: unknown, item: ItemRun): Set<string> {
	const text = typeof list === 'string' ? list : JSON.stringify(list);
	const country = item.parameter('options.defaultCountryCode');
	const known = knownTo.get(item.context);
	if (known?.text === text && known.country === country) return known.numbers;
	const numbers = read(entriesOf(list), item);
	knownTo.set(item.context, { text, country, numbers });
	return numbers;
}

/** @param list a text, or several */
function entriesOf(list: unknown): string[] {
	const texts = [list].flat().map(String);
	return texts.flatMap((text) => text.split(/[\n\r,;]+/)).filter((entry) => entry.trim() !== '');
}

function read(entries: string[], item: ItemRun): Set<string> {
	const country = countryOption(item);
	const numbers = new Set<string>();
	const refused: string[] = [];
	for (const entry of entries) {
		try {
			numbers.add(toE164(entry, country));
		} catch {
			refused.push(`"${entry.trim()}"`);
		}
	}
	if (refused.length === 0) return numbers;
	const named = refused.slice(0, MOST_NAMED).join(', ');
	const more = refused.length > MOST_NAMED ? ` and ${refused.length - MOST_NAMED} more` : '';
	throw new InputError(
		`'${doNotCall.displayName}': these entries are not phone numbers in international format: ${named}${more}. Nobody is called with a list that cannot be read.`,
		"Correct them, or set 'Default Country Code' if they are numbers of one country.",
	);
}
