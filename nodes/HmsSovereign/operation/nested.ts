import { mapField } from './fieldTree';
import type { Field } from './operation';

/**
 * The same fields for a body in which they sit one level deeper: what an assistant has as
 * `first_message` goes into a call as `assistant.first_message`.
 *
 * @param name the API's name of the object that holds them: `assistant`
 */
export function sentInside(name: string, fields: Field[]): Field[] {
	return fields.map((field) => mapField(field, (one) => deeper(name, one)));
}

function deeper(name: string, field: Field): Field {
	if (field.send === undefined) return field;
	const { as } = field.send;
	return { ...field, send: { ...field.send, as: as === '' ? name : `${name}.${as}` } };
}
