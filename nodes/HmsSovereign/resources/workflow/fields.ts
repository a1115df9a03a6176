import { toJsonObject } from '../../fields/json';
import type { Field } from '../operation';

export const name: Field = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Reception',
	description: 'What you call this call workflow',
	send: { in: 'body', as: 'name' },
};

export const isActive: Field = {
	displayName: 'Active',
	name: 'isActive',
	type: 'boolean',
	default: true,
	description:
		'Whether the call workflow answers calls. While it is off, the assistants of its numbers do.',
	send: { in: 'body', as: 'is_active' },
};

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
