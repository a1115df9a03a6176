import { isINodeProperties, isINodePropertyCollection } from 'n8n-workflow';

import type { Field } from '../operation/operation';

/** Stands first in every choice of a form for changes; never sent. */
export const UNCHANGED = {
	name: 'Unchanged',
	value: 'unchanged',
	description: 'What is saved now',
};

/**
 * The same fields for a form that changes something saved. n8n fills a group of fields with all its
 * presets as soon as the group is added, so a preset that is right for something new would overwrite what
 * is saved. Here nothing is sent that nobody chose: choices begin with "Unchanged", switches of a group
 * become such choices, and its numbers and pickers are empty.
 */
export function forChanges(fields: Field[]): Field[] {
	return fields.map(forChange);
}

function forChange(field: Field): Field {
	switch (field.type) {
		case 'options':
			return withUnchanged(field);
		case 'collection':
			return {
				...field,
				options: field.options?.map((one) => (isINodeProperties(one) ? forChange(one) : one)),
			};
		case 'fixedCollection':
			return forChangesOfGroup(field);
		default:
			return field;
	}
}

/** Rows, such as tools, are always new as a whole: what is in them is not a change of something. */
function forChangesOfGroup(field: Field): Field {
	if (field.typeOptions?.multipleValues === true) return field;
	const options = field.options?.map((group) =>
		isINodePropertyCollection(group)
			? { ...group, values: group.values.map(forChangeInGroup) }
			: group,
	);
	return { ...field, options };
}

function forChangeInGroup(field: Field): Field {
	switch (field.type) {
		case 'boolean':
			return withUnchanged({
				...field,
				type: 'options',
				options: [
					{ name: 'Off', value: false },
					{ name: 'On', value: true },
				],
			});
		case 'number':
			return { ...field, default: '' };
		case 'resourceLocator':
			return { ...field, default: { mode: 'list', value: '' } };
		default:
			return forChange(field);
	}
}

function withUnchanged(field: Field): Field {
	const { options = [], send } = field;
	return {
		...field,
		options: [UNCHANGED, ...options],
		default: UNCHANGED.value,
		...(send !== undefined && {
			send: {
				...send,
				value: (entered, item) => {
					if (entered === UNCHANGED.value) return undefined;
					return send.value === undefined ? entered : send.value(entered, item);
				},
			},
		}),
	};
}
