import { block } from '../../../fields/bodyFields';
import type { Field } from '../../../operation/operation';
import { LANGUAGE_MODELS } from '../catalogue/languageModels';
import { GOOGLE_VOICES, OPENAI_LIVE_VOICES, XAI_VOICES } from '../catalogue/voices';
import { freeModel, modelChoices, providerChoice, voiceChoice } from './catalogueChoice';
import { modelSettings } from './modelSettings';

/** `llm_config` without its messages and tools, which have fields of their own. */
export const languageModel: Field = block(
	{
		displayName: 'Language Model',
		name: 'languageModel',
		description:
			'The model that thinks. Realtime models also hear and speak themselves, so they go without Speech Recognition and Voice.',
	},
	[
		...providerChoice('llm_config', LANGUAGE_MODELS, {
			preset: 'openai',
			description: 'Whose model it is',
			placeholder: 'e.g. anthropic',
		}),
		...modelChoices('llm_config', LANGUAGE_MODELS),
		freeModel('llm_config'),
		...realtimeVoice('google_realtime', GOOGLE_VOICES),
		...realtimeVoice('xai_realtime', XAI_VOICES),
		...realtimeVoice('openai_live', OPENAI_LIVE_VOICES),
		...modelSettings,
	],
);

function realtimeVoice(provider: string, voices: string[]): Field[] {
	return voiceChoice('llm_config.voice', provider, voices, voices[0]);
}
