import { assistantId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';

/** DELETE /assistants/{id} */
export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete assistant',
	description: 'Delete an assistant',
	request: { method: 'DELETE', path: '/assistants/{assistantId}' },
	fields: [assistantId],
};
