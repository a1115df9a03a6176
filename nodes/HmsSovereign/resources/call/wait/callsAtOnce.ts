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
	return Number(item.parameter('options.callsAtOnce') ?? Infinity);
}
