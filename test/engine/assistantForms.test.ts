import type { IDataObject } from 'n8n-workflow';

import { LANGUAGE_MODELS } from '../../sandbox/catalogue/languageModels';
import { SPEAKERS, TRANSCRIBERS } from '../../sandbox/catalogue/speech';
import { runNode } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';

const sandbox = useSandbox();

async function create(parameters: IDataObject) {
	return await runNode(
		{ resource: 'assistant', operation: 'create', name: 'Balie', ...parameters },
		{ credential: sandbox.credential },
	);
}

/** The body of the only request. */
function sent(): IDataObject {
	expect(sandbox.api.requests).toHaveLength(1);
	return sandbox.api.requests[0].body as IDataObject;
}

function rows(catalogue: Record<string, readonly string[]>): string[][] {
	return Object.entries(catalogue).flatMap(([provider, models]) =>
		models.map((model) => [provider, model]),
	);
}

/** Each provider has a parameter of its own for its models. */
function chosen(provider: string, model: string): IDataObject {
	const name = provider.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
	return { [`${name}Model`]: model };
}

const MODELS = Object.fromEntries(
	Object.entries(LANGUAGE_MODELS).map(([provider, { models }]) => [provider, models]),
);

test.each(rows(MODELS))('the form offers the language model %s %s', async (provider, model) => {
	const { error } = await create({
		languageModel: { config: { provider, ...chosen(provider, model) } },
	});
	expect(error).toBeUndefined();
	expect(sent().llm_config).toMatchObject({ provider, model });
});

test.each(rows(TRANSCRIBERS))('the form offers the recognition %s %s', async (provider, model) => {
	const { error } = await create({
		speechRecognition: { config: { provider, ...chosen(provider, model), language: 'nl' } },
	});
	expect(error).toBeUndefined();
	expect(sent().stt_config).toEqual({ provider, model, language: 'nl' });
});

test.each(rows(SPEAKERS))('the form offers the voice %s %s', async (provider, model) => {
	const free = ['elevenlabs', 'inworld'].includes(provider) && { voiceId: 'abc' };
	const { error } = await create({
		voice: { config: { provider, ...chosen(provider, model), ...free } },
	});
	expect(error).toBeUndefined();
	expect(sent().tts_config).toMatchObject({ provider, model, voice_id: expect.any(String) });
});

test('only a provider has to be chosen: the first model and voice of it are taken', async () => {
	const { error } = await create({
		languageModel: { config: { provider: 'xai_realtime' } },
	});
	expect(error).toBeUndefined();
	expect(sent().llm_config).toEqual({
		provider: 'xai_realtime',
		model: 'grok-voice-think-fast-2.0',
		voice: 'ara',
	});
});

test('a prompt without a model goes to the first model of the catalogue', async () => {
	await create({ systemPrompt: 'Je bent de balie.' });
	expect(sent().llm_config).toEqual({
		provider: 'openai',
		model: 'gpt-5.4',
		messages: [{ role: 'system', content: 'Je bent de balie.' }],
	});
});

test('providers, models and voices that no list has can be entered', async () => {
	const { error } = await create({
		languageModel: {
			config: { provider: 'custom', customProvider: 'anthropic', customModel: 'claude' },
		},
		speechRecognition: {
			config: {
				provider: 'deepgram',
				deepgramModel: 'custom',
				customModel: 'nova-9',
				language: 'custom',
				customLanguage: 'uk',
			},
		},
		voice: {
			config: {
				provider: 'custom',
				customProvider: 'piper',
				localVoiceId: { __rl: true, mode: 'id', value: 'nl_NL-pim-medium' },
			},
		},
	});
	// The sandbox knows the catalogue of today only.
	expect(error?.httpCode).toBe('400');
	expect(sent()).toEqual({
		name: 'Balie',
		llm_config: { provider: 'anthropic', model: 'claude' },
		stt_config: { provider: 'deepgram', model: 'nova-9', language: 'uk' },
		tts_config: { provider: 'piper', voice_id: 'nl_NL-pim-medium' },
	});
});

test('a setting is checked by the limits of the chosen provider', async () => {
	const gladia = { provider: 'gladia', model: 'solaria-1', language: 'nl' };
	const { error } = await create({
		speechRecognition: {
			config: { provider: 'gladia', language: 'nl', settings: { endpointing: 0.3 } },
		},
	});
	expect(error).toBeUndefined();
	expect(sent().stt_config).toEqual({ ...gladia, endpointing: 0.3 });
});

test('another provider than before takes its own first model', async () => {
	const { error } = await create({
		languageModel: { config: { provider: 'mistral', openaiModel: 'gpt-5.1' } },
	});
	expect(error).toBeUndefined();
	expect(sent().llm_config).toEqual({ provider: 'mistral', model: 'mistral-medium-latest' });
});

