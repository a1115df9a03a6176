import { choice, CUSTOM, customText } from '../../../fields/choice';
import { block } from '../../../fields/plain';
import type { Field } from '../../operation';
import { LANGUAGES, TRANSCRIBERS } from '../catalogue/speech';
import { UNCHANGED, type FormKind } from './kind';
import { modelChoice, providerOptions } from './languageModel';
import { recognitionSettings } from './recognitionSettings';

const model = { in: 'body', as: 'stt_config.model' } as const;

/** `stt_config` (API docs: config catalogue; provider, model and language are required). */
export function speechRecognition(kind: FormKind): Field {
	const isChange = kind === 'change';
	return block(
		{
			displayName: 'Speech Recognition',
			name: 'speechRecognition',
			description: 'What turns the words of the caller into text',
		},
		[
			...choice({
				displayName: 'Provider',
				name: 'provider',
				options: providerOptions(TRANSCRIBERS),
				default: isChange ? UNCHANGED.value : 'deepgram',
				description: 'Whose speech recognition it is',
				custom: { displayName: 'Custom Provider', name: 'customProvider' },
				placeholder: 'e.g. assemblyai',
				send: { in: 'body', as: 'stt_config.provider' },
				...(isChange && { first: UNCHANGED }),
			}),
			...Object.entries(TRANSCRIBERS).flatMap(([name, { models }]) =>
				modelChoice(name, models, model),
			),
			customText('Custom Model', 'customModel', {
				placeholder: 'e.g. model-name',
				send: model,
				show: { provider: [CUSTOM] },
			}),
			...choice({
				displayName: 'Language',
				name: 'language',
				options: Object.entries(LANGUAGES).map(([value, name]) => ({ name, value })),
				default: isChange ? UNCHANGED.value : 'multi',
				description: 'The language that callers speak',
				custom: { displayName: 'Custom Language', name: 'customLanguage' },
				placeholder: 'e.g. uk',
				send: { in: 'body', as: 'stt_config.language' },
				...(isChange && { first: UNCHANGED }),
			}),
			...recognitionSettings,
		],
	);
}
