import { CUSTOM } from '../../../fields/choice';
import { locator } from '../../../fields/locator';
import { block, textField } from '../../../fields/bodyFields';
import type { Field } from '../../../operation/operation';
import { SPEAKERS } from '../catalogue/speech';
import { GOOGLE_VOICES, XAI_VOICES } from '../catalogue/voices';
import { modelChoices, providerChoice, voiceChoice } from './catalogueChoice';
import { UNCHANGED, type FormKind } from './kind';
import { voiceSettings } from './voiceSettings';

const VOICE_ID = 'tts_config.voice_id';

/** `tts_config` (API docs: config catalogue; provider and voice are required). */
export function voice(kind: FormKind): Field {
	return block(
		{ displayName: 'Voice', name: 'voice', description: 'What speaks the words of the assistant' },
		[
			...providerChoice('tts_config', SPEAKERS, kind, {
				preset: 'elevenlabs',
				description: 'Whose voice it is',
				placeholder: 'e.g. piper',
			}),
			...modelChoices('tts_config', SPEAKERS),
			freeModel,
			freeVoice,
			...voiceChoice(VOICE_ID, 'google', GOOGLE_VOICES, 'Kore'),
			...voiceChoice(VOICE_ID, 'voicedock', ['voicedock'], 'voicedock'),
			...voiceChoice(VOICE_ID, 'xai', XAI_VOICES, 'ara'),
			localVoice,
			...voiceSettings,
		],
	);
}

/** Not all providers have models to choose from, so it may stay empty. */
const freeModel = textField({
	displayName: 'Custom Model',
	name: 'customModel',
	as: 'tts_config.model',
	placeholder: 'e.g. model-name',
	description: 'The model of your provider, if it has several',
	displayOptions: { show: { provider: [CUSTOM] } },
});

/** ElevenLabs and Inworld know voices by IDs that HMS Sovereign does not list. */
const freeVoice = textField({
	displayName: 'Voice ID',
	name: 'voiceId',
	as: VOICE_ID,
	placeholder: 'e.g. ukiwGs47sHyibruHJ1vg',
	description: 'The ID of the voice, as its provider shows it',
	displayOptions: { show: { provider: ['elevenlabs', 'inworld', UNCHANGED.value] } },
});

/** The voices that HMS Sovereign runs itself; which provider names take them is not documented. */
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
