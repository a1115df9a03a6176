import { textField } from '../../fields/bodyFields';
import type { Operation } from '../../operation/operation';
import { provider } from './provider';

/** POST /byok: adds or replaces. The value is write-only. */
export const set: Operation = {
	name: 'Set',
	value: 'set',
	action: 'Set provider key',
	description: 'Store your own key of a provider, in place of the one that was stored before',
	request: { method: 'POST', path: '/byok', answer: 'byok_keys' },
	fields: [
		provider,
		textField({
			displayName: 'Key',
			name: 'providerApiKey',
			as: 'api_key',
			secret: true,
			required: true,
			description:
				'Your API key at the provider. HMS Sovereign keeps it in a vault and never shows it.',
		}),
	],
};
