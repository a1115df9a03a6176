import { choice, CUSTOM } from '../../../fields/choice';
import { locator } from '../../../fields/locator';
import { block, textField } from '../../../fields/plain';
import type { Field } from '../../operation';
import { SPEAKERS } from '../catalogue/speech';
import { GOOGLE_VOICES, XAI_VOICES } from '../catalogue/voices';
import { UNCHANGED, type FormKind } from './kind';
import { modelChoice, parameterOf, providerOptions } from './languageModel';
import { voiceSettings } from './voiceSettings';

const model = { in: 'body', as: 'tts_config.model' } as const;
const voiceId = { in: 'body', as: 'tts_config.voice_id' } as const;

/** `tts_config` (API docs: config catalogue; provider and voice are required). */
export function voice(kind: FormKind): Field {
	const isChange = kind === 'change';
	return block(
		{ displayName: 'Voice', name: 'voice', description: 'What speaks the words of the assistant' },
		[
			...choice({
				displayName: 'Provider',
				name: 'provider',
				options: providerOptions(SPEAKERS),
				default: isChange ? UNCHANGED.value : 'elevenlabs',
				description: 'Whose voice it is',
				custom: { displayName: 'Custom Provider', name: 'customProvider' },
				placeholder: 'e.g. piper',
				send: { in: 'body', as: 'tts_config.provider' },
				...(isChange && { first: UNCHANGED }),
			}),
			...Object.entries(SPEAKERS).flatMap(([name, { models }]) => modelChoice(name, models, model)),
			customModel,
			freeVoice,
			...listedVoice('google', GOOGLE_VOICES, 'Kore'),
			...listedVoice('voicedock', ['voicedock'], 'voicedock'),
			...listedVoice('xai', XAI_VOICES, 'ara'),
			localVoice,
			...voiceSettings,
		],
	);
}

/** Not all providers have models to choose from. */
const customModel: Field = {
	...textField({
		displayName: 'Custom Model',
		name: 'customModel',
		as: model.as,
		placeholder: 'e.g. model-name',
		description: 'The model of your provider, if it has several',
	}),
	displayOptions: { show: { provider: [CUSTOM] } },
};

/** ElevenLabs and Inworld know voices by IDs that HMS Sovereign does not list. */
const freeVoice: Field = {
	...textField({
		displayName: 'Voice ID',
		name: 'voiceId',
		as: voiceId.as,
		placeholder: 'e.g. ukiwGs47sHyibruHJ1vg',
		description: 'The ID of the voice, as its provider shows it',
	}),
	displayOptions: { show: { provider: ['elevenlabs', 'inworld', UNCHANGED.value] } },
};

/** The voices that HMS Sovereign runs itself; which provider names take them is not documented. */
const localVoice: Field = {
	...locator({
		displayName: 'Voice',
		name: 'localVoiceId',
		list: 'searchVoices',
		required: false,
		placeholder: 'e.g. nl_NL-pim-medium',
		description: 'A voice of HMS Sovereign, or the ID of a voice of your provider',
		send: voiceId,
	}),
	displayOptions: { show: { provider: [CUSTOM] } },
};

function listedVoice(ofProvider: string, voices: string[], preset: string): Field[] {
	return choice({
		displayName: 'Voice',
		name: parameterOf(ofProvider, 'Voice'),
		options: voices,
		default: preset,
		description: 'The voice of this provider',
		custom: { displayName: 'Custom Voice', name: 'customVoice' },
		placeholder: `e.g. ${preset}`,
		send: voiceId,
		show: { provider: [ofProvider] },
	});
}
