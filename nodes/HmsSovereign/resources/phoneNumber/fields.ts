import { switchField } from '../../fields/bodyFields';
import { sipTrunkReference, workflowReference, assistantReference } from '../../fields/resourceIds';

export const isActive = switchField({
	displayName: 'Active',
	name: 'isActive',
	as: 'is_active',
	on: true,
	description: 'Whether calls to this number are answered',
});

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
