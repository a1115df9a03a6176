import { randomUUID } from 'node:crypto';
import type { Assistant } from './types';

/** What an assistant gets for everything that was left out on creation. */
export function newAssistant(name: string): Assistant {
	const moment = new Date().toISOString();
	return {
		id: randomUUID(),
		name,
		business_name: null,
		notification_email: null,
		notification_emails: null,
		recording_consent: null,
		first_message: null,
		is_active: true,
		max_duration_seconds: null,
		autonomous_silence_handling: true,
		silence_timeout_seconds: 8,
		voicemail_detection: null,
		voicemail_message: null,
		gdpr_mode: false,
		webhook_url: null,
		webhook_secret: null,
		webhook_events: null,
		analysis_plan: null,
		stt_config: { provider: 'deepgram', model: 'nova-3', language: 'multi' },
		llm_config: {
			provider: 'openai',
			model: 'gpt-5.4',
			temperature: 0.7,
			messages: [],
			tools: [],
		},
		tts_config: { provider: 'elevenlabs', voice_id: 'ukiwGs47sHyibruHJ1vg' },
		speech_config: null,
		created_at: moment,
		updated_at: moment,
	};
}
