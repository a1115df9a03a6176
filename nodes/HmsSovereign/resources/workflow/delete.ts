import { workflowId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';

/** DELETE /workflows/{id} */
export const remove: Operation = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete call workflow',
	description: 'Delete a call workflow',
	request: {
		method: 'DELETE',
		path: '/workflows/{workflowId}',
		advice: {
			409: 'Phone numbers or assistants still use this call workflow. Detach it with Phone Number: Update, Clear Fields, and run the node again.',
		},
	},
	fields: [workflowId],
};
