/** Speech recognition by provider, default model first (API docs: config catalogue, version 1). */
export const TRANSCRIBERS = {
	deepgram: { name: 'Deepgram', models: ['nova-3', 'nova-3-general'] },
	elevenlabs: { name: 'ElevenLabs', models: ['scribe_v2_realtime'] },
	gladia: { name: 'Gladia', models: ['solaria-1'] },
	google: { name: 'Google', models: ['chirp_3'] },
	mistral: { name: 'Mistral', models: ['voxtral-mini-latest'] },
} as const;

/** Voices by provider, default model first; xAI has no models to choose from. */
export const SPEAKERS = {
	elevenlabs: {
		name: 'ElevenLabs',
		models: [
			'eleven_flash_v2_5',
			'eleven_v4_turbo',
			'eleven_v4',
			'eleven_v3',
			'eleven_multilingual_v2',
			'eleven_turbo_v2_5',
		],
	},
	inworld: {
		name: 'Inworld',
		models: ['inworld-tts-2', 'inworld-tts-2-flash', 'inworld-tts-1.5-max', 'inworld-tts-1.5-mini'],
	},
	google: {
		name: 'Google',
		models: [
			'gemini-3.1-flash-tts-preview',
			'gemini-2.5-flash-preview-tts',
			'gemini-2.5-pro-preview-tts',
			'chirp-3-hd',
		],
	},
	voicedock: { name: 'HMS Sovereign', models: ['voicedock-1'] },
	xai: { name: 'xAI', models: [] },
} as const;

/** These take only `language`, `stability` and `apply_text_normalization`; the API refuses other settings. */
export const ELEVENLABS_SPARSE_MODELS = ['eleven_v3', 'eleven_v4', 'eleven_v4_turbo'];

/** The only Google voice model with a speaking rate. */
export const GOOGLE_RATE_MODEL = 'chirp-3-hd';

/** Callers may speak any of them. */
export const DEFAULT_LANGUAGE = 'multi';

/** Languages that speech recognition understands. */
export const LANGUAGES = {
	ar: 'Arabic',
	bg: 'Bulgarian',
	cs: 'Czech',
	da: 'Danish',
	de: 'German',
	en: 'English',
	es: 'Spanish',
	fi: 'Finnish',
	fr: 'French',
	hi: 'Hindi',
	hr: 'Croatian',
	hu: 'Hungarian',
	id: 'Indonesian',
	it: 'Italian',
	ja: 'Japanese',
	ko: 'Korean',
	multi: 'Several Languages',
	nl: 'Dutch',
	no: 'Norwegian',
	pl: 'Polish',
	pt: 'Portuguese',
	ro: 'Romanian',
	ru: 'Russian',
	sk: 'Slovak',
	sv: 'Swedish',
	tr: 'Turkish',
	vi: 'Vietnamese',
	zh: 'Chinese',
} as const;
