import { asInputError } from '../api/inputError';
import type { Field, ItemRun, Send } from '../operation/operation';
import { toCountryCode, toE164, type PhoneNumberOptions } from './values/phoneNumber';

/** An option for operations that take numbers out of lists, which often are national ones. */
export const defaultCountryCode: Field = {
	displayName: 'Default Country Code',
	name: 'defaultCountryCode',
	type: 'string',
	default: '',
	placeholder: 'e.g. +31',
	description:
		'Country of numbers that are written without one, so that 06 12345678 becomes +31612345678. Left empty, such numbers are refused.',
};

/** How numbers that do not say their country are read: with the operation's Default Country Code. */
export function countryOption({ parameter }: ItemRun): PhoneNumberOptions {
	const entered = parameter(`options.${defaultCountryCode.name}`);
	try {
		toCountryCode(entered);
	} catch (error) {
		throw asInputError(defaultCountryCode.displayName, error);
	}
	return {
		defaultCountryCode: entered,
		advice: `, or set '${defaultCountryCode.displayName}' under Options`,
	};
}

/**
 * Reads the number of a person to call, with the operation's Default Country Code.
 *
 * @throws Error that says what is wrong with it
 */
export function toNumberToCall(entered: unknown, item: ItemRun): string {
	return toE164(entered, countryOption(item));
}

/** The phone number that a new number or lead is about. */
export function e164Field(
	description: string,
	value: Send['value'] = (entered) => toE164(entered),
): Field {
	return {
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +31612345678',
		description,
		send: { in: 'body', as: 'phone_number', value },
	};
}
