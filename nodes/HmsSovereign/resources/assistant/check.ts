import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/json';
import { InputError } from '../../api/inputError';
import { MASK, secretsIn } from '../../api/secrets';
import { SPEAKS_ALONE } from './catalogue/languageModels';

/** What each block cannot do without (API docs: config catalogue), by the names of the form. */
const NEEDED: Record<string, { parameter: string; fields: Record<string, string> }> = {
	llm_config: { parameter: 'Language Model', fields: { provider: 'Provider', model: 'Model' } },
	stt_config: {
		parameter: 'Speech Recognition',
		fields: { provider: 'Provider', model: 'Model', language: 'Language' },
	},
	tts_config: { parameter: 'Voice', fields: { provider: 'Provider', voice_id: 'Voice ID' } },
	recording_consent: { parameter: 'Recording Consent', fields: { message: 'Message' } },
};

/**
 * Refuses an assistant of which a block lacks something, and says all of it at once.
 *
 * @param advice what to do, in words of the form
 * @throws InputError naming the parameters
 */
export function checkComplete(
	assistant: IDataObject,
	advice = 'The assistant has none that could stay, so choose or enter it here.',
): void {
	const missing = Object.entries(NEEDED).flatMap(([block, { parameter, fields }]) => {
		const config = assistant[block];
		if (!isObject(config)) return [];
		return Object.keys(fields)
			.filter((name) => config[name] === undefined || config[name] === '')
			.map((name) => `'${parameter}': ${fields[name]} is missing`);
	});
	if (missing.length > 0) throw new InputError(missing.join('; '), advice);
}

/** Refuses what the API documents to refuse, and secrets that are none. @throws InputError */
export function checkAllowed(assistant: IDataObject): void {
	refuseSpeechBeside(assistant);
	refuseMask(assistant);
}

function refuseSpeechBeside({ llm_config: llm, stt_config: ears, tts_config: voice }: IDataObject) {
	if (!isObject(llm) || llm.provider !== SPEAKS_ALONE) return;
	const given = [
		...(isObject(ears) ? ["'Speech Recognition'"] : []),
		...(isObject(voice) ? ["'Voice'"] : []),
	];
	if (given.length === 0) return;
	throw new InputError(
		`${given.join(' and ')}: xAI Grok Voice hears and speaks itself`,
		`Remove ${given.join(' and ')}, or choose another language model.`,
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
