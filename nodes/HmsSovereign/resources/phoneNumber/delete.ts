import { phoneNumberId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';

/** DELETE /numbers/{id} */
export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete phone number',
	description: 'Delete a phone number',
	request: {
		method: 'DELETE',
		path: '/numbers/{phoneNumberId}',
		advice: {
			409: 'A campaign or an assistant still uses this number. Choose another number there, and run the node again.',
		},
	},
	fields: [phoneNumberId],
};
