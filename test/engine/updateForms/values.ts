import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';

import type { Field, ItemRun } from '../../../nodes/HmsSovereign/operation/operation';
import { UNCHANGED } from '../../../nodes/HmsSovereign/fields/changes';
import { CUSTOM } from '../../../nodes/HmsSovereign/fields/choice';
import { IDS } from '../../../sandbox/store/seed/ids';
import type { Leaf } from './leaves';

/** What is saved before, and what is entered in the form; never the same, and saved is never a preset. */
export interface Values {
	/** As entered; what is stored is what the field makes of it. */
	saved: unknown;
	entered: unknown;
	/** Where the difference is, when that is not where the field sends its value. */
	differsAt?: string;
	/** Other saved values that go with the change, by their paths. */
	without?: string[];
	beside?: Record<string, unknown>;
}

const EXAMPLE_TOOL = { name: 'look_up', description: 'Looks up', url: 'https://n8n.example.com/a' };
const plan = (config: IDataObject) => ({ config });
const SAVED_PLAN = plan({
	enabled: false,
	schema: '{"type": "object", "properties": {"old": {"type": "string"}}, "required": ["old"]}',
	systemPrompt: 'Saved system prompt',
	userPrompt: 'Saved user prompt',
	minMessages: 6,
});
const PLAN = 'analysis_plan.structured_data_plan';

const definition = (first: string) =>
	JSON.stringify({
		version: 1,
		entry_node: 'a',
		nodes: [{ id: 'a', type: 'conversation', instructions: first }],
	});

/** By the parameter's name: what a text or number made up here would not do for. */
const OWN: Record<string, Values[]> = {
	analysisPlan: [
		{ saved: SAVED_PLAN, entered: plan({ enabled: true }), differsAt: `${PLAN}.enabled` },
		{
			saved: SAVED_PLAN,
			entered: plan({ minMessages: 3 }),
			differsAt: 'analysis_plan.min_messages_threshold',
		},
		{ saved: SAVED_PLAN, entered: plan({ systemPrompt: 'New' }), differsAt: `${PLAN}.messages` },
		{ saved: SAVED_PLAN, entered: plan({ userPrompt: 'New' }), differsAt: `${PLAN}.messages` },
		{
			saved: SAVED_PLAN,
			entered: plan({ schema: '{"type": "object"}' }),
			differsAt: `${PLAN}.schema`,
		},
	],
	// Says which provider a model or voice belongs to; alone it is not complete.
	customProvider: [],
	customLanguage: [{ saved: 'nl', entered: 'de' }],
	definition: [{ saved: definition('Saved'), entered: definition('New') }],
	endpointingMaxDelay: [{ saved: 3, entered: 4 }],
	endpointingMinDelay: [{ saved: 0.6, entered: 0.7 }],
	headers: [{ saved: pairs('X-Saved'), entered: pairs('X-New') }],
	localVoiceId: [{ saved: 'saved-voice', entered: byId('new-voice') }],
	notificationEmail: [{ saved: 'saved@mail.example', entered: 'new@mail.example' }],
	notificationEmails: [{ saved: 'saved@mail.example', entered: 'new@mail.example' }],
	pronunciation: [{ saved: words('saved'), entered: words('new') }],
	providerTools: [{ saved: '[{"type": "web_search"}]', entered: '[{"type": "x_search"}]' }],
	removeHeaders: [{ saved: false, entered: true, beside: { headers: { 'X-Saved': 'a' } } }],
	scheduleEndTime: [{ saved: '19:00:00', entered: '20:30' }],
	scheduleStartTime: [{ saved: '08:00:00', entered: '10:30' }],
	results: [{ saved: rows('old'), entered: rows('new') }],
	schema: [{ saved: { type: 'object', required: ['old'] }, entered: { type: 'object' } }],
	systemPrompt: [{ saved: 'Saved prompt', entered: 'New prompt' }],
	timezone: [{ saved: 'America/Lima', entered: 'Asia/Tokyo' }],
	toolConfig: [{ saved: '{"name": "saved"}', entered: '{"name": "new"}' }],
	toolType: [{ saved: 'function', entered: 'end_call', beside: { tool_config: {} } }],
	tools: [
		{
			saved: { webhook: [{ ...EXAMPLE_TOOL, name: 'saved' }] },
			entered: { webhook: [EXAMPLE_TOOL] },
		},
	],
	transferTrunkId: [],
	url: [{ saved: 'https://mcp.delinde.example/saved', entered: 'https://mcp.delinde.example/new' }],
	voicedockVoice: [{ saved: 'nl_NL-pim-medium', entered: byId('nl_NL-sanne-medium') }],
	webhookEvents: [{ saved: ['tool-calls'], entered: ['status-update'] }],
	webhookUrl: [{ saved: 'https://saved.example.com', entered: 'https://new.example.com' }],
	assistantId: [{ saved: IDS.reminders, entered: byId(IDS.reception) }],
	sipTrunkId: [{ saved: IDS.trunk, entered: byId('5b0d1c2e-7777-4888-9999-aaaabbbbdddd') }],
	workflowId: [{ saved: IDS.workflow, entered: byId('0c9d8e7f-1234-4567-89ab-cdef0123aaaa') }],
};

