import { updateFields } from '../../fields/collections';
import { moreFields } from '../../fields/json';
import { workflowId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';
import { definition, isActive, name } from './fields';

/** PATCH /workflows/{id} */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update call workflow',
	description: 'Change, switch on or switch off a call workflow',
	request: { method: 'PATCH', path: '/workflows/{workflowId}', answer: 'workflow' },
	fields: [workflowId, updateFields([isActive, definition, moreFields, name])],
};
