import type { FailureFacts } from '../api/errors';
import type { Field } from '../operation/operation';

/** The display name of the parameter that an API text is about: by its `param`, else by a word in the text. */
export function parameterIn(
	{ param, message, details }: FailureFacts,
	fields: Field[],
): string | undefined {
	const words = new Set(`${param ?? ''} ${message} ${details.join(' ')}`.match(/[\w-]+/g));
	return flatten(fields).find(({ send }) => {
		const name = send?.as.split('.').pop();
		return name !== undefined && name !== '' && words.has(name);
	})?.displayName;
}

/** Fields with those inside their collections. */
function flatten(fields: Field[]): Field[] {
	return fields.flatMap((field) => {
		const children = (field.options ?? []).flatMap((option) =>
			'values' in option ? option.values : 'type' in option ? [option] : [],
		);
		return [field, ...flatten(children)];
	});
}
