import { UNCHANGED } from '../../../fields/changes';
import { CUSTOM } from '../../../fields/choice';
import { numberField, settings, switchField, textField } from '../../../fields/bodyFields';
import type { Field } from '../../../operation/operation';
import { ELEVENLABS_SPARSE_MODELS, GOOGLE_RATE_MODEL, SPEAKERS } from '../catalogue/speech';
import { modelOf } from './catalogueChoice';

const language = textField({
	displayName: 'Language',
	name: 'language',
	as: 'tts_config.language',
	placeholder: 'e.g. nl',
	description: 'The code of the language that the voice speaks',
});

const speed = numberField({
	displayName: 'Speed',
	name: 'speed',
	as: 'tts_config.speed',
	min: 0.5,
	max: 2,
	preset: 1,
	digits: 2,
	description: 'How fast the voice speaks: 1 is normal',
});

const share = (displayName: string, name: string, as: string, description: string) =>
	numberField({ displayName, name, as, min: 0, max: 1, preset: 0.5, digits: 2, description });

/** All that the newest ElevenLabs models take. */
const elevenlabsSparse: Field[] = [
	{
		displayName: 'Apply Text Normalization',
		name: 'textNormalization',
		type: 'options',
		options: [
			{ name: 'Auto', value: 'auto' },
			{ name: 'Off', value: 'off' },
			{ name: 'On', value: 'on' },
		],
		default: 'auto',
		description: 'Whether numbers, dates and the like are spelled out before they are spoken',
		send: { in: 'body', as: 'tts_config.apply_text_normalization' },
	},
	language,
	share(
		'Stability',
		'stability',
		'tts_config.stability',
		'How even the voice sounds: low is livelier, high is steadier',
	),
];

const elevenlabs: Field[] = [
	switchField({
		displayName: 'Apply Language Text Normalization',
		name: 'languageTextNormalization',
		as: 'tts_config.apply_language_text_normalization',
		description: 'Whether texts are spelled out by the rules of their language',
	}),
	...elevenlabsSparse.slice(0, 2),
	share(
		'Similarity Boost',
		'similarityBoost',
		'tts_config.similarity_boost',
		'How close the voice stays to the original',
	),
	switchField({
		displayName: 'Speaker Boost',
		name: 'speakerBoost',
		as: 'tts_config.use_speaker_boost',
		description: 'Whether the voice is brought even closer to the original',
	}),
	speed,
	...elevenlabsSparse.slice(2),
	share('Style', 'style', 'tts_config.style', 'How much the style of the voice is exaggerated'),
];

const google: Field[] = [
	textField({
		displayName: 'Instructions',
		name: 'instructions',
		as: 'tts_config.instructions',
		placeholder: 'e.g. Speak calmly and warmly',
		description: 'How the voice should speak',
	}),
	language,
];

const speakingRate = numberField({
	displayName: 'Speaking Rate',
	name: 'speakingRate',
	as: 'tts_config.speaking_rate',
	min: 0.25,
	max: 2,
	preset: 1,
	digits: 2,
	description: 'How fast the voice speaks: 1 is normal',
});

const without = (models: readonly string[], taken: readonly string[]) =>
	[...models, CUSTOM].filter((name) => !taken.includes(name));

/** What can be set for each provider and model, only what these take; for a saved model, all of them. */
export const voiceSettings: Field[] = [
	settings(
		{
			provider: ['elevenlabs'],
			[modelOf('elevenlabs')]: [
				...without(SPEAKERS.elevenlabs.models, ELEVENLABS_SPARSE_MODELS),
				UNCHANGED.value,
			],
		},
		elevenlabs,
	),
	settings(
		{ provider: ['elevenlabs'], [modelOf('elevenlabs')]: ELEVENLABS_SPARSE_MODELS },
		elevenlabsSparse,
	),
	settings(
		{
			provider: ['google'],
			[modelOf('google')]: without(SPEAKERS.google.models, [GOOGLE_RATE_MODEL]),
		},
		google,
	),
	settings({ provider: ['google'], [modelOf('google')]: [GOOGLE_RATE_MODEL, UNCHANGED.value] }, [
		...google,
		speakingRate,
	]),
	settings({ provider: ['inworld'] }, [language, speed]),
	settings({ provider: ['xai'] }, [language]),
];
