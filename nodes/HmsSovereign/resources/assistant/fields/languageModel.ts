import type { INodePropertyOptions } from 'n8n-workflow';

import { choice, CUSTOM, customText } from '../../../fields/choice';
import { block } from '../../../fields/plain';
import type { Field } from '../../operation';
import { DEFAULT_MODEL, LANGUAGE_MODELS } from '../catalogue/languageModels';
import { GOOGLE_VOICES, OPENAI_LIVE_VOICES, XAI_VOICES } from '../catalogue/voices';
import { UNCHANGED, type FormKind } from './kind';
import { modelSettings } from './modelSettings';

const provider = { in: 'body', as: 'llm_config.provider' } as const;
const model = { in: 'body', as: 'llm_config.model' } as const;

/** `llm_config` without its messages and tools, which have fields of their own. */
export function languageModel(kind: FormKind): Field {
	return block(
		{
			displayName: 'Language Model',
			name: 'languageModel',
			description:
				'The model that thinks. Realtime models also hear and speak themselves, so they go without Speech Recognition and Voice.',
		},
		[
			...choice({
				displayName: 'Provider',
				name: 'provider',
				options: providerOptions(LANGUAGE_MODELS),
				default: kind === 'new' ? DEFAULT_MODEL.provider : UNCHANGED.value,
				description: 'Whose model it is',
				custom: { displayName: 'Custom Provider', name: 'customProvider' },
				placeholder: 'e.g. anthropic',
				send: provider,
				...(kind === 'change' && { first: UNCHANGED }),
			}),
			...Object.entries(LANGUAGE_MODELS).flatMap(([name, { models }]) =>
				modelChoice(name, models, model),
			),
			customText('Custom Model', 'customModel', {
				placeholder: 'e.g. model-name',
				send: model,
				show: { provider: [CUSTOM] },
			}),
			...realtimeVoice('google_realtime', GOOGLE_VOICES),
			...realtimeVoice('xai_realtime', XAI_VOICES),
			...realtimeVoice('openai_live', OPENAI_LIVE_VOICES),
			...modelSettings,
		],
	);
}

/** Options of a catalogue, by the names that people know. */
export function providerOptions(catalogue: Record<string, { name: string }>) {
	return Object.entries(catalogue).map(
		([value, { name }]): INodePropertyOptions => ({ name, value }),
	);
}

/**
 * The parameter for a choice of one provider: `googleRealtimeModel`. Each has its own, because the editor
 * keeps a parameter's value when another provider is chosen.
 */
export function parameterOf(ofProvider: string, what: string): string {
	return ofProvider.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase()) + what;
}

/** The parameter that holds the model of a provider. */
export function modelOf(ofProvider: string): string {
	return parameterOf(ofProvider, 'Model');
}

/** The models of one provider; none for a provider without a choice of models. */
export function modelChoice(
	ofProvider: string,
	models: readonly string[],
	send: typeof model | { in: 'body'; as: string },
): Field[] {
	if (models.length === 0) return [];
	return choice({
		displayName: 'Model',
		name: modelOf(ofProvider),
		options: models,
		default: models[0],
		description: 'The model of this provider',
		custom: { displayName: 'Custom Model', name: 'customModel' },
		placeholder: `e.g. ${models[0]}`,
		send,
		show: { provider: [ofProvider] },
	});
}

function realtimeVoice(ofProvider: string, voices: string[]): Field[] {
	return choice({
		displayName: 'Voice',
		name: parameterOf(ofProvider, 'Voice'),
		options: voices,
		default: voices[0],
		description: 'The voice of the realtime model',
		custom: { displayName: 'Custom Voice', name: 'customVoice' },
		placeholder: `e.g. ${voices[0]}`,
		send: { in: 'body', as: 'llm_config.voice' },
		show: { provider: [ofProvider] },
	});
}
