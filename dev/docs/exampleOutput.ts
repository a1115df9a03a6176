import type { OutputSchema } from './outputSchema';

const TIME = '2026-01-15T09:00:00.000Z';

/** Values that look like the real ones, by field name (API docs: the examples of each page). */
const EXAMPLES: Record<string, unknown> = {
	active_agents: 2,
	active_calls: 0,
	active_numbers: 3,
	address: 'sip.example.com',
	agent_id: '17a0cb75-fa09-4bdd-9a44-92a70d829c88',
	agent_name: 'Front desk',
	analysis_result: { sentiment: 8, question_answered: true },
	api_key: 'fl_live_…',
	assistant_phone: '+31850835037',
	attempts: 1,
	auth_username: 'hms',
	business_name: 'Acme Corp',
	call_id: 'call-_+31612345678_XqaQxRRgAzYc',
	call_type: 'phone',
	caller_phone: '+31612345678',
	company_name: 'Acme Corp',
	completed_leads: 12,
	content: 'Hello, how can I help you?',
	content_retention_days: 90,
	days_left: 42,
	deleted: true,
	direction: 'inbound',
	domain: null,
	domain_name: 'mail.example.com',
	duration_ms: 412,
	duration_sec: 180,
	duration_seconds: 84,
	email: 'you@example.com',
	end_reason: 'user_hangup',
	entry_node: 'reception',
	error_message: null,
	failed_leads: 1,
	first_message: 'Hello, how can I help you today?',
	gdpr_mode: false,
	has_local_models_access: false,
	is_low: false,
	language: 'en',
	latency_ms: 12,
	max_duration_seconds: 600,
	metadata_retention_days: 365,
	minutes_balance: 500,
	model: 'gpt-5.4-mini',
	monthly_usage_minutes: 120,
	name: 'Front desk',
	notification_email: 'support@acme.example',
	ok: true,
	parent_org_id: null,
	phone_number: '+31201234567',
	provider: 'openai',
	recording_url: 'https://recordings.example.com/abc.mp3',
	region: 'eu-west-1',
	role: 'assistant',
	room_name: null,
	schedule_end_time: '17:00:00',
	schedule_start_time: '09:00:00',
	silence_timeout_seconds: 8,
	status: 'ended',
	success: true,
	summary: 'Asked about opening hours.',
	temperature: 0.7,
	timeout_seconds: 20,
	timezone: 'Europe/Amsterdam',
	tool_type: 'function',
	total_calls: 42,
	total_duration_minutes: 126,
	total_duration_seconds: 7560,
	total_leads: 20,
	transport: 'tls',
	url: 'https://mcp.example.com/mcp',
	variables: { name: 'Anna' },
	voice_id: 'marin',
};

/** Statuses differ by what has them. */
const STATUS_OF: Record<string, string> = {
	campaign: 'scheduled',
	campaignLead: 'pending',
	domain: 'verified',
	system: 'ok',
};

/** An output item that fits the schema; the same on every day, so that the docs do not change by themselves. */
export function exampleOf(schema: OutputSchema, resource: string, name = ''): unknown {
	if (name === 'status' && resource in STATUS_OF) return STATUS_OF[resource];
	if (schema.properties !== undefined) {
		return Object.fromEntries(
			Object.entries(schema.properties).map(([inner, of]) => [
				inner,
				exampleOf(of, resource, inner),
			]),
		);
	}
	if (name in EXAMPLES) return EXAMPLES[name];
	if (schema.items !== undefined) return [exampleOf(schema.items, resource)];
	return plainExample([schema.type].flat()[0], name);
}

function plainExample(type: string, name: string): unknown {
	if (type === 'string') return textExample(name);
	return { number: 1, boolean: true, array: [], object: {} }[type] ?? null;
}

function textExample(name: string): string | null {
	if (/(^id|_id)$/.test(name)) return '2f1c9a7e-4b3d-4e8a-9c21-6d5f0b7a8e13';
	if (/(_at|timestamp)$/.test(name)) return TIME;
	return name === '' ? 'text' : `${name.replace(/_/g, ' ')} …`;
}
