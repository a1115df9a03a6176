import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/json';
import { InputError } from '../../api/inputError';
import { MASK, secretsIn } from '../../api/secrets';
import { DEFAULT_MODEL, REALTIME_PROVIDERS, TEXT_PROVIDERS } from './catalogue/languageModels';

/** What each block cannot do without (API docs: config catalogue). */
const NEEDED = [
	{ block: 'llm_config', parameter: 'Language Model', fields: ['provider', 'model'] },
	{
		block: 'stt_config',
		parameter: 'Speech Recognition',
		fields: ['provider', 'model', 'language'],
	},
	{ block: 'tts_config', parameter: 'Voice', fields: ['provider', 'voice_id'] },
];

const SPEECH = NEEDED.slice(1);

/** With a prompt or tools but no model, a new assistant gets the first model of the catalogue. */
export function withModel(assistant: IDataObject): IDataObject {
	const { llm_config: llm } = assistant;
	if (!isObject(llm) || llm.provider !== undefined) return assistant;
	return { ...assistant, llm_config: { ...DEFAULT_MODEL, ...llm } };
}

/**
 * Refuses an assistant, new or changed, that the API cannot take.
 *
 * @throws InputError naming the parameter
 */
export function checkAssistant(assistant: IDataObject): void {
	for (const { block, parameter, fields } of NEEDED) {
		const config = assistant[block];
		if (!isObject(config)) continue;
		const missing = fields.find((name) => config[name] === undefined || config[name] === '');
		if (missing === undefined) continue;
		throw new InputError(
			`'${parameter}': ${missing} is missing`,
			`Fill in all of '${parameter}'; where the assistant has none yet, choose a provider too.`,
		);
	}
	refuseSpeechBesideRealtime(assistant);
	refuseMask(assistant);
}

/** @throws InputError: a one-time assistant with a text model needs ears and a voice (API docs: Create outbound call) */
export function checkOneTime(assistant: IDataObject): void {
	const { llm_config: llm } = assistant;
	if (!isObject(llm)) {
		throw new InputError(
			"'Language Model': a one-time assistant needs a model",
			"Set 'System Prompt' and 'Language Model', or choose a saved assistant.",
		);
	}
	if (!TEXT_PROVIDERS.includes(String(llm.provider))) return;
	const missing = SPEECH.find(({ block }) => !isObject(assistant[block]));
	if (missing === undefined) return;
	throw new InputError(
		`'${missing.parameter}': a one-time assistant with a text model needs it`,
		`Set '${missing.parameter}', or choose a realtime model, which hears and speaks itself.`,
	);
}

function refuseSpeechBesideRealtime(assistant: IDataObject): void {
	const { llm_config: llm } = assistant;
	if (!isObject(llm) || !REALTIME_PROVIDERS.includes(String(llm.provider))) return;
	const given = SPEECH.find(({ block }) => isObject(assistant[block]));
	if (given === undefined) return;
	throw new InputError(
		`'${given.parameter}': a realtime model hears and speaks itself`,
		`Remove '${given.parameter}', or choose a language model that is not realtime.`,
	);
}

/** Secrets are given out as asterisks; sent back as such, they would overwrite the real ones. */
function refuseMask(assistant: IDataObject): void {
	if (!secretsIn(assistant).includes(MASK)) return;
	throw new InputError(
		`A secret is "${MASK}", which is how this node shows secrets that it read`,
		'Leave the secret out to keep it, or enter the real one.',
	);
}
