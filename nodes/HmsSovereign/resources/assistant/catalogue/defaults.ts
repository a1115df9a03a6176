import type { IDataObject } from 'n8n-workflow';

import { LANGUAGE_MODELS } from './languageModels';
import { DEFAULT_LANGUAGE, SPEAKERS, TRANSCRIBERS } from './speech';
import { PLATFORM_VOICE } from './voices';

const MODELS: Record<string, Record<string, { models: readonly string[] }>> = {
	llm_config: LANGUAGE_MODELS,
	stt_config: TRANSCRIBERS,
	tts_config: SPEAKERS,
};

/** The first voice of each provider that has a list (API docs: config catalogue). */
const VOICES: Record<string, string> = { voicedock: PLATFORM_VOICE.id, google: 'Kore', xai: 'ara' };

/** What a provider cannot do without, as far as the catalogue knows a default. @param block `tts_config` */
export function defaultsOf(block: string, provider: string): IDataObject {
	const providers = MODELS[block] ?? {};
	// People may enter any name, also one that every object has.
	const model = Object.hasOwn(providers, provider) ? providers[provider].models[0] : undefined;
	return {
		...(model !== undefined && { model }),
		...(block === 'stt_config' && { language: DEFAULT_LANGUAGE }),
		...(block === 'tts_config' &&
			Object.hasOwn(VOICES, provider) && { voice_id: VOICES[provider] }),
	};
}

/** A whole block of this provider, complete without any other choice. */
function whole(block: string, provider: string): IDataObject {
	return { provider, ...defaultsOf(block, provider) };
}

/** What an assistant gets when nobody chose: the first of the catalogue that needs no ID. */
export const DEFAULT_MODEL = whole('llm_config', 'openai');
export const DEFAULT_RECOGNITION = whole('stt_config', 'deepgram');
export const DEFAULT_VOICE = whole('tts_config', 'voicedock');
