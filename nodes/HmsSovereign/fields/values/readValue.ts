import type { Field } from '../../operation/operation';
import { CUSTOM } from '../choice';
import { toData } from './data';
import { toChoice, toChoices, toSwitch, type Offer } from './choice';
import { toNumber } from './number';
import { isEmpty, kindOf, toId, toText, toTexts } from './text';

/**
 * Reads what was entered into a field by the field's kind, before anything else sees it. Expressions,
 * spreadsheets, databases and agents give values of every kind for every field.
 *
 * @returns what the kind says: a text, a number … ; undefined when nothing was entered
 * @throws Error for what cannot be understood without guessing
 */
export function readValue(field: Field, entered: unknown): unknown {
	if (field.takes === 'data') return isEmpty(entered) ? undefined : toData(entered);
	switch (field.type) {
		case 'boolean':
			return toSwitch(entered);
		case 'number':
			return toNumber(entered, limitsOf(field));
		case 'options':
			return toChoice(entered, offerOf(field));
		case 'multiOptions':
			return toChoices(entered, offerOf(field));
		case 'resourceLocator':
			return toId(idIn(entered));
		case 'string':
			return readText(field, entered);
		case 'collection':
		case 'fixedCollection':
			return readGroup(entered);
		default:
			// Moments and JSON have many forms; their fields read them themselves.
			return isEmpty(entered) ? undefined : entered;
	}
}

function readText({ takes, typeOptions }: Field, entered: unknown): unknown {
	const isList =
		typeOptions?.multipleValues === true || (takes === 'list' && Array.isArray(entered));
	return isList ? toTexts(entered) : toText(entered);
}

/** Fields inside are read one by one; this is for what holds none. */
function readGroup(entered: unknown): undefined {
	if (isEmpty(entered)) return undefined;
	throw new Error(`This is ${kindOf(entered)}, where fields with values belong.`);
}

function limitsOf({ typeOptions = {} }: Field) {
	const { minValue, maxValue, numberPrecision } = typeOptions;
	return { min: minValue, max: maxValue, whole: numberPrecision === 0 };
}

function offerOf({ options = [] }: Field): Offer {
	const offered = options.filter((option) => 'value' in option);
	// A list with a way out takes any other value as well.
	return { options: offered, isOpen: offered.some(({ value }) => value === CUSTOM) };
}

/** A picker's value is an object that says how it was chosen. */
function idIn(entered: unknown): unknown {
	if (typeof entered !== 'object' || entered === null || !('__rl' in entered)) return entered;
	return 'value' in entered ? entered.value : undefined;
}
