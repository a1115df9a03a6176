import type { IDataObject } from 'n8n-workflow';

import { rowsOfCollection } from '../../../fields/collections';
import { numberField, sentencesField, switchField, textField } from '../../../fields/bodyFields';
import type { Field } from '../../../operation/operation';
import { turnTaking } from './turnTaking';

const backgroundSound: Field[] = [
	{
		displayName: 'Background Sound',
		name: 'backgroundClip',
		type: 'options',
		options: [
			{ name: 'City', value: 'city' },
			{ name: 'Crowded Room', value: 'crowded_room' },
			{ name: 'Forest', value: 'forest' },
			{ name: 'Office', value: 'office' },
		],
		default: 'office',
		description: 'What is heard behind the voice; add Background Sound Enabled to hear it',
		send: { in: 'body', as: 'speech_config.background_audio.clip' },
	},
	switchField({
		displayName: 'Background Sound Enabled',
		name: 'backgroundEnabled',
		as: 'speech_config.background_audio.enabled',
		on: true,
		description: 'Whether a sound is heard behind the voice',
	}),
	numberField({
		displayName: 'Background Sound Volume',
		name: 'backgroundVolume',
		as: 'speech_config.background_audio.volume',
		min: 0.05,
		max: 1,
		preset: 0.3,
		digits: 2,
		description: 'How loud the sound behind the voice is',
	}),
];

const ends: Field[] = [
	textField({
		displayName: 'End Call Message',
		name: 'endCallMessage',
		as: 'speech_config.end_call_message',
		placeholder: 'e.g. Thank you for calling. Goodbye!',
		description: 'What the assistant says before it hangs up, up to 300 characters',
	}),
	sentencesField({
		displayName: 'End Call Phrases',
		name: 'endCallPhrases',
		as: 'speech_config.end_call_phrases',
		most: 5,
		length: 100,
		description: 'The call ends when what the assistant says ends with one of these',
	}),
	textField({
		displayName: 'First Message on Outgoing Calls',
		name: 'firstMessageOutbound',
		as: 'speech_config.first_message_outbound',
		placeholder: 'e.g. Good afternoon, I am calling about your order.',
		description: 'What the assistant says first when it calls somebody, up to 300 characters',
	}),
];

/** Used only while Silence Handling is on (API docs: Assistants). */
const silence: Field[] = [
	numberField({
		displayName: 'Silence: Attempts',
		name: 'silenceAttempts',
		as: 'speech_config.silence.max_attempts',
		min: 1,
		max: 10,
		preset: 3,
		description: 'How often the assistant speaks up before it gives up',
	}),
	textField({
		displayName: 'Silence: Final Message',
		name: 'silenceFinalMessage',
		as: 'speech_config.silence.final_message',
		placeholder: 'e.g. I cannot hear you, so I will hang up now.',
		description: 'What the assistant says when it gives up, up to 300 characters',
	}),
	numberField({
		displayName: 'Silence: First Check (Seconds)',
		name: 'silenceFirstCheck',
		as: 'speech_config.silence.first_check_seconds',
		min: 1,
		max: 60,
		preset: 3,
		description: 'How long the caller is silent before the assistant speaks up for the first time',
	}),
	numberField({
		displayName: 'Silence: Interval (Seconds)',
		name: 'silenceInterval',
		as: 'speech_config.silence.interval_seconds',
		min: 3,
		max: 120,
		preset: 12,
		description: 'How long the assistant waits before it speaks up again',
	}),
	sentencesField({
		displayName: 'Silence: Messages',
		name: 'silenceMessages',
		as: 'speech_config.silence.messages',
		most: 5,
		length: 300,
		description: 'What the assistant says when the caller is silent, one after another',
	}),
];

/** At most 50 pairs (API docs: config catalogue). */
const pronunciation: Field = {
	displayName: 'Pronunciation',
	name: 'pronunciation',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add word',
	default: {},
	description: 'Words that are spoken differently from how they are written, at most 50',
	options: [
		{
			name: 'words',
			displayName: 'Word',
			values: [
				{
					displayName: 'Written',
					name: 'from',
					type: 'string',
					default: '',
					placeholder: 'e.g. n8n',
					description: 'The word as it is written',
				},
				{
					displayName: 'Spoken',
					name: 'to',
					type: 'string',
					default: '',
					placeholder: 'e.g. n eight n',
					description: 'The word as it sounds',
				},
			],
		},
	],
	send: { in: 'body', as: 'speech_config.pronunciation', value: toPronunciation },
};

function toPronunciation(entered: unknown): IDataObject[] | undefined {
	const words = rowsOfCollection(entered, 'words').filter(({ from }) => from !== '');
	return words.length === 0 ? undefined : words.map(({ from, to = '' }) => ({ from, to }));
}

/** `speech_config` (API docs: config catalogue). */
export const speechBehavior: Field = {
	displayName: 'Speech Behavior',
	name: 'speechBehavior',
	type: 'collection',
	placeholder: 'Add setting',
	default: {},
	description: 'How the assistant takes turns, what it does about silence, and how it ends a call',
	options: [...backgroundSound, ...ends, pronunciation, ...silence, ...turnTaking],
};
