import type { IDataObject } from 'n8n-workflow';

import { rowsOfCollection } from '../../fields/collections';
import { toE164 } from '../../fields/values/phoneNumber';
import { toJsonObject } from '../../fields/json';
import { nameField, textField } from '../../fields/bodyFields';
import type { Field } from '../../operation/operation';

export const name = nameField('e.g. lookup_customer', 'What you call this template');

/** Older documents spell the built-ins endCall and transferCall; the SDK has these (API docs: Tool Templates). */
export const toolType: Field = {
	displayName: 'Tool Type',
	name: 'toolType',
	type: 'options',
	options: [
		{ name: 'End Call', value: 'end_call', description: 'Let the assistant hang up' },
		{ name: 'Function', value: 'function', description: 'Ask your webhook during the call' },
		{ name: 'Transfer Call', value: 'transfer_call', description: 'Hand the caller to a person' },
	],
	default: 'function',
	description: 'What the assistant can do with this tool',
	send: { in: 'body', as: 'tool_type' },
};

const forFunctions = { show: { toolType: ['function'] } };

/** Settings of a function, which together make its `tool_config`. */
export const functionSettings: Field[] = [
	textField({
		displayName: 'When to Use',
		name: 'functionDescription',
		as: 'tool_config.description',
		displayOptions: forFunctions,
		rows: 2,
		placeholder: 'e.g. Find a customer in the CRM',
		description: 'Tells the assistant what the function does and when to use it',
	}),
	textField({
		displayName: 'Webhook URL',
		name: 'functionUrl',
		as: 'tool_config.url',
		displayOptions: forFunctions,
		placeholder: 'e.g. https://n8n.example.com/webhook/lookup',
		description: "Address that is asked; leave empty to use the assistant's own webhook",
	}),
	{
		displayName: 'Parameters (JSON)',
		name: 'functionParameters',
		type: 'json',
		displayOptions: forFunctions,
		default: '{\n  "type": "object",\n  "properties": {}\n}',
		description: 'What the assistant has to find out before it asks, as a JSON Schema',
		send: { in: 'body', as: 'tool_config.parameters', value: toJsonObject },
	},
	textField({
		displayName: 'Function Name',
		name: 'functionName',
		as: 'tool_config.name',
		displayOptions: forFunctions,
		placeholder: 'e.g. lookup_customer',
		description: "Name of the function; leave empty to use the template's name",
		value: toFunctionName,
	}),
	{
		displayName: 'Answer Later',
		name: 'functionAsync',
		type: 'boolean',
		displayOptions: forFunctions,
		default: false,
		description: 'Whether the assistant goes on talking without waiting for the answer',
		send: { in: 'body', as: 'tool_config.async' },
	},
];

export const destinations: Field = {
	displayName: 'Destinations',
	name: 'destinations',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	displayOptions: { show: { toolType: ['transfer_call'] } },
	placeholder: 'Add destination',
	default: {},
	description: 'Where calls can be transferred to; at least one',
	options: [
		{
			name: 'destination',
			displayName: 'Destination',
			values: [
				{
					displayName: 'Phone Number',
					name: 'number',
					type: 'string',
					default: '',
					placeholder: 'e.g. +31201234567',
					description: 'In international format',
				},
				{
					displayName: 'Who Answers',
					name: 'description',
					type: 'string',
					default: '',
					placeholder: 'e.g. Sales',
					description: 'Tells the assistant whom it reaches there',
				},
				{
					displayName: 'Message',
					name: 'message',
					type: 'string',
					default: '',
					placeholder: 'e.g. One moment, I will put you through.',
					description: 'What the assistant says before it transfers the call',
				},
			],
		},
	],
	send: { in: 'body', as: 'tool_config.destinations', value: toDestinations },
};

function toDestinations(entered: unknown): IDataObject[] {
	const rows = rowsOfCollection(entered, 'destination');
	if (rows.length === 0) throw new Error('Add at least one destination');
	return rows.map(({ number, description: who, message }) => ({
		type: 'number',
		number: toE164(number),
		description: String(who ?? ''),
		...(message !== undefined && message !== '' && { message }),
	}));
}

/** API docs: Assistants (tools). */
const FUNCTION_NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/;

export function isFunctionName(name: unknown): boolean {
	return FUNCTION_NAME.test(String(name));
}

function toFunctionName(entered: unknown): string {
	const text = String(entered ?? '').trim();
	if (text === '' || isFunctionName(text)) return text;
	throw new Error(
		`"${text}" is not a function name. Use up to 64 letters, digits, _ and -, starting with a letter or _.`,
	);
}
