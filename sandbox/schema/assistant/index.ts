import { email, webAddress } from '../formats';
import {
	anyObject,
	bool,
	fields,
	integer,
	list,
	nullable,
	oneOf,
	required,
	text,
	type Rule,
} from '../rules';
import { llmConfig } from './llm';
import { speechConfig, sttConfig, ttsConfig } from './speech';

const WEBHOOK_EVENTS = [
	'assistant-request',
	'tool-calls',
	'status-update',
	'end-of-call-report',
] as const;

const webhookEvents = list(oneOf(WEBHOOK_EVENTS));

const analysisPlan = fields({
	structured_data_plan: fields({
		enabled: required(bool),
		schema: anyObject,
		messages: list(
			fields({ role: required(oneOf(['system', 'user'])), content: required(text()) }),
		),
	}),
	min_messages_threshold: integer(0),
});

const words = text({ min: 0 });
// No range is documented for durations; the sandbox wants at least one second.
const seconds = integer(1);

/** POST /assistants: only the name is required, and null is not a value. */
export const assistantCreate = fields({
	name: required(text()),
	business_name: words,
	notification_email: email,
	first_message: words,
	is_active: bool,
	max_duration_seconds: seconds,
	autonomous_silence_handling: bool,
	silence_timeout_seconds: seconds,
	voicemail_detection: bool,
	voicemail_message: words,
	gdpr_mode: bool,
	webhook_url: webAddress(),
	webhook_secret: text(),
	webhook_events: webhookEvents,
	analysis_plan: analysisPlan as Rule<Record<string, unknown>>,
	stt_config: sttConfig,
	llm_config: llmConfig,
	tts_config: ttsConfig,
	speech_config: speechConfig as Rule<Record<string, unknown>>,
});

/** PATCH /assistants/{id}: what is left out stays, null clears. */
export const assistantUpdate = fields({
	name: text(),
	business_name: nullable(words),
	notification_email: nullable(email),
	notification_emails: nullable(list(email, { max: 5 })),
	recording_consent: nullable(fields({ enabled: required(bool), message: required(text()) })),
	first_message: nullable(words),
	is_active: bool,
	max_duration_seconds: nullable(seconds),
	autonomous_silence_handling: bool,
	silence_timeout_seconds: seconds,
	voicemail_detection: nullable(bool),
	voicemail_message: nullable(words),
	gdpr_mode: bool,
	webhook_url: nullable(webAddress()),
	webhook_secret: nullable(text()),
	webhook_events: nullable(webhookEvents),
	analysis_plan: nullable(analysisPlan as Rule<Record<string, unknown>>),
	stt_config: sttConfig,
	llm_config: llmConfig,
	tts_config: nullable(ttsConfig),
	speech_config: nullable(speechConfig as Rule<Record<string, unknown>>),
});

const transient = {
	first_message: words,
	stt_config: sttConfig,
	tts_config: ttsConfig,
	max_duration_seconds: seconds,
	autonomous_silence_handling: bool,
	silence_timeout_seconds: seconds,
	voicemail_detection: bool,
	voicemail_message: words,
	webhook_url: webAddress(),
	webhook_secret: text(),
	webhook_events: webhookEvents,
	metadata: anyObject,
};

/** `assistant` of an outbound call: used once and not stored. */
export const transientAssistant = fields({ ...transient, llm_config: required(llmConfig) });

/** `assistant_override` of an outbound call. */
export const assistantOverride = fields({ ...transient, llm_config: llmConfig });
