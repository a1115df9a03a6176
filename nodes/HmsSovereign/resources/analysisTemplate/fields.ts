import { toJsonObject } from '../../fields/json';
import type { Field } from '../operation';

export const description: Field = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	description: 'What this template is for',
	send: { in: 'body', as: 'description' },
};

export const name: Field = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Lead qualification',
	description: 'What you call this template',
	send: { in: 'body', as: 'name' },
};

export const schema: Field = {
	displayName: 'Schema (JSON)',
	name: 'schema',
	type: 'json',
	default: '{\n  "type": "object",\n  "properties": {}\n}',
	description: 'What the analysis gives, as a JSON Schema',
	send: { in: 'body', as: 'schema', value: toJsonObject },
};

export const systemPrompt: Field = {
	displayName: 'System Prompt',
	name: 'systemPrompt',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. You are a sales analyst.',
	description: 'The role in which the model reads the call',
	send: { in: 'body', as: 'system_prompt' },
};

export const userPrompt: Field = {
	displayName: 'User Prompt',
	name: 'userPrompt',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	placeholder: 'e.g. Extract budget and timeline. Transcript: {transcript}',
	description:
		'What to find in the call. Filled in for each call: {transcript}, {summary}, {duration}, {caller_number}.',
	send: { in: 'body', as: 'user_prompt' },
};
