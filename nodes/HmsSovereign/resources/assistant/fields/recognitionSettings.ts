import { listField, numberField, settings, switchField } from '../../../fields/bodyFields';
import type { Field } from '../../../operation/operation';

const deepgram: Field[] = [
	numberField({
		displayName: 'Endpointing (Milliseconds)',
		name: 'endpointing',
		as: 'stt_config.endpointing',
		min: 0,
		max: 5000,
		preset: 300,
		description: 'How long a pause ends a phrase',
	}),
	switchField({
		displayName: 'Filler Words',
		name: 'fillerWords',
		as: 'stt_config.filler_words',
		description: 'Whether words such as "uh" are kept',
	}),
	listField({
		displayName: 'Key Terms',
		name: 'keyterms',
		as: 'stt_config.keyterms',
		placeholder: 'e.g. VoiceDock, De Linde',
		description: 'Names and words to listen for, with commas between them',
	}),
	switchField({
		displayName: 'No Delay',
		name: 'noDelay',
		as: 'stt_config.no_delay',
		description: 'Whether text is given at once, without waiting for its formatting',
	}),
	switchField({
		displayName: 'Numerals',
		name: 'numerals',
		as: 'stt_config.numerals',
		description: 'Whether spoken numbers are written as digits',
	}),
	switchField({
		displayName: 'Smart Format',
		name: 'smartFormat',
		as: 'stt_config.smart_format',
		description: 'Whether dates, times, amounts and the like are written in their usual form',
	}),
	numberField({
		displayName: 'Utterance End (Milliseconds)',
		name: 'utteranceEnd',
		as: 'stt_config.utterance_end_ms',
		min: 1000,
		max: 5000,
		preset: 1000,
		description: 'How long a gap between words counts as the end of what was said',
	}),
];

const elevenlabs: Field[] = [
	switchField({
		displayName: 'Include Timestamps',
		name: 'includeTimestamps',
		as: 'stt_config.include_timestamps',
		description: 'Whether every word comes with its time',
	}),
	{
		displayName: 'Sample Rate',
		name: 'sampleRate',
		type: 'options',
		options: [
			{ name: '16 kHz', value: 16000 },
			{ name: '8 kHz', value: 8000 },
		],
		default: 16000,
		description: 'The sample rate of the sound that is listened to',
		send: { in: 'body', as: 'stt_config.sample_rate' },
	},
	switchField({
		displayName: 'Tag Audio Events',
		name: 'tagAudioEvents',
		as: 'stt_config.tag_audio_events',
		description: 'Whether sounds such as laughter are noted in the text',
	}),
];

const gladia: Field[] = [
	switchField({
		displayName: 'Code Switching',
		name: 'codeSwitching',
		as: 'stt_config.code_switching',
		description: 'Whether callers may change the language in the middle of a call',
	}),
	listField({
		displayName: 'Custom Vocabulary',
		name: 'customVocabulary',
		as: 'stt_config.custom_vocabulary',
		placeholder: 'e.g. VoiceDock, De Linde',
		description: 'Names and words to listen for, with commas between them',
	}),
	numberField({
		displayName: 'Endpointing (Seconds)',
		name: 'endpointing',
		as: 'stt_config.endpointing',
		min: 0.01,
		max: 1,
		preset: 0.3,
		digits: 2,
		description: 'How long a pause ends a phrase',
	}),
	listField({
		displayName: 'Languages',
		name: 'languages',
		as: 'stt_config.languages',
		placeholder: 'e.g. nl, en',
		description: 'Codes of the languages that callers may speak, with commas between them',
	}),
	{
		displayName: 'Region',
		name: 'region',
		type: 'options',
		options: [
			{ name: 'Europe', value: 'eu-west' },
			{ name: 'United States', value: 'us-west' },
		],
		default: 'eu-west',
		description: 'Where the speech is recognized',
		send: { in: 'body', as: 'stt_config.region' },
	},
	switchField({
		displayName: 'Translation',
		name: 'translation',
		as: 'stt_config.translation_enabled',
		description: 'Whether what callers say is translated',
	}),
	listField({
		displayName: 'Translation Languages',
		name: 'translationLanguages',
		as: 'stt_config.translation_target_languages',
		placeholder: 'e.g. en',
		description: 'Codes of the languages to translate into, with commas between them',
	}),
];

/** What can be set for each provider of speech recognition that has settings. */
export const recognitionSettings: Field[] = [
	settings({ provider: ['deepgram'] }, deepgram),
	settings({ provider: ['elevenlabs'] }, elevenlabs),
	settings({ provider: ['gladia'] }, gladia),
];
