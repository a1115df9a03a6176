import * as theirModels from '../../sandbox/catalogue/languageModels';
import * as theirSpeech from '../../sandbox/catalogue/speech';
import { assistantCreate } from '../../sandbox/schema/assistant';
import { setDeep } from '../../nodes/HmsSovereign/fields/merge';
import { defaultsOf } from '../../nodes/HmsSovereign/resources/assistant/catalogue/defaults';
import * as ourModels from '../../nodes/HmsSovereign/resources/assistant/catalogue/languageModels';
import * as ourSpeech from '../../nodes/HmsSovereign/resources/assistant/catalogue/speech';
import * as ourVoices from '../../nodes/HmsSovereign/resources/assistant/catalogue/voices';
import { create } from '../../nodes/HmsSovereign/resources/assistant/create';
import { leavesOf, type Leaf } from '../engine/updateForms/leaves';

/** Node and sandbox were each written down from the platform's catalogue; a slip in one shows here. */
type Models = Record<string, readonly string[]>;

const modelsOf = (catalogue: Record<string, { models: readonly string[] }>): Models =>
	Object.fromEntries(Object.entries(catalogue).map(([name, { models }]) => [name, models]));

test.each<[string, Models, Models]>([
	['language models', modelsOf(ourModels.LANGUAGE_MODELS), modelsOf(theirModels.LANGUAGE_MODELS)],
	['speech recognition', modelsOf(ourSpeech.TRANSCRIBERS), theirSpeech.TRANSCRIBERS],
	// xAI has voices, but no models.
	['voice models', modelsOf(ourSpeech.SPEAKERS), { ...theirSpeech.SPEAKERS, xai: [] }],
])('%s are the same, the default first', (_what, ours, theirs) => {
	expect(ours).toEqual(theirs);
});

test.each<[string, readonly string[], readonly string[]]>([
	['Google voices', ourVoices.GOOGLE_VOICES, theirSpeech.GOOGLE_VOICES],
	['xAI voices', ourVoices.XAI_VOICES, theirSpeech.XAI_VOICES],
	['OpenAI live voices', ourVoices.OPENAI_LIVE_VOICES, theirSpeech.OPENAI_LIVE_VOICES],
	['languages', Object.keys(ourSpeech.LANGUAGES), theirSpeech.LANGUAGES],
	['text providers', ourModels.TEXT_PROVIDERS, theirModels.TEXT_PROVIDERS],
	[
		'voice models that take few settings',
		ourSpeech.ELEVENLABS_SPARSE_MODELS,
		theirSpeech.ELEVENLABS_SPARSE_MODELS,
	],
])('%s are the same', (_what, ours, theirs) => {
	expect([...ours].sort()).toEqual([...theirs].sort());
});

const BLOCKS: Record<string, string> = {
	languageModel: 'llm_config',
	speechRecognition: 'stt_config',
	voice: 'tts_config',
};

/** The number fields of a new assistant that have a range, with what must be chosen for each. */
const numbers = leavesOf(create.fields)
	.filter(({ field }) => field.type === 'number' && field.typeOptions?.maxValue !== undefined)
	.map((leaf) => ({ leaf, title: `${leaf.field.send?.as} of ${providerOf(leaf) ?? 'any'}` }));

function providerOf({ chosen }: Leaf): string | undefined {
	const provider = chosen.find(({ field }) => field.name === 'provider');
	// Most settings are those of several providers; a custom one, the sandbox does not know.
	return provider?.wanted.find((name) => !['custom', 'unchanged'].includes(name));
}

/** What the sandbox says about this one value. */
function problemsWith(leaf: Leaf, value: number): string[] {
	const body: Record<string, unknown> = { name: 'A' };
	const block = BLOCKS[leaf.path.find((name) => name in BLOCKS) ?? ''];
	const provider = providerOf(leaf);
	if (block !== undefined && provider !== undefined) {
		const voice = block === 'tts_config' && { voice_id: 'v' };
		const { model } = chosenModel(leaf);
		body[block] = { ...voice, provider, ...defaultsOf(block, provider), ...(model && { model }) };
	}
	const path = leaf.field.send?.as ?? '';
	setDeep(body as never, path, value);
	const problems: string[] = [];
	assistantCreate(body, '', problems);
	return problems.filter((line) => line.startsWith(`${path} must be a`));
}

function chosenModel({ chosen }: Leaf): { model?: string } {
	const list = chosen.find(({ field }) => field.name.endsWith('Model'));
	return { model: list?.wanted.find((name) => !['custom', 'unchanged'].includes(name)) };
}

test.each(numbers)('the range of $title is that of the API', ({ leaf }) => {
	const { minValue: min = 0, maxValue: max = 0 } = leaf.field.typeOptions ?? {};
	expect([min, max].flatMap((value) => problemsWith(leaf, value))).toEqual([]);
	// These are moved into their range instead, so the form's limits are a help only.
	if (leaf.field.send?.as.startsWith('llm_config.turn_detection') === true) return;
	expect(problemsWith(leaf, min - 0.001)).toHaveLength(1);
	expect(problemsWith(leaf, max + 0.001)).toHaveLength(1);
});

test('the fields with a range are found', () => {
	expect(numbers.length).toBeGreaterThan(25);
});
