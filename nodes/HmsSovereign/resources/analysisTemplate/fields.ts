import { toJsonObject } from '../../fields/json';
import { nameField, textField } from '../../fields/bodyFields';
import { schemaOfRows, schemaRows } from '../../fields/schemaRows';
import type { Field } from '../../operation/operation';

export const name = nameField('e.g. Lead qualification', 'What you call this template');

export const results = schemaRows({
	displayName: 'Results',
	name: 'results',
	placeholder: 'Add result',
	description: 'What to find out from each call',
	send: { in: 'body', as: 'schema', value: schemaOfRows },
});

export const schema: Field = {
	displayName: 'Schema (JSON)',
	name: 'schema',
	type: 'json',
	default: '{\n  "type": "object",\n  "properties": {}\n}',
	description: 'Results that need more than the rows above, as a JSON Schema. Merged over them.',
	send: { in: 'body', as: 'schema', value: toJsonObject },
};

export const systemPrompt = textField({
	displayName: 'System Prompt',
	name: 'systemPrompt',
	as: 'system_prompt',
	rows: 3,
	placeholder: 'e.g. You are a sales analyst.',
	description: 'The role in which the model reads the call',
});

export const userPrompt = textField({
	displayName: 'User Prompt',
	name: 'userPrompt',
	as: 'user_prompt',
	rows: 4,
	placeholder: 'e.g. Extract budget and timeline. Transcript: {transcript}',
	description:
		'What to find in the call. Filled in for each call: {transcript}, {summary}, {duration}, {caller_number}.',
});
