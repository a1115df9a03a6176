import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../api/inputError';
import { isObject } from '../../../api/json';
import { keyValues } from '../../../fields/collections';
import { IN_EXPRESSIONS, PLACEHOLDER } from '../../../fields/placeholders';
import type { Field, ItemRun } from '../../../operation/operation';
import { savedAssistant } from './savedAssistant';

/** What the assistant says of a person: filled into its texts for this call. */
export const variables: Field = keyValues(
	'Variables',
	'variables',
	'Values for {{placeholders}} in first message, system prompt and voicemail message of the assistant, for this call only',
	{ in: 'body', as: 'variables' },
);

/** An option for each operation that dials. */
export const allowVariableMismatch: Field = {
	displayName: 'Allow Variable Mismatch',
	name: 'allowVariableMismatch',
	type: 'boolean',
	default: false,
	description:
		'Whether to call although a {{placeholder}} of the assistant has no value, or a value in Variables has no placeholder',
};

/**
 * Fills placeholders in the texts of a call's assistant. What changes in a saved one is sent as an
 * override, blocks whole, since an override replaces whole blocks (API docs: Create outbound call).
 *
 * @param body of `POST /calls/outbound`
 * @throws InputError when placeholders and values do not fit; ApiFailure
 */
export async function withVariables(
	body: IDataObject,
	values: IDataObject,
	item: ItemRun,
): Promise<IDataObject> {
	if (isObject(body.assistant)) {
		return { ...body, assistant: { ...body.assistant, ...filled(body.assistant, values, item) } };
	}
	const saved = await savedAssistant(item, String(body.assistant_id));
	const override = isObject(body.assistant_override) ? body.assistant_override : {};
	const changes = { ...override };
	if (body.first_message !== undefined) changes.first_message = body.first_message;
	const asItIs = { ...saved, ...changes };
	const assistantOverride = { ...changes, ...filled(asItIs, values, item) };
	const rest = Object.entries(body).filter(([name]) => name !== 'first_message');
	return { ...Object.fromEntries(rest), assistant_override: assistantOverride };
}

/** The texts of an assistant that have placeholders, filled; `llm_config` as a whole. */
function filled(assistant: IDataObject, values: IDataObject, item: ItemRun): IDataObject {
	const named = new Map(
		Object.entries(values).filter(([, value]) => value !== '' && value !== null),
	);
	const used = new Set<string>();
	const fill = (text: string) =>
		text.replace(PLACEHOLDER, (placeholder, name: string) => {
			used.add(name);
			return String(named.get(name) ?? placeholder);
		});
	const changes = filledTexts(assistant, fill);
	refuseMismatch(used, Object.keys(values), named, item);
	return changes;
}

function filledTexts(
	{ first_message, voicemail_message, llm_config }: IDataObject,
	fill: (text: string) => string,
): IDataObject {
	const changes: IDataObject = {};
	for (const [name, text] of Object.entries({ first_message, voicemail_message })) {
		if (typeof text === 'string' && hasPlaceholder(text)) changes[name] = fill(text);
	}
	const messages = isObject(llm_config) ? llm_config.messages : undefined;
	if (!isObject(llm_config) || !Array.isArray(messages)) return changes;
	const isFilled = (message: unknown): message is IDataObject =>
		isObject(message) &&
		message.role === 'system' &&
		typeof message.content === 'string' &&
		hasPlaceholder(message.content);
	if (messages.some(isFilled)) {
		const whole = (messages as IDataObject[]).map((message) =>
			isFilled(message) ? { ...message, content: fill(String(message.content)) } : message,
		);
		changes.llm_config = { ...llm_config, messages: whole };
	}
	return changes;
}

function hasPlaceholder(text: string): boolean {
	return text.search(PLACEHOLDER) >= 0;
}

function refuseMismatch(
	used: Set<string>,
	given: string[],
	named: Map<string, unknown>,
	item: ItemRun,
): void {
	if (item.parameter('options.allowVariableMismatch') === true) return;
	const empty = [...used].filter((name) => !named.has(name));
	const unused = given.filter((name) => !used.has(name));
	if (empty.length === 0 && unused.length === 0) return;
	const parts = [
		empty.length > 0 ? `no value for ${empty.map(inBraces).join(', ')}` : undefined,
		unused.length > 0
			? `no placeholder in the assistant's texts for ${unused.map(inBraces).join(', ')}`
			: undefined,
	];
	throw new InputError(
		`'${variables.displayName}': ${parts.filter((part) => part !== undefined).join('; ')}. Nobody was called.`,
		`Correct the names in 'Variables' or in the assistant, or turn on the option '${allowVariableMismatch.displayName}'. ${IN_EXPRESSIONS}`,
	);
}

function inBraces(name: string): string {
	return `{{${name}}}`;
}
