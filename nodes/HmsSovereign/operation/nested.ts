import type { INodePropertyOptions } from 'n8n-workflow';

import type { Field, FieldGroup } from './operation';

/**
 * The same fields for a body in which they sit one level deeper: what an assistant has as
 * `first_message` goes into a call as `assistant.first_message`.
 */
export function under(prefix: string, fields: Field[]): Field[] {
	return fields.map((field) => ({
		...field,
		...(field.send !== undefined && {
			send: { ...field.send, as: joined(prefix, field.send.as) },
		}),
		...(field.options !== undefined && {
			options: field.options.map((option) => optionUnder(prefix, option)),
		}),
	}));
}

function optionUnder(prefix: string, option: INodePropertyOptions | Field | FieldGroup) {
	if ('values' in option) return { ...option, values: under(prefix, option.values) };
	return 'type' in option ? under(prefix, [option])[0] : option;
}

function joined(prefix: string, name: string): string {
	return name === '' ? prefix : `${prefix}.${name}`;
}
