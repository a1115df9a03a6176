/** Language models by provider, the platform's default first (API docs: config catalogue, version 1). */
export const LANGUAGE_MODELS = {
	openai: {
		name: 'OpenAI',
		models: [
			'gpt-5.4',
			'gpt-5.4-mini',
			'gpt-5.4-nano',
			'gpt-5.2',
			'gpt-5.1',
			'gpt-5',
			'gpt-5-mini',
			'gpt-5-nano',
			'gpt-4.1',
			'gpt-4.1-mini',
			'gpt-4.1-nano',
			'gpt-5.6-luna',
			'gpt-5.6-terra',
			'gpt-5.6-sol',
			'gpt-4o-mini',
		],
	},
	xai: { name: 'xAI Grok', models: ['grok-4.3'] },
	mistral: {
		name: 'Mistral',
		models: [
			'mistral-medium-latest',
			'mistral-small-latest',
			'mistral-large-latest',
			'ministral-8b-latest',
			'ministral-14b-latest',
			'ministral-3b-latest',
		],
	},
	google: {
		name: 'Google Gemini',
		models: [
			'gemini-3.5-flash-lite',
			'gemini-3.5-flash',
			'gemini-2.5-flash-lite',
			'gemini-2.5-flash',
		],
	},
	google_realtime: {
		name: 'Google Gemini Live (Realtime)',
		models: [
			'gemini-live-2.5-flash-native-audio',
			'gemini-2.5-flash-native-audio-preview-12-2025',
			'gemini-3.1-flash-live-preview',
			'gemini-3.8-live',
		],
	},
	xai_realtime: { name: 'xAI Grok Voice (Realtime)', models: ['grok-voice-think-fast-2.0'] },
	openai_live: { name: 'OpenAI GPT-Live (Realtime)', models: ['gpt-live-1'] },
} as const;

/** These need speech recognition and a voice beside them. */
export const TEXT_PROVIDERS: readonly string[] = ['openai', 'xai', 'mistral', 'google'];

/** Beside this one the API takes neither speech recognition nor a voice (API docs: xAI Realtime). */
export const SPEAKS_ALONE = 'xai_realtime';
