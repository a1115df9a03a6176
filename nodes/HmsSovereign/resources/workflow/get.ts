import { workflowId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';

/** GET /workflows/{id} */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get call workflow',
	description: 'Get a call workflow',
	request: { method: 'GET', path: '/workflows/{workflowId}', answer: 'workflow' },
	fields: [workflowId],
};