test('a provider and model may come from the input', async () => {
	const { error } = await runNode(
		{
			resource: 'assistant',
			operation: 'create',
			name: 'Balie',
			languageModel: {
				config: { provider: '={{ $json.provider }}', googleModel: '={{ $json.model }}' },
			},
		},
		{
			credential: sandbox.credential,
			input: [{ provider: 'google', model: 'gemini-2.5-flash' }],
		},
	);
	expect(error).toBeUndefined();
	expect(sent().llm_config).toEqual({ provider: 'google', model: 'gemini-2.5-flash' });
});

const text = { provider: 'openai' };

test.each<[string, IDataObject, string]>([
	[
		'a realtime model with a voice beside it',
		{
			languageModel: { config: { provider: 'xai_realtime' } },
			voice: { config: { provider: 'elevenlabs', voiceId: 'abc' } },
		},
		"'Voice': xAI Grok Voice hears and speaks itself",
	],
	[
		'a voice without its ID',
		{ voice: { config: { provider: 'elevenlabs' } } },
		"'Voice ID': Enter the ID of a voice, or choose HMS Sovereign",
	],
	[
		'a custom model without its name',
		{ languageModel: { config: { provider: 'openai', openaiModel: 'custom' } } },
		"'Custom Model' is required",
	],
	[
		'a number out of its range, from an expression',
		{ languageModel: { config: { ...text, settings: { temperature: '={{ 5 }}' } } } },
		`'Temperature': "5" is not a number from 0 to 2`,
	],
	[
		'a tool name with a space',
		{ tools: { webhook: [{ name: 'look up', url: 'https://a.example' }] } },
		`'Tools': "look up" is not a tool name`,
	],
	[
		'a transfer to no phone number',
		{ tools: { transfer: [{ destinations: { list: [{ number: '0201234567' }] } }] } },
		`'Tools': "0201234567" is not a phone number`,
	],
	[
		'a transfer without destinations',
		{ tools: { transfer: [{ destinations: {} }] } },
		"'Tools': Transfer Call has no destination",
	],
	[
		'a parameter of a tool that is one of no choices',
		{
			tools: { webhook: [{ name: 'a', parameters: { list: [{ name: 'day', type: 'choice' }] } }] },
		},
		`'Tools': "day" has no choices`,
	],
	[
		'bad JSON of a tool',
		{ tools: { json: [{ tool: '{"name":\n "a",}' }] } },
		"'Tools': This is not valid JSON: look at line 2",
	],
	[
		'six phrases that end a call',
		{
			additionalFields: {
				speechBehavior: { endCallPhrases: ['aa', 'bb', 'cc', 'dd', 'ee', 'ff'] },
			},
		},
		"'End Call Phrases': 6 entries are given, at most 5 are allowed",
	],
	[
		'a webhook that is no address',
		{ additionalFields: { webhookUrl: 'n8n.example.com' } },
		`'Webhook URL': "n8n.example.com" must start with https://`,
	],
	[
		'a secret as this node shows it',
		{ additionalFields: { webhookSecret: '****' } },
		'A secret is "****"',
	],
])('refused before anything is sent: %s', async (_what, parameters, words) => {
	const { error } = await create(parameters);
	expect(error?.message).toContain(words);
	expect(error?.context.itemIndex).toBe(0);
	expect(sandbox.api.requests).toEqual([]);
});

test('results and parameters are described in rows, and JSON is merged over them', async () => {
	const rows = { list: [{ name: 'day', type: 'choice', choices: 'mon, tue, mon,' }] };
	const { error } = await create({
		tools: {
			webhook: [{ name: 'book', description: 'Books', url: 'https://a.example', parameters: rows }],
		},
		additionalFields: {
			analysisPlan: { config: { results: rows, schema: '{"required": ["day"]}' } },
		},
	});
	expect(error).toBeUndefined();
	const schema = {
		type: 'object',
		properties: { day: { type: 'string', enum: ['mon', 'tue'] } },
		required: ['day'],
	};
	expect(sent()).toMatchObject({
		llm_config: { tools: [{ name: 'book', parameters: schema }] },
		analysis_plan: {
			structured_data_plan: { enabled: true, schema },
			min_messages_threshold: 2,
		},
	});
});

test('a group that was only added is complete', async () => {
	const { error } = await create({
		languageModel: { config: {} },
		speechRecognition: { config: {} },
		voice: { config: {} },
		additionalFields: { analysisPlan: { config: {} } },
	});
	expect(error).toBeUndefined();
	expect(sent()).toMatchObject({
		tts_config: { provider: 'voicedock', model: 'voicedock-1', voice_id: 'voicedock' },
	});
});

test('a voice of HMS Sovereign is sent by its ID', async () => {
	const { error } = await create({
		voice: {
			config: { voicedockVoice: { __rl: true, mode: 'list', value: 'nl_NL-pim-medium' } },
		},
	});
	expect(error).toBeUndefined();
	expect(sent().tts_config).toMatchObject({ provider: 'voicedock', voice_id: 'nl_NL-pim-medium' });
});

test('the words of the API lead to the parameter', async () => {
	const voice = { provider: 'google', googleModel: 'custom', customModel: 'x' };
	const { error } = await create({ voice: { config: voice } });
	expect(error?.description).toContain("Check the parameter 'Model'.");
});
