import { UNCHANGED } from '../../../fields/changes';
import { CUSTOM, customText } from '../../../fields/choice';
import { locator } from '../../../fields/locator';
import { block, textField } from '../../../fields/bodyFields';
import type { Field } from '../../../operation/operation';
import { SPEAKERS } from '../catalogue/speech';
import { GOOGLE_VOICES, PLATFORM_VOICE, XAI_VOICES } from '../catalogue/voices';
import { modelChoices, providerChoice, voiceChoice } from './catalogueChoice';
import { voiceSettings } from './voiceSettings';

const VOICE_ID = 'tts_config.voice_id';

/**
 * `tts_config` (API docs: config catalogue; provider and voice are required). The voices of HMS Sovereign
 * come first: they need no key and no ID from elsewhere.
 *
 * @param idOfVoice the field for providers whose voices are known by ID only
 */
export function voice(idOfVoice: Field): Field {
	return block(
		{ displayName: 'Voice', name: 'voice', description: 'What speaks the words of the assistant' },
		[
			...providerChoice('tts_config', SPEAKERS, {
				preset: 'voicedock',
				first: 'voicedock',
				description:
					'Whose voice it is. The voices of HMS Sovereign need no key and can be chosen from a list.',
				placeholder: 'e.g. piper',
			}),
			...platformVoice,
			...modelChoices('tts_config', SPEAKERS),
			freeModel,
			idOfVoice,
			...voiceChoice(VOICE_ID, 'google', GOOGLE_VOICES, 'Kore'),
			...voiceChoice(VOICE_ID, 'xai', XAI_VOICES, 'ara'),
			localVoice,
			...voiceSettings,
		],
	);
}

/**
 * The catalogue lists one voice of the provider `voicedock`, which is its preset. `GET /voices` lists the
 * others; that they go to the same provider is an assumption (API docs: Voices).
 */
const platformVoice: Field[] = [
	{
		...locator({
			displayName: 'Voice',
			name: 'voicedockVoice',
			list: 'searchPlatformVoices',
			required: false,
			placeholder: 'e.g. nl_NL-pim-medium',
			description: 'The voice that speaks',
			send: {
				in: 'body',
				as: VOICE_ID,
				value: (entered) => (entered === CUSTOM ? undefined : entered),
			},
		}),
		default: { mode: 'list', value: PLATFORM_VOICE.id, cachedResultName: PLATFORM_VOICE.name },
		displayOptions: { show: { provider: ['voicedock'] } },
	},
	// Workflows of former versions, in which the voice was a list with a way out.
	customText('Custom Voice', 'customVoice', {
		placeholder: 'e.g. nl_NL-pim-medium',
		send: { in: 'body', as: VOICE_ID },
		show: { provider: ['voicedock'], voicedockVoice: [CUSTOM] },
	}),
];

/** Not all providers have models to choose from, so it may stay empty. */
const freeModel = textField({
	displayName: 'Custom Model',
	name: 'customModel',
	as: 'tts_config.model',
	placeholder: 'e.g. model-name',
	description: 'The model of your provider, if it has several',
	displayOptions: { show: { provider: [CUSTOM] } },
});

/** ElevenLabs and Inworld know voices by IDs that HMS Sovereign does not list. Empty in changes: as saved. */
export const voiceId = textField({
	displayName: 'Voice ID',
	name: 'voiceId',
	as: VOICE_ID,
	placeholder: 'e.g. ukiwGs47sHyibruHJ1vg',
	description: 'The ID of the voice, as its provider shows it',
	displayOptions: { show: { provider: ['elevenlabs', 'inworld', UNCHANGED.value] } },
});

/** A new assistant has no voice that could stay. */
export const requiredVoiceId: Field = {
	...voiceId,
	send: { in: 'body', as: VOICE_ID, value: toVoiceId, readsEmpty: true },
};

function toVoiceId(entered: unknown): string {
	const id = String(entered ?? '').trim();
	if (id !== '') return id;
	throw new Error('Enter the ID of a voice, or choose HMS Sovereign, whose voices are listed');
}

/** A voice of a provider that the catalogue does not have. */
const localVoice: Field = {
	...locator({
		displayName: 'Voice',
		name: 'localVoiceId',
		list: 'searchVoices',
		required: false,
		placeholder: 'e.g. nl_NL-pim-medium',
		description: 'A voice of HMS Sovereign, or the ID of a voice of your provider',
		send: { in: 'body', as: VOICE_ID },
	}),
	displayOptions: { show: { provider: [CUSTOM] } },
};
