/** Speech-to-text and text-to-speech by provider, default first (config catalogue). */

export const TRANSCRIBERS = {
	deepgram: ['nova-3', 'nova-3-general'],
	elevenlabs: ['scribe_v2_realtime'],
	gladia: ['solaria-1'],
	mistral: ['voxtral-mini-latest'],
	google: ['chirp_3'],
} as const;

export const LANGUAGES = [
	'multi nl en de fr es it pt pl ru ja ko zh ar',
	'hi da sv no fi cs hu ro bg hr sk tr id vi',
].flatMap((line) => line.split(' '));

export const SPEAKERS = {
	elevenlabs: [
		'eleven_flash_v2_5',
		'eleven_v4_turbo',
		'eleven_v4',
		'eleven_v3',
		'eleven_multilingual_v2',
		'eleven_turbo_v2_5',
	],
	inworld: ['inworld-tts-2', 'inworld-tts-2-flash', 'inworld-tts-1.5-max', 'inworld-tts-1.5-mini'],
	google: [
		'gemini-3.1-flash-tts-preview',
		'gemini-2.5-flash-preview-tts',
		'gemini-2.5-pro-preview-tts',
		'chirp-3-hd',
	],
	voicedock: ['voicedock-1'],
} as const;

/** On these models ElevenLabs takes only language, stability and apply_text_normalization. */
export const ELEVENLABS_SPARSE_MODELS = ['eleven_v3', 'eleven_v4', 'eleven_v4_turbo'];

export const GOOGLE_VOICES = [
	'Puck Achernar Achird Algenib Algieba Alnilam Aoede Autonoe Callirrhoe Charon',
	'Despina Enceladus Erinome Fenrir Gacrux Iapetus Kore Laomedeia Leda Orus',
	'Pulcherrima Rasalgethi Sadachbia Sadaltager Schedar Sulafat Umbriel Vindemiatrix Zephyr Zubenelgenubi',
].flatMap((line) => line.split(' '));

export const XAI_VOICES = [
	'ara eve leo rex sal altair atlas carina castor celeste cosmo helios helix',
	'iris kepler lumen luna lux naksh orion perseus rigel sirius ursa zagan zenith',
].flatMap((line) => line.split(' '));

export const OPENAI_LIVE_VOICES = ['marin', 'beacon', 'cinder', 'stone', 'vesper'];

/** Ranges of `speech_config`: minimum and maximum. */
export const SPEECH_RANGES = {
	endpointing_min_delay: [0.1, 5],
	endpointing_max_delay: [0.1, 5],
	interruption_min_duration: [0.05, 2],
	interruption_min_words: [0, 10],
	false_interruption_timeout: [0.2, 5],
	volume: [0.05, 1],
	first_check_seconds: [1, 60],
	interval_seconds: [3, 120],
	max_attempts: [1, 10],
} as const;

export const BACKGROUND_CLIPS = ['office', 'city', 'forest', 'crowded_room'] as const;

/** Providers whose keys can be stored (BYOK). */
export const KEY_PROVIDERS = [
	'deepgram',
	'openai',
	'elevenlabs',
	'inworld',
	'resend',
	'xai',
	'gladia',
	'mistral',
	'google',
	'google_vertex',
] as const;
