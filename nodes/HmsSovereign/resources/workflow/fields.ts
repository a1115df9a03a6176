import { toJsonObject } from '../../fields/json';
import { nameField, switchField } from '../../fields/bodyFields';
import type { Field } from '../../operation/operation';

export const name = nameField('e.g. Reception', 'What you call this call workflow');

export const isActive = switchField({
	displayName: 'Active',
	name: 'isActive',
	as: 'is_active',
	on: true,
	description:
		'Whether the call workflow answers calls. While it is off, the assistants of its numbers do.',
});

/** A new definition replaces the old one entirely (API docs: Workflows). */
export const definition: Field = {
	displayName: 'Definition (JSON)',
	name: 'definition',
	type: 'json',
	typeOptions: { rows: 12 },
	default: '',
	description:
		'Steps of the conversation as one JSON object with version, entry_node, nodes and edges. It replaces the whole old definition; running calls finish on the old one.',
	send: { in: 'body', as: 'definition', value: toJsonObject },
};

/** The smallest definition that answers a call, as a start to edit. */
export const EXAMPLE = JSON.stringify(
	{
		version: 1,
		entry_node: 'reception',
		nodes: [
			{ id: 'reception', type: 'conversation', instructions: 'You are the receptionist.' },
			{ id: 'goodbye', type: 'end', first_line: 'Thanks for calling.' },
		],
		edges: [{ from: 'reception', to: 'goodbye', description: 'The caller is done.' }],
	},
	null,
	2,
);
