import type { FailureFacts } from '../api/errors';
import { allFields } from '../operation/fieldTree';
import type { Field } from '../operation/operation';

/** No word. */
const NO_NAME = '';

/** The display name of the parameter that an API text is about: by its `param`, else by a word in the text. */
export function parameterIn(
	{ param, message, details }: FailureFacts,
	fields: Field[],
): string | undefined {
	const words: string[] = `${param ?? ''} ${message} ${details.join(' ')}`.match(/[\w-]+/g) ?? [];
	const named = allFields(fields).map(({ send, displayName }) => ({
		displayName,
		at: words.indexOf(send?.as.split('.').pop() || NO_NAME),
	}));
	// The text begins with what it is about: "address must be a host name" is not about the name.
	const [first] = named.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at);
	return first?.displayName;
}
