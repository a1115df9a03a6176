/** The data as the API shows it (snake_case), plus what the API keeps to itself. */

export type JsonObject = Record<string, unknown>;

export interface Message {
	role: 'system' | 'user' | 'assistant';
	content: string;
}

export interface Assistant {
	id: string;
	name: string;
	business_name: string | null;
	notification_email: string | null;
	notification_emails: string[] | null;
	recording_consent: { enabled: boolean; message: string } | null;
	first_message: string | null;
	is_active: boolean;
	max_duration_seconds: number | null;
	autonomous_silence_handling: boolean;
	silence_timeout_seconds: number;
	voicemail_detection: boolean | null;
	voicemail_message: string | null;
	gdpr_mode: boolean;
	webhook_url: string | null;
	webhook_secret: string | null;
	webhook_events: string[] | null;
	analysis_plan: JsonObject | null;
	stt_config: JsonObject;
	llm_config: JsonObject;
	tts_config: JsonObject | null;
	speech_config: JsonObject | null;
	created_at: string;
	updated_at: string;
}

export type CallStatus =
	| 'connecting'
	| 'ringing'
	| 'in-progress'
	| 'ended'
	| 'ended-with-error'
	| 'transferred'
	| 'failed'
	| 'rejected'
	| 'insufficient-credits';

export interface Call {
	id: string;
	caller_phone: string | null;
	assistant_phone: string | null;
	status: CallStatus;
	direction: 'inbound' | 'outbound' | 'web' | null;
	end_reason: string | null;
	error: string | null;
	started_at: string | null;
	ended_at: string | null;
	duration_seconds: number | null;
	summary: string | null;
	analysis_result: JsonObject | null;
	messages: Message[] | null;
	room_name: string | null;
	recording_url: string | null;
	agent_id: string | null;
	number_id: string | null;
	agent_name: string | null;
	business_name: string | null;
	phone_number: string | null;
	created_at: string;
	updated_at: string;
}

export interface PhoneNumber {
	id: string;
	phone_number: string;
	agent_id: string | null;
	transfer_trunk_id: string | null;
	workflow_id: string | null;
	source: string | null;
	is_active: boolean;
	created_at: string;
	updated_at: string;
}

export type CampaignStatus = 'draft' | 'scheduled' | 'paused' | 'completed' | 'cancelled';

export interface Campaign {
	id: string;
	name: string;
	agent_id: string;
	status: CampaignStatus;
	system_message_template: string | null;
	schedule_start_time: string;
	schedule_end_time: string;
	timezone: string;
	created_at: string;
	updated_at: string;
}

export interface Lead {
	id: string;
	campaign_id: string;
	phone_number: string;
	variables: Record<string, string>;
	status: 'pending' | 'calling' | 'completed' | 'failed' | 'skipped';
	call_id: string | null;
	attempts: number;
	last_attempt_at: string | null;
	created_at: string;
}

export interface UsageLog {
	id: string;
	duration_sec: number;
	call_type: 'phone' | 'web';
	phone_number: string | null;
	agent_name: string | null;
	business_name: string | null;
	created_at: string;
}

export interface Voice {
	id: string;
	name: string;
	language: string;
	description: { en: string; nl: string };
}

export interface SipTrunk {
	id: string;
	org_id: string;
	name: string;
	provider: string | null;
	address: string;
	transport: string | null;
	auth_username: string | null;
	is_active: boolean;
	created_at: string;
	updated_at: string;
}

export interface Domain {
	id: string;
	org_id: string;
	domain_name: string;
	resend_domain_id: string | null;
	status: string;
	region: string;
	records: JsonObject[] | null;
	created_at: string;
	updated_at: string;
	verified_at: string | null;
}

export interface ResendDomain {
	id: string;
	name: string;
	status: string;
	region: string;
}

export interface ToolTemplate {
	id: string;
	org_id: string;
	name: string;
	description: string | null;
	tool_type: 'function' | 'end_call' | 'transfer_call';
	tool_config: JsonObject;
	created_at: string;
	updated_at: string;
}

export interface AnalysisTemplate {
	id: string;
	org_id: string;
	name: string;
	description: string | null;
	system_prompt: string;
	user_prompt: string;
	schema: JsonObject;
	created_at: string;
	updated_at: string;
}

export interface Workflow {
	id: string;
	name: string;
	is_active: boolean;
	definition: JsonObject;
	created_at: string;
	updated_at: string;
}

export interface McpServer {
	id: string;
	name: string;
	url: string;
	transport: 'streamable_http' | 'sse';
	/** Write-only in the API: answers show only the names. */
	headers: Record<string, string>;
	timeout_seconds: number;
	created_at: string;
	updated_at: string;
}

/** One customer of the platform with everything that belongs to it. */
export interface Organization {
	id: string;
	name: string;
	email: string;
	minutes_balance: number;
	parent_org_id: string | null;
	created_at: string;
	retention: { content_retention_days: number; metadata_retention_days: number };
	assistants: Assistant[];
	/** Oldest first; the API lists the newest first. */
	calls: Call[];
	numbers: PhoneNumber[];
	campaigns: Campaign[];
	leads: Lead[];
	/** Oldest first; the API lists the newest first. */
	usage: UsageLog[];
	trunks: SipTrunk[];
	/** SIP passwords by trunk id; write-only in the API. */
	trunkPasswords: Record<string, string>;
	/** Provider keys (BYOK) by provider; write-only in the API. */
	providerKeys: Record<string, { secretId: string; apiKey: string }>;
	providerConfigs: Record<string, JsonObject>;
	domain: Domain | null;
	/** Domains that exist in the organization's own Resend account. */
	resendDomains: ResendDomain[];
	toolTemplates: ToolTemplate[];
	analysisTemplates: AnalysisTemplate[];
	workflows: Workflow[];
	mcpServers: McpServer[];
}
