import { sipTrunkReference, workflowReference, assistantReference } from '../../fields/resourceIds';
import type { Field } from '../operation';

export const isActive: Field = {
	displayName: 'Active',
	name: 'isActive',
	type: 'boolean',
	default: true,
	description: 'Whether calls to this number are answered',
	send: { in: 'body', as: 'is_active' },
};

export const answeringAssistant = assistantReference({
	displayName: 'Answering Assistant',
	as: 'agent_id',
	required: false,
	description: 'The assistant that answers calls to this number',
});

export const callWorkflow = workflowReference({
	as: 'workflow_id',
	required: false,
	description:
		'The call workflow that answers calls to this number; while it is inactive, the assistant answers',
});

export const transferTrunk = sipTrunkReference({
	displayName: 'Transfer Trunk',
	as: 'transfer_trunk_id',
	required: false,
	description: 'The SIP trunk over which this number transfers and places calls',
});
