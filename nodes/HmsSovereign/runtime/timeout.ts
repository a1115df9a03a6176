import type { Field } from '../operation/operation';

/** The option that every operation has. */
export const timeout: Field = {
	displayName: 'Timeout (Seconds)',
	name: 'timeout',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 300 },
	default: 30,
	description:
		'How long to wait for an answer from HMS Sovereign before the request counts as failed',
};
