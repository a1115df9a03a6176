/** What Simplify keeps of a campaign. */
export const simplified = [
	'id',
	'name',
	'agent_id',
	'status',
	'schedule_start_time',
	'schedule_end_time',
	'timezone',
	'total_leads',
	'completed_leads',
	'failed_leads',
];
