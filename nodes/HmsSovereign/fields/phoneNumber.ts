import type { Field } from '../operation/operation';

/** What people put between the digits of a phone number. */
const SEPARATORS = /[\s\-().\u00a0]/g;

/** ITU E.164: `+`, country code, 7 to 15 digits in all. */
const E164 = /^\+[1-9]\d{6,14}$/;

/**
 * Reads a phone number, spaces, dots, dashes and brackets tolerated.
 *
 * @returns E.164, such as `+31612345678`
 * @throws Error that says what is expected
 */
export function toE164(entered: unknown): string {
	const text = String(entered ?? '').replace(SEPARATORS, '');
	if (!E164.test(text)) {
		throw new Error(
			`"${String(entered ?? '')}" is not a phone number in international format. Start with + and the country code, such as +31612345678.`,
		);
	}
	return text;
}

/** The phone number that a new number or lead is about. */
export function e164Field(description: string): Field {
	return {
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. +31612345678',
		description,
		send: { in: 'body', as: 'phone_number', value: toE164 },
	};
}
