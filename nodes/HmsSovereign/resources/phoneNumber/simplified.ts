/** What Simplify keeps of a phone number. */
export const simplified = [
	'id',
	'phone_number',
	'agent_id',
	'agent_name',
	'workflow_id',
	'workflow_name',
	'transfer_trunk_id',
	'transfer_trunk_name',
	'is_active',
];
