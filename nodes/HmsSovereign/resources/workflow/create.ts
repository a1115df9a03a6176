import { additionalFields } from '../../fields/collections';
import { moreFields } from '../../fields/json';
import type { Operation } from '../../operation/operation';
import { definition, EXAMPLE, isActive, name } from './fields';

/** POST /workflows. The API checks the definition and lists every mistake in it. */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create call workflow',
	description: 'Create a call workflow. Attach it to a number with Phone Number > Update.',
	request: { method: 'POST', path: '/workflows', answer: 'workflow' },
	fields: [
		{ ...name, required: true },
		{ ...definition, required: true, default: EXAMPLE },
		additionalFields([isActive, moreFields]),
	],
};
