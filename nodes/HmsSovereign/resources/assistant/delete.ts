import { assistantId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';

/** DELETE /assistants/{id} */
export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete assistant',
	description: 'Delete an assistant',
	request: {
		method: 'DELETE',
		path: '/assistants/{assistantId}',
		advice: {
			409: 'Phone numbers or campaigns still use this assistant. Choose another one there, or detach it with Phone Number: Update, Clear Fields, and run the node again.',
		},
	},
	fields: [assistantId],
};
