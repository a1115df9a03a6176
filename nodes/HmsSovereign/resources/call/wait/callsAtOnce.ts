import { InputError } from '../../../api/inputError';
import type { Field, ItemRun } from '../../../operation/operation';

/** An option of Start and Wait. */
export const callsAtOnce: Field = {
	displayName: 'Calls at Once',
	name: 'callsAtOnce',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 10,
	description:
		'How many of these calls may go on at the same time. The next number is dialled as soon as a call is over.',
};

/** How many calls of a run may be live at the same time; Infinity when the option is off. */
export function callsAtOnceOf(item: ItemRun): number {
	const entered = item.parameter('options.callsAtOnce');
	if (entered === undefined) return Infinity;
	const count = entered === '' ? NaN : Number(entered);
	if (Number.isInteger(count) && count >= 1) return count;
	throw new InputError(
		`'${callsAtOnce.displayName}': "${String(entered)}" is not a whole number above 0`,
	);
}
