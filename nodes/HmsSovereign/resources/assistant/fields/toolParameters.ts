import type { IDataObject } from 'n8n-workflow';

import { toJsonObject } from '../../../fields/json';
import { merge } from '../../../fields/merge';
import { schemaOfRows, schemaRows } from '../../../fields/schemaRows';
import type { Field } from '../../../operation/operation';

/** What the model fills in when it uses a webhook tool: rows for the simple cases, JSON Schema for all. */
export const toolParameters: Field[] = [
	schemaRows({
		displayName: 'Parameters',
		name: 'parameters',
		placeholder: 'Add parameter',
		description: 'What the assistant must find out and hand over to the tool',
		more: [
			{
				displayName: 'Required',
				name: 'required',
				type: 'boolean',
				default: true,
				description: 'Whether the tool cannot be used without this value',
			},
		],
	}),
	{
		displayName: 'Parameters (JSON)',
		name: 'parametersJson',
		type: 'json',
		default: '{}',
		description:
			'Parameters that need more than the rows above, as a JSON Schema. Merged over them.',
	},
];

/** JSON Schema of what the user entered; undefined when that is nothing. @throws Error for bad input */
export function toParameterSchema({
	parameters,
	parametersJson,
}: IDataObject): IDataObject | undefined {
	const rows = schemaOfRows(parameters);
	const json = toJsonObject(parametersJson) ?? {};
	if (rows === undefined && Object.keys(json).length === 0) return undefined;
	return merge(rows ?? { type: 'object', properties: {} }, json);
}
