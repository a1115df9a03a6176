import { clearFields, updateFields } from '../../fields/collections';
import { moreFields } from '../../fields/json';
import { phoneNumberId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';
import { answeringAssistant, callWorkflow, isActive, transferTrunk } from './fields';

const detach = clearFields([
	{ name: 'Answering Assistant', value: 'agent_id' },
	{ name: 'Call Workflow', value: 'workflow_id' },
	{ name: 'Transfer Trunk', value: 'transfer_trunk_id' },
]);

/** PATCH /numbers/{id}: what answers calls to a number. Only the given fields change. */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update phone number',
	description: 'Change what answers calls to a phone number',
	request: { method: 'PATCH', path: '/numbers/{phoneNumberId}', answer: 'number' },
	fields: [
		phoneNumberId,
		updateFields([isActive, answeringAssistant, callWorkflow, detach, moreFields, transferTrunk]),
	],
};
