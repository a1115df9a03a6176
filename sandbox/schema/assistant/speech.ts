import {
	BACKGROUND_CLIPS,
	ELEVENLABS_SPARSE_MODELS,
	GOOGLE_VOICES,
	LANGUAGES,
	SPEAKERS,
	SPEECH_RANGES,
	TRANSCRIBERS,
	XAI_VOICES,
} from '../../catalogue/speech';
import { VOICES } from '../../catalogue/voices';
import {
	also,
	bool,
	fields,
	integer,
	list,
	nullable,
	number,
	oneOf,
	required,
	text,
	variant,
	type Shape,
} from '../rules';

const transcriber = (provider: keyof typeof TRANSCRIBERS): Shape => ({
	provider: required(oneOf([provider])),
	model: required(oneOf(TRANSCRIBERS[provider])),
	language: required(oneOf(LANGUAGES)),
});

/** `stt_config`: provider, model and language are required. */
export const sttConfig = variant('provider', {
	deepgram: fields({
		...transcriber('deepgram'),
		keyterms: list(text()),
		smart_format: bool,
		endpointing: integer(0, 5000),
		numerals: bool,
		filler_words: bool,
		utterance_end_ms: integer(1000, 5000),
		no_delay: bool,
	}),
	elevenlabs: fields({
		...transcriber('elevenlabs'),
		tag_audio_events: bool,
		include_timestamps: bool,
		sample_rate: oneOf([16_000, 8_000]),
	}),
	gladia: fields({
		...transcriber('gladia'),
		languages: list(text()),
		code_switching: bool,
		region: oneOf(['eu-west', 'us-west']),
		endpointing: number(0.01, 1),
		custom_vocabulary: list(text()),
		translation_enabled: bool,
		translation_target_languages: list(text()),
	}),
	mistral: fields(transcriber('mistral')),
	google: fields(transcriber('google')),
});

const speaker = { provider: required(text()), voice_id: required(text()) };
const unit = number(0, 1);

const elevenlabs = also(
	fields({
		...speaker,
		model: oneOf(SPEAKERS.elevenlabs),
		stability: unit,
		similarity_boost: unit,
		style: unit,
		use_speaker_boost: bool,
		speed: number(0.5, 2),
		apply_text_normalization: oneOf(['auto', 'on', 'off']),
		apply_language_text_normalization: bool,
		language: text(),
	}),
	(config, at) => {
		const accepted = [
			...['provider', 'voice_id', 'model', 'language'],
			...['stability', 'apply_text_normalization'],
		];
		if (!ELEVENLABS_SPARSE_MODELS.includes(String(config.model))) return [];
		return Object.keys(config)
			.filter((name) => !accepted.includes(name))
			.map((name) => `${at}.${name} is not supported by ${config.model}`);
	},
);

const google = also(
	fields({
		...speaker,
		voice_id: required(oneOf(GOOGLE_VOICES)),
		model: oneOf(SPEAKERS.google),
		instructions: text(),
		language: text(),
		speaking_rate: number(0.25, 2),
	}),
	(config, at) =>
		config.speaking_rate !== undefined && config.model !== 'chirp-3-hd'
			? [`${at}.speaking_rate is supported by chirp-3-hd only`]
			: [],
);

/** The voice of the catalogue, and those that GET /voices lists. */
const platformVoice = also(text(), (id, at) =>
	id === 'voicedock' || VOICES.some((voice) => voice.id === id)
		? []
		: [`${at} must be voicedock or the id of one of the voices`],
);

/** `tts_config`: provider and voice_id are required; 11labs is an alias of elevenlabs. */
export const ttsConfig = variant('provider', {
	elevenlabs,
	'11labs': elevenlabs,
	inworld: fields({
		...speaker,
		model: oneOf(SPEAKERS.inworld),
		language: text(),
		speed: number(0.5, 2),
	}),
	google,
	xai: fields({ ...speaker, voice_id: required(oneOf(XAI_VOICES)), language: text() }),
	voicedock: fields({
		...speaker,
		voice_id: required(platformVoice),
		model: oneOf(SPEAKERS.voicedock),
	}),
});

const turnTaking = also(
	fields({
		endpointing_min_delay: number(...SPEECH_RANGES.endpointing_min_delay),
		endpointing_max_delay: number(...SPEECH_RANGES.endpointing_max_delay),
		interruption_min_duration: number(...SPEECH_RANGES.interruption_min_duration),
		interruption_min_words: integer(...SPEECH_RANGES.interruption_min_words),
		false_interruption_timeout: nullable(number(...SPEECH_RANGES.false_interruption_timeout)),
	}),
	// Defaults 0.4 s and 2 s count when one of the two is left out.
	({ endpointing_min_delay: min = 0.4, endpointing_max_delay: max = 2 }, at) =>
		max < min ? [`${at}.endpointing_max_delay must not be below endpointing_min_delay`] : [],
);

const sentence = text({ max: 300 });

/** Empty texts fall back to what the platform says by itself (comment in the SDK's types). */
const fallingBack = text({ min: 0, max: 300 });

const phrase = also(text({ max: 100 }), (value, at) =>
	(value.match(/[\p{L}\p{N}]/gu) ?? []).length < 2
		? [`${at} must have at least 2 letters or digits`]
		: [],
);

/** `speech_config`: all parts are optional. */
export const speechConfig = fields({
	turn_taking: turnTaking,
	pronunciation: list(
		fields({ from: required(text({ max: 64 })), to: required(text({ min: 0, max: 128 })) }),
		{ max: 50 },
	),
	background_audio: fields({
		enabled: bool,
		clip: oneOf(BACKGROUND_CLIPS),
		volume: number(...SPEECH_RANGES.volume),
	}),
	silence: fields({
		messages: list(sentence, { max: 5 }),
		final_message: nullable(fallingBack),
		first_check_seconds: number(...SPEECH_RANGES.first_check_seconds),
		interval_seconds: number(...SPEECH_RANGES.interval_seconds),
		max_attempts: integer(...SPEECH_RANGES.max_attempts),
	}),
	end_call_message: nullable(fallingBack),
	first_message_outbound: nullable(fallingBack),
	end_call_phrases: nullable(list(phrase, { max: 5 })),
});
