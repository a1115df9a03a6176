/**
 * Language models by provider, default first (config catalogue of the platform, which the API
 * validates assistants against). Realtime providers speak themselves: they need no separate
 * speech-to-text and text-to-speech.
 */
export const LANGUAGE_MODELS = {
	openai: {
		kind: 'text',
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
	xai: { kind: 'text', models: ['grok-4.3'] },
	mistral: {
		kind: 'text',
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
		kind: 'text',
		models: [
			'gemini-3.5-flash-lite',
			'gemini-3.5-flash',
			'gemini-2.5-flash-lite',
			'gemini-2.5-flash',
		],
	},
	google_realtime: {
		kind: 'realtime',
		models: [
			'gemini-live-2.5-flash-native-audio',
			'gemini-2.5-flash-native-audio-preview-12-2025',
			'gemini-3.1-flash-live-preview',
			'gemini-3.8-live',
		],
	},
	xai_realtime: { kind: 'realtime', models: ['grok-voice-think-fast-2.0'] },
	openai_live: { kind: 'realtime', models: ['gpt-live-1'] },
} as const;

export const DELEGATION_MODELS = ['gpt-5.6-luna'] as const;

/** Ranges into which the platform moves the `turn_detection` of `xai_realtime`: minimum and maximum. */
export const TURN_DETECTION_RANGES: Record<string, readonly [number, number]> = {
	threshold: [0, 1],
	prefix_padding_ms: [0, 2000],
	silence_duration_ms: [100, 2000],
	idle_timeout_ms: [0, 30_000],
};

export const LIMITS = {
	temperature: [0, 2],
	completionTokens: [1, 32_768],
	speed: [0.7, 1.5],
	keyterms: { items: 100, characters: 50 },
	xHandles: 20,
	searchResults: [1, 50],
	functionNameCharacters: 64,
	mcpTools: 25,
} as const;

/** Providers that a workflow node may use. */
export const TEXT_PROVIDERS = ['openai', 'xai', 'mistral', 'google'] as const;

/** Providers whose models hear and speak themselves. */
export const REALTIME_PROVIDERS = ['google_realtime', 'xai_realtime', 'openai_live'] as const;

export const isRealtime = (provider: unknown): boolean =>
	REALTIME_PROVIDERS.some((name) => name === provider);
