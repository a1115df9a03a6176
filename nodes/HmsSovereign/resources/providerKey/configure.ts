import { toJsonObject } from '../../fields/json';
import type { Operation } from '../../operation/operation';
import { provider } from './provider';

/** POST /byok/config. Which settings a provider has is not documented, so they are JSON. */
export const configure: Operation = {
	name: 'Configure',
	value: 'configure',
	action: 'Change settings of provider key',
	description: 'Change settings of a provider whose key is stored',
	request: {
		method: 'POST',
		path: '/byok/config',
		answer: 'byok_config',
		advice: {
			400: "Store a key of this provider first, with Provider Key: Set. If there is one, correct the 'Settings (JSON)'.",
		},
	},
	fields: [
		provider,
		{
			displayName: 'Settings (JSON)',
			name: 'config',
			type: 'json',
			default: '{}',
			required: true,
			description: 'Settings of the provider as one JSON object; they are added to the stored ones',
			send: { in: 'body', as: 'config', value: toJsonObject },
		},
	],
};