/** Texts of which the API knows only certain ones: entered under "Custom Value". */
const LISTED: Record<string, string[]> = {
	llm_config: ['gpt-5.2', 'gpt-5.1'],
	stt_config: ['nova-3-general', 'nova-3'],
	tts_config: ['eleven_multilingual_v2', 'eleven_turbo_v2_5'],
};

/** Voice models that take all settings; the first values are saved when another field is changed. */
const VOICE_MODELS: Record<string, Values[]> = {
	elevenlabsModel: [{ saved: 'eleven_multilingual_v2', entered: 'eleven_turbo_v2_5' }],
	googleModel: [
		{ saved: 'chirp-3-hd', entered: 'chirp-3-hd' },
		{
			saved: 'gemini-2.5-pro-preview-tts',
			entered: 'gemini-2.5-flash-preview-tts',
			without: ['tts_config.speaking_rate'],
		},
	],
};

const OTHER_PROVIDER: Record<string, string> = {
	'llm_config.provider': 'mistral',
	'stt_config.provider': 'gladia',
	'tts_config.provider': 'google',
	'assistant.llm_config.provider': 'mistral',
	'assistant.stt_config.provider': 'gladia',
	'assistant.tts_config.provider': 'google',
};

export function valuesFor(leaf: Leaf): Values[] {
	const { field } = leaf;
	if (field.name === 'clearFields') return optionsOf(field).map(cleared);
	if (field.name === 'moreFields') return [];
	if (field.name === 'provider')
		return [{ saved: undefined, entered: OTHER_PROVIDER[field.send?.as ?? ''] }];
	if (leaf.path.includes('voice') && field.name in VOICE_MODELS) return VOICE_MODELS[field.name];
	return OWN[field.name] ?? [madeUp(leaf)];
}

function madeUp({ field, chosen }: Leaf): Values {
	const { type, default: preset, typeOptions: { minValue: min = 1, maxValue = 400 } = {} } = field;
	switch (type) {
		case 'number': {
			const digits = field.typeOptions?.numberPrecision ?? 2;
			const at = (share: number) => Number((min + (maxValue - min) * share).toFixed(digits));
			return { saved: at(0.25), entered: at(0.75) };
		}
		case 'boolean':
			return { saved: preset !== true, entered: preset === true };
		case 'options': {
			const values = optionsOf(field).map(({ value }) => value);
			return { saved: values[values.length - 1], entered: values[Math.max(0, values.length - 2)] };
		}
		default: {
			const listed = customChoice(field, chosen);
			if (listed !== undefined) return { saved: listed[0], entered: listed[1] };
			return { saved: 'Saved text', entered: 'New text' };
		}
	}
}

/** A text under "Custom Value" must be one that the sandbox knows: one of the list beside it. */
function customChoice(field: Field, chosen: Leaf['chosen']): string[] | undefined {
	const list = chosen.find(({ value, field }) => value === CUSTOM && field.name !== 'provider');
	if (list === undefined) {
		const isCustom = chosen.some(({ value }) => value === CUSTOM);
		const block = Object.keys(LISTED).find((name) => field.send?.as.endsWith(`${name}.model`));
		return isCustom && block !== undefined ? LISTED[block] : undefined;
	}
	if (list.field.type === 'resourceLocator') return ['nl_NL-pim-medium', 'nl_NL-sanne-medium'];
	const values = optionsOf(list.field).map(({ value }) => String(value));
	return values.length === 1 ? [values[0], values[0]] : values.slice(-2);
}

/** What people choose from, without the ways out. */
function optionsOf({ options = [] }: Field): INodePropertyOptions[] {
	return options
		.filter((option): option is INodePropertyOptions => 'value' in option)
		.filter(({ value }) => value !== UNCHANGED.value && value !== CUSTOM);
}

const cleared = ({ value }: INodePropertyOptions): Values => ({
	saved: undefined,
	entered: [value],
	differsAt: String(value),
});

/** What the field makes of an entered value; most need no item for that. */
export function sentBy({ send }: Field, entered: unknown): unknown {
	return send?.value === undefined ? entered : send.value(entered as string, {} as ItemRun);
}

function byId(value: string): IDataObject {
	return { __rl: true, mode: 'id', value };
}

function pairs(name: string): IDataObject {
	return { pairs: [{ name, value: 'a' }] };
}

function rows(name: string): IDataObject {
	return { list: [{ name, type: 'string' }] };
}

function words(from: string): IDataObject {
	return { words: [{ from, to: 'spoken' }] };
}
