import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/json';
import { DEFAULT_MODEL, DEFAULT_RECOGNITION, DEFAULT_VOICE } from './catalogue/defaults';
import { TEXT_PROVIDERS } from './catalogue/languageModels';
import { checkAllowed, checkComplete } from './check';

const ADVICE = 'Fill in what is named, or remove the whole part to go with its default.';

/**
 * A new assistant for the API, which adds what a whole block is missing for (API docs: Assistants).
 *
 * @throws InputError for one that the API cannot take
 */
export function newAssistant(described: IDataObject): IDataObject {
	const assistant = withModel(described);
	checkComplete(assistant, ADVICE);
	checkAllowed(assistant);
	return assistant;
}

/**
 * An assistant for one call, to which the API adds nothing: a text model needs speech recognition and a
 * voice beside it (API docs: Create outbound call). Whoever chose none gets the defaults of the catalogue.
 *
 * @throws InputError for one that the API cannot take
 */
export function oneTimeAssistant(described: IDataObject): IDataObject {
	const assistant = newAssistant(described);
	const { llm_config: llm } = assistant;
	if (!isObject(llm) || !TEXT_PROVIDERS.includes(String(llm.provider))) return assistant;
	return { stt_config: DEFAULT_RECOGNITION, tts_config: DEFAULT_VOICE, ...assistant };
}

/** What a one-time assistant cannot do without and no default can be: what it is to say. */
export function missingInOneTime(described: unknown): string[] {
	if (isObject(described) && isObject(described.llm_config)) return [];
	return ["'System Prompt' is empty, so the one-time assistant does not know what to talk about"];
}

/** With a prompt or tools but no model, a new assistant gets the first model of the catalogue. */
function withModel(assistant: IDataObject): IDataObject {
	const { llm_config: llm } = assistant;
	if (!isObject(llm) || llm.provider !== undefined) return assistant;
	return { ...assistant, llm_config: { ...DEFAULT_MODEL, ...llm } };
}
