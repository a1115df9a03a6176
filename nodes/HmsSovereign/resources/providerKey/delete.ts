import type { Operation } from '../../operation/operation';
import { provider } from './provider';

/** DELETE /byok names the provider in a JSON body. */
export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete provider key',
	description: 'Delete your own key of a provider; keys of the platform are used again',
	request: {
		method: 'DELETE',
		path: '/byok',
		advice: {
			404: 'No key of this provider is stored, so there is nothing to delete. Provider Key: Get shows which are.',
		},
	},
	fields: [provider],
};
