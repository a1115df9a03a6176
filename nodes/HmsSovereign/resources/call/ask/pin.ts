import { InputError } from '../../../api/inputError';
import type { Field, ItemRun } from '../../../operation/operation';
import { protection } from '../guards/option';

/** An option of Ask and Wait for Answer. */
export const pin: Field = {
	displayName: 'PIN',
	name: 'pin',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	placeholder: 'e.g. 4711',
	description:
		'Digits that the person must say for a yes to count. The assistant is not told them. Its analysis must have the field "pin" (text).',
};

/** Whether a yes needs a PIN. @throws InputError when its expression gives nothing */
export function isPinAsked(item: ItemRun): boolean {
	return protection(pin, item) !== undefined;
}

/**
 * The PIN that a yes needs; undefined: none.
 *
 * @throws InputError for what is no PIN: without one, every yes would count
 */
export function pinOf(item: ItemRun): string | undefined {
	const entered = protection(pin, item);
	if (entered === undefined) return undefined;
	const digits = digitsOf(entered);
	if (/^\d{4,12}$/.test(digits)) return digits;
	throw new InputError(
		`'${pin.displayName}' must have 4 to 12 digits`,
		'Nobody was called. Enter the digits that the person has to say, or remove the option.',
	);
}

/** As a number or as a text with spaces between the digits. */
export function digitsOf(entered: unknown): string {
	return String(entered ?? '').replace(/[\s-]/g, '');
}
