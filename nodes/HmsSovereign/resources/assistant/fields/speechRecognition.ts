import { choice } from '../../../fields/choice';
import { block } from '../../../fields/bodyFields';
import type { Field } from '../../../operation/operation';
import { DEFAULT_LANGUAGE, LANGUAGES, TRANSCRIBERS } from '../catalogue/speech';
import { freeModel, modelChoices, providerChoice } from './catalogueChoice';
import { recognitionSettings } from './recognitionSettings';

/** `stt_config` (API docs: config catalogue; provider, model and language are required). */
export const speechRecognition: Field = block(
	{
		displayName: 'Speech Recognition',
		name: 'speechRecognition',
		description: 'What turns the words of the caller into text',
	},
	[
		...providerChoice('stt_config', TRANSCRIBERS, {
			preset: 'deepgram',
			description: 'Whose speech recognition it is',
			placeholder: 'e.g. assemblyai',
		}),
		...modelChoices('stt_config', TRANSCRIBERS),
		freeModel('stt_config'),
		...language(),
		...recognitionSettings,
	],
);

function language(): Field[] {
	return choice({
		displayName: 'Language',
		name: 'language',
		options: Object.entries(LANGUAGES).map(([value, name]) => ({ name, value })),
		default: DEFAULT_LANGUAGE,
		description: 'The language that callers speak',
		custom: { displayName: 'Custom Language', name: 'customLanguage' },
		placeholder: 'e.g. uk',
		send: { in: 'body', as: 'stt_config.language' },
	});
}
