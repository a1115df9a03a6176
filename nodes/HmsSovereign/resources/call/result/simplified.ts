/** What Simplify keeps of a call. The runtime renames `error` to `error_message`. */
export const simplified = [
	'id',
	'status',
	'direction',
	'caller_phone',
	'assistant_phone',
	'agent_name',
	'started_at',
	'duration_seconds',
	'end_reason',
	'error',
	'summary',
	'analysis_result',
];
