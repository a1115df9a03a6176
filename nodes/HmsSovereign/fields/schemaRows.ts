import type { IDataObject } from 'n8n-workflow';

import type { Field, Send } from '../operation/operation';
import { rowsOfCollection } from './collections';

/** A kind of value that only exists as a list of choices. */
const CHOICE = 'choice';

/**
 * Rows that describe an object without JSON: name, type, description and choices of each value.
 *
 * @param texts what the rows are about
 */
export function schemaRows(texts: {
	displayName: string;
	name: string;
	description: string;
	placeholder: string;
	/** Further fields of a row. */
	more?: Field[];
	send?: Send;
}): Field {
	const { displayName, name, description, placeholder, more = [], send } = texts;
	return {
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder,
		default: {},
		description,
		options: [{ name: 'list', displayName: 'Value', values: [...rowFields, ...more] }],
		...(send !== undefined && { send }),
	};
}

const rowFields: Field[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. phone',
		description: 'Name of the value, without spaces',
	},
	{
		displayName: 'Type',
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Number', value: 'number' },
			{ name: 'One of Several', value: CHOICE, description: 'One of the choices that you list' },
			{ name: 'Text', value: 'string' },
			{ name: 'Whole Number', value: 'integer' },
			{ name: 'Yes or No', value: 'boolean' },
		],
		default: 'string',
		description: 'What kind of value it is',
	},
	{
		displayName: 'Choices',
		name: 'choices',
		type: 'string',
		default: '',
		placeholder: 'e.g. sales, support, other',
		displayOptions: { show: { type: [CHOICE] } },
		description: 'What the value can be, with commas between the choices',
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		default: '',
		placeholder: 'e.g. Phone number of the customer',
		description: 'What the value means',
	},
];

/**
 * The JSON Schema that rows describe; undefined when there are none.
 *
 * @throws Error for a row that cannot be one
 */
export function schemaOfRows(entered: unknown): IDataObject | undefined {
	const rows = rowsOfCollection(entered, 'list').filter(({ name }) => textOf(name) !== '');
	if (rows.length === 0) return undefined;
	const required = rows.filter((row) => row.required === true).map(({ name }) => textOf(name));
	return {
		type: 'object',
		properties: Object.fromEntries(rows.map((row) => [textOf(row.name), propertyOf(row)])),
		...(required.length > 0 && { required }),
	};
}

function propertyOf(row: IDataObject): IDataObject {
	const description = textOf(row.description);
	return { ...kindOf(row), ...(description !== '' && { description }) };
}

function kindOf({ name, type = 'string', choices }: IDataObject): IDataObject {
	if (type !== CHOICE) return { type };
	const listed = (Array.isArray(choices) ? choices.map(textOf) : textOf(choices).split(','))
		.map((choice) => choice.trim())
		.filter((choice) => choice !== '');
	if (listed.length === 0) throw new Error(`"${textOf(name)}" has no choices. List at least one.`);
	return { type: 'string', enum: [...new Set(listed)] };
}

function textOf(value: unknown): string {
	return String(value ?? '').trim();
}
