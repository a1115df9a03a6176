import type { INodePropertyOptions } from 'n8n-workflow';

import type { Field, Send } from '../operation/operation';

/** Option that lets people enter what a list does not have (yet); never sent itself. */
export const CUSTOM = 'custom';

export interface ChoiceOptions {
	displayName: string;
	name: string;
	/** Names that people read, or the API's values alone. Sorted here. */
	options: ReadonlyArray<INodePropertyOptions | string>;
	default: string;
	description: string;
	/** The text field for other values. */
	custom: { displayName: string; name: string };
	placeholder: string;
	send: Send;
	/** Values of sibling fields for which this is shown. */
	show?: Record<string, string[]>;
	/** Value of the option that stands before the sorted others. */
	first?: string;
}

/**
 * A list of the known values with a way out, since the API's lists grow: with "Custom Value" chosen, a
 * text field appears. Both fields must stand side by side in the same group.
 */
export function choice(of: ChoiceOptions): [Field, Field] {
	const { displayName, name, description, placeholder, show, first, send } = of;
	const preset = of.default;
	const rank = ({ value }: INodePropertyOptions) => (value === first ? 0 : 1);
	const options = of.options
		.map((option) => (typeof option === 'string' ? { name: option, value: option } : option))
		.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
	return [
		{
			displayName,
			name,
			type: 'options',
			options: [...options, { name: 'Custom Value', value: CUSTOM }],
			default: preset,
			description,
			...(show !== undefined && { displayOptions: { show } }),
			send: { ...send, value: (entered) => (entered === CUSTOM ? undefined : entered) },
		},
		customText(of.custom.displayName, of.custom.name, {
			placeholder,
			send,
			show: { ...show, [name]: [CUSTOM] },
		}),
	];
}

/** A text for a value that no list has. */
export function customText(
	displayName: string,
	name: string,
	{ placeholder, send, show }: Pick<ChoiceOptions, 'placeholder' | 'send' | 'show'>,
): Field {
	return {
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder,
		description: 'A value that the HMS Sovereign API knows and this list does not have',
		displayOptions: { show },
		send: { ...send, isNeeded: true },
	};
}
