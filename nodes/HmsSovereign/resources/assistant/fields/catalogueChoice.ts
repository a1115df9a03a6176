import { choice, CUSTOM, customText } from '../../../fields/choice';
import type { Field, Send } from '../../../operation/operation';

/** Providers by the API's names, each with its models, default first. */
export type Catalogue = Record<string, { name: string; models: readonly string[] }>;

/** Where the choices of one config block go in the body. */
const inBody = (block: string, name: string): Send => ({ in: 'body', as: `${block}.${name}` });

/**
 * The list of providers.
 *
 * @param block the API's name: `llm_config`
 * @param placeholder a provider that the catalogue does not have
 */
export function providerChoice(
	block: string,
	catalogue: Catalogue,
	texts: { preset: string; description: string; placeholder: string; first?: string },
): Field[] {
	return choice({
		displayName: 'Provider',
		name: 'provider',
		options: Object.entries(catalogue).map(([value, { name }]) => ({ name, value })),
		default: texts.preset,
		first: texts.first,
		description: texts.description,
		custom: { displayName: 'Custom Provider', name: 'customProvider' },
		placeholder: texts.placeholder,
		send: inBody(block, 'provider'),
	});
}

/** For each provider the list of its models. */
export function modelChoices(block: string, catalogue: Catalogue): Field[] {
	return Object.entries(catalogue).flatMap(([provider, { models }]) =>
		models.length === 0 ? [] : modelChoice(block, provider, models),
	);
}

function modelChoice(block: string, provider: string, models: readonly string[]): Field[] {
	return choice({
		displayName: 'Model',
		name: modelOf(provider),
		options: models,
		default: models[0],
		description: 'The model of this provider',
		custom: { displayName: 'Custom Model', name: 'customModel' },
		placeholder: `e.g. ${models[0]}`,
		send: inBody(block, 'model'),
		show: { provider: [provider] },
	});
}

/** The model of a provider that the catalogue does not have. */
export function freeModel(block: string): Field {
	return customText('Custom Model', 'customModel', {
		placeholder: 'e.g. model-name',
		send: inBody(block, 'model'),
		show: { provider: [CUSTOM] },
	});
}

/** The list of voices of a provider. @param name the API's name of the field: `tts_config.voice_id` */
export function voiceChoice(name: string, provider: string, voices: string[], preset: string) {
	return choice({
		displayName: 'Voice',
		name: parameterOf(provider, 'Voice'),
		options: voices,
		default: preset,
		description: 'The voice that speaks',
		custom: { displayName: 'Custom Voice', name: 'customVoice' },
		placeholder: `e.g. ${preset}`,
		send: { in: 'body', as: name },
		show: { provider: [provider] },
	});
}

/** The parameter that holds the model of a provider. */
export function modelOf(provider: string): string {
	return parameterOf(provider, 'Model');
}

/**
 * The parameter for a choice of one provider: `googleRealtimeModel`. Each has its own, because the editor
 * keeps a parameter's value when another provider is chosen.
 */
function parameterOf(provider: string, what: string): string {
	return provider.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase()) + what;
}
