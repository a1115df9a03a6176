/** What Simplify keeps of an assistant: not the long prompt, the model, the voice and the tools. */
export const simplified = [
	'id',
	'name',
	'business_name',
	'first_message',
	'is_active',
	'max_duration_seconds',
	'voicemail_detection',
	'gdpr_mode',
	'notification_email',
	'webhook_url',
	'webhook_events',
	'updated_at',
];
