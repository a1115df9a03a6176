import type { Operation } from '../../operation/operation';
import { provider } from './provider';

/** DELETE /byok names the provider in a JSON body. */
export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete provider key',
	description: 'Delete your own key of a provider; keys of the platform are used again',
	request: { method: 'DELETE', path: '/byok' },
	fields: [provider],
};
