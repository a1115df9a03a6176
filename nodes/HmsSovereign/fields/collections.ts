import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../api/json';
import type { Field, Send } from '../operation/operation';
import { forChanges } from './changes';
import { setDeep } from './merge';

/** Optional fields of a create operation. */
export function additionalFields(fields: Field[]): Field {
	return collection('Additional Fields', 'additionalFields', 'Add field', fields);
}

/** Fields of an update operation; only what the user chose in them is changed. */
export function updateFields(fields: Field[]): Field {
	return collection('Update Fields', 'updateFields', 'Add field', forChanges(fields));
}

/** Filters of a list operation. */
export function filters(fields: Field[]): Field {
	return collection('Filters', 'filters', 'Add filter', fields);
}

/** In the order of their names, in which n8n's users look for them. */
function collection(
	displayName: string,
	name: string,
	placeholder: string,
	fields: Field[],
): Field {
	const options = [...fields].sort((a, b) => a.displayName.localeCompare(b.displayName));
	return { displayName, name, type: 'collection', placeholder, default: {}, options };
}

/** A field that can be emptied: what the user sees, and the API's name; dots lead into an object. */
interface Clearable {
	name: string;
	value: string;
	/** What the API takes for "nothing" (default null). */
	nothing?: '' | [];
}

/**
 * The explicit way to empty or detach fields in an update: the API clears a field that is sent as null
 * and leaves out those that are not sent (API docs: Assistants, Phone Numbers).
 */
export function clearFields(clearable: Clearable[]): Field {
	return {
		displayName: 'Clear Fields',
		name: 'clearFields',
		type: 'multiOptions',
		options: clearable.map(({ name, value }) => ({ name, value })),
		default: [],
		description: 'Fields to empty or detach',
		send: {
			in: 'body',
			as: '',
			value: (names) => (Array.isArray(names) ? emptied(clearable, names.map(String)) : undefined),
		},
	};
}

function emptied(clearable: Clearable[], names: string[]): IDataObject {
	const empty: IDataObject = {};
	for (const name of names) {
		const { nothing = null } = clearable.find(({ value }) => value === name) ?? {};
		setDeep(empty, name, nothing);
	}
	return empty;
}

/**
 * Pairs of name and value, sent as one object of texts.
 *
 * @param secret hides the values in the editor
 */
export function keyValues(
	displayName: string,
	name: string,
	description: string,
	send: Send,
	secret = false,
): Field {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add value',
		default: {},
		description,
		options: [
			{
				name: 'pairs',
				displayName: 'Value',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						description: 'What the value is called',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						...(secret && { typeOptions: { password: true } }),
						default: '',
						description: 'The value, which is sent as text',
					},
				],
			},
		],
		send: { ...send, value: pairsToObject },
	};
}

/** What the user entered into a fixed collection with several entries. */
export function rowsOfCollection(entered: unknown, group: string): IDataObject[] {
	const rows = isObject(entered) ? entered[group] : undefined;
	return Array.isArray(rows) ? rows.filter(isObject) : [];
}

/**
 * Pairs of name and value as one object of texts; undefined when there are none.
 *
 * @throws Error for a value without a name, which would be lost
 */
export function pairsToObject(entered: unknown): IDataObject | undefined {
	const pairs = rowsOfCollection(entered, 'pairs').map(
		({ name, value }) => [String(name ?? '').trim(), String(value ?? '')] as const,
	);
	const named = pairs.filter(([name]) => name !== '');
	const lost = pairs.find(([name, value]) => name === '' && value !== '');
	if (lost !== undefined) throw new Error(`The value "${lost[1]}" has no name`);
	return named.length === 0 ? undefined : Object.fromEntries(named);
}
