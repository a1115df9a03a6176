import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/json';
import { merge } from '../../fields/merge';
import { defaultsOf } from './catalogue/defaults';
import { ELEVENLABS_SPARSE_MODELS, GOOGLE_RATE_MODEL } from './catalogue/speech';
import { checkAllowed, checkComplete } from './check';

/** Parts of an assistant that are objects, which a form changes field by field. */
const BLOCKS = [
	'llm_config',
	'stt_config',
	'tts_config',
	'speech_config',
	'analysis_plan',
	'recording_consent',
];

/** What of them stays when their provider changes. */
const LASTING: Record<string, string[]> = {
	llm_config: ['temperature', 'messages', 'tools'],
	stt_config: ['language'],
};

/**
 * What is to be different about a saved assistant, ready to be sent.
 *
 * @param changes what the form says, field by field; its blocks are completed with what the assistant has
 * @param written what the user wrote as JSON: it wins, and its blocks are sent as they are written
 * @param read gives the saved assistant; asked only when there is something to complete
 * @throws InputError for changes that the API cannot take; ApiFailure
 */
export async function wholeChanges(
	changes: IDataObject,
	written: IDataObject,
	read: () => Promise<IDataObject>,
): Promise<IDataObject> {
	const formed = pick(
		changes,
		Object.keys(changes).filter((name) => !(name in written)),
	);
	const whole = BLOCKS.some((name) => isPart(name, formed[name]))
		? withWholeBlocks(await read(), formed)
		: formed;
	checkComplete(whole);
	const all = merge({ ...structuredClone(changes), ...whole }, written);
	checkAllowed(all);
	return all;
}

/** Whether the saved block is needed to send this one; of few fields, all may be given. */
function isPart(name: string, change: unknown): boolean {
	if (!isObject(change)) return false;
	const isWhole = change.enabled !== undefined && change.message !== undefined;
	return name !== 'recording_consent' || !isWhole;
}

/**
 * Completes changed blocks with what the assistant has. Whether the API merges such a block or replaces
 * it is not documented (API docs: Update assistant), and an `assistant_override` replaces it (API docs:
 * Assistant request); a whole block is right in both cases.
 *
 * @param stored the assistant as the API gives it
 * @returns new changes, their blocks whole
 */
function withWholeBlocks(stored: IDataObject, changes: IDataObject): IDataObject {
	const whole = { ...changes };
	for (const name of BLOCKS) {
		const change = changes[name];
		if (isObject(change)) whole[name] = wholeBlock(name, stored[name], change);
	}
	return whole;
}

function wholeBlock(name: string, stored: unknown, change: IDataObject): IDataObject {
	const base = isObject(stored) ? structuredClone(stored) : {};
	if (name === 'recording_consent') return { enabled: true, ...base, ...change };
	if (name === 'analysis_plan') return wholeAnalysis(base, change);
	const isOther = isOtherProvider(base, change);
	const kept = isOther
		? { ...defaultsOf(name, String(change.provider)), ...pick(base, LASTING[name] ?? []) }
		: fitting(base, change);
	const whole = merge({ ...kept }, withMessages(base, change));
	// The provider that the assistant has stays as it is spelled there.
	return isOther || base.provider === undefined ? whole : { ...whole, provider: base.provider };
}

/** A new schema takes the place of the old one: merged, it could only grow. */
function wholeAnalysis(base: IDataObject, change: IDataObject): IDataObject {
	const plan = isObject(base.structured_data_plan) ? base.structured_data_plan : {};
	const changed = isObject(change.structured_data_plan) ? change.structured_data_plan : {};
	return {
		...base,
		...change,
		structured_data_plan: { enabled: true, ...plan, ...withMessages(plan, changed) },
	};
}

/** `11labs` is another name of `elevenlabs` (API docs: config catalogue). */
const named = (provider: unknown) => (provider === '11labs' ? 'elevenlabs' : provider);

function isOtherProvider(base: IDataObject, { provider }: IDataObject): boolean {
	return provider !== undefined && named(provider) !== named(base.provider);
}

/** Without the voice settings that the newly chosen model would refuse. */
function fitting(base: IDataObject, { model }: IDataObject): IDataObject {
	if (ELEVENLABS_SPARSE_MODELS.includes(String(model))) {
		const taken = ['language', 'stability', 'apply_text_normalization'];
		return pick(base, ['provider', 'voice_id', ...taken]);
	}
	if (model === undefined || model === GOOGLE_RATE_MODEL) return base;
	return pick(
		base,
		Object.keys(base).filter((name) => name !== 'speaking_rate'),
	);
}

/** New messages take the place of those in the same role; the others stay, the system's before them. */
function withMessages(base: IDataObject, change: IDataObject): IDataObject {
	const { messages } = change;
	if (!isMessages(messages) || !isMessages(base.messages)) return change;
	const roles = messages.map(({ role }) => role);
	const all = [...messages, ...base.messages.filter(({ role }) => !roles.includes(role))];
	const isSystem = ({ role }: IDataObject) => role === 'system';
	return {
		...change,
		messages: [...all.filter(isSystem), ...all.filter((message) => !isSystem(message))],
	};
}

function isMessages(value: unknown): value is IDataObject[] {
	return Array.isArray(value) && value.every(isObject);
}

function pick(from: IDataObject, names: string[]): IDataObject {
	return Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));
}
