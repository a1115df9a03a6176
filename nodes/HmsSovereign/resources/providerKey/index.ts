import type { Resource } from '../../operation/operation';
import { configure } from './configure';
import { remove } from './delete';
import { get } from './get';
import { set } from './set';

export const providerKey: Resource = {
	name: 'Provider Key (BYOK)',
	value: 'providerKey',
	description: 'Your own API keys of model, speech and e-mail providers',
	singular: 'Provider key',
	operations: [configure, remove, get, set],
};
