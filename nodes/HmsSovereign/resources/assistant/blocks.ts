import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/json';
import { merge } from '../../fields/merge';
import { ELEVENLABS_SPARSE_MODELS, GOOGLE_RATE_MODEL } from './catalogue/speech';

/** Parts of an assistant that are objects, and what of them stays when their provider changes. */
const BLOCKS: Record<string, string[]> = {
	llm_config: ['temperature', 'messages', 'tools'],
	stt_config: ['language'],
	tts_config: [],
	speech_config: [],
	analysis_plan: [],
};

/** Whether the changes reach into one of the assistant's config blocks. */
export function changesBlocks(changes: IDataObject): boolean {
	return Object.keys(BLOCKS).some((name) => isObject(changes[name]));
}

/**
 * Completes changed config blocks with what the assistant has. Whether the API merges such a block or
 * replaces it is not documented (API docs: Update assistant), and an `assistant_override` replaces it
 * (API docs: Assistant request); a whole block is right in both cases.
 *
 * @param stored the assistant as the API gives it
 * @returns new changes, their blocks whole
 */
export function withWholeBlocks(stored: IDataObject, changes: IDataObject): IDataObject {
	const whole = { ...changes };
	for (const [name, lasting] of Object.entries(BLOCKS)) {
		const change = changes[name];
		if (!isObject(change)) continue;
		const base = isObject(stored[name]) ? structuredClone(stored[name]) : {};
		const kept = isOtherProvider(base, change) ? pick(base, lasting) : fitting(base, change);
		whole[name] = merge(kept, withExamples(base, change));
	}
	return whole;
}

/** `11labs` is another name of `elevenlabs` (API docs: config catalogue). */
function isOtherProvider(base: IDataObject, { provider }: IDataObject): boolean {
	const now = base.provider === '11labs' ? 'elevenlabs' : base.provider;
	return provider !== undefined && provider !== now && provider !== base.provider;
}

/** Without the voice settings that the newly chosen model would refuse. */
function fitting(base: IDataObject, { model }: IDataObject): IDataObject {
	if (ELEVENLABS_SPARSE_MODELS.includes(String(model))) {
		return pick(base, ['provider', 'voice_id', 'stability', 'apply_text_normalization']);
	}
	if (model === undefined || model === GOOGLE_RATE_MODEL) return base;
	return pick(
		base,
		Object.keys(base).filter((name) => name !== 'speaking_rate'),
	);
}

/** A new system prompt takes the place of the old one; the example messages behind it stay. */
function withExamples(base: IDataObject, change: IDataObject): IDataObject {
	const { messages } = change;
	if (!isMessages(messages) || !isMessages(base.messages)) return change;
	if (messages.some(({ role }) => role !== 'system')) return change;
	const examples = base.messages.filter(({ role }) => role !== 'system');
	return { ...change, messages: [...messages, ...examples] };
}

function isMessages(value: unknown): value is IDataObject[] {
	return Array.isArray(value) && value.every(isObject);
}

function pick(from: IDataObject, names: string[]): IDataObject {
	return Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));
}
