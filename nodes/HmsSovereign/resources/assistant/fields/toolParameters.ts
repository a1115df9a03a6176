import type { IDataObject } from 'n8n-workflow';

import { rowsOfCollection } from '../../../fields/collections';
import { toJsonObject } from '../../../fields/json';
import { merge } from '../../../fields/merge';
import type { Field } from '../../../operation/operation';

/** What the model fills in when it uses a webhook tool: rows for the simple cases, JSON Schema for all. */
export const toolParameters: Field[] = [
	{
		displayName: 'Parameters',
		name: 'parameters',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add parameter',
		default: {},
		description: 'What the assistant must find out and hand over to the tool',
		options: [
			{
				name: 'list',
				displayName: 'Parameter',
				values: [
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
							{ name: 'Boolean', value: 'boolean' },
							{ name: 'Number', value: 'number' },
							{ name: 'Text', value: 'string' },
							{ name: 'Whole Number', value: 'integer' },
						],
						default: 'string',
						description: 'What kind of value it is',
					},
					{
						displayName: 'Description',
						name: 'description',
						type: 'string',
						default: '',
						placeholder: 'e.g. Phone number of the customer',
						description: 'What the value means',
					},
					{
						displayName: 'Required',
						name: 'required',
						type: 'boolean',
						default: true,
						description: 'Whether the tool cannot be used without this value',
					},
				],
			},
		],
	},
	{
		displayName: 'Parameters (JSON)',
		name: 'parametersJson',
		type: 'json',
		default: '{}',
		description:
			'Parameters that need more than the rows above, as a JSON Schema. Merged over them.',
	},
];

/** JSON Schema of what the user entered; undefined when that is nothing. @throws Error for bad JSON */
export function toParameterSchema({
	parameters,
	parametersJson,
}: IDataObject): IDataObject | undefined {
	const rows = rowsOfCollection(parameters, 'list').filter(({ name }) => name !== '');
	const json = toJsonObject(parametersJson) ?? {};
	if (rows.length === 0 && Object.keys(json).length === 0) return undefined;
	const required = rows.filter((row) => row.required !== false).map(({ name }) => name);
	const schema = {
		type: 'object',
		properties: Object.fromEntries(rows.map((row) => [String(row.name), propertyOf(row)])),
		...(required.length > 0 && { required }),
	};
	return merge(schema, json);
}

function propertyOf({ type = 'string', description }: IDataObject): IDataObject {
	return { type, ...(description !== undefined && description !== '' && { description }) };
}
