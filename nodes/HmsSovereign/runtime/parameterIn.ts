import type { FailureFacts } from '../api/errors';
import { allFields } from '../operation/fieldTree';
import type { Field } from '../operation/operation';

/** The display name of the parameter that an API text is about: by its `param`, else by a word in the text. */
export function parameterIn(
	{ param, message, details }: FailureFacts,
	fields: Field[],
): string | undefined {
	const words = new Set(`${param ?? ''} ${message} ${details.join(' ')}`.match(/[\w-]+/g));
	return allFields(fields).find(({ send }) => {
		const name = send?.as.split('.').pop();
		return name !== undefined && name !== '' && words.has(name);
	})?.displayName;
}
