import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../dev/byId';
import { runNode } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';

const sandbox = useSandbox();

/** A receptionist with a text model, and an emergency line with a realtime model. */
const [RECEPTION, EMERGENCY] = [0, 2];

async function update(which: number, parameters: IDataObject) {
	const { id } = sandbox.api.store.main.assistants[which];
	return await runNode(
		{ resource: 'assistant', operation: 'update', assistantId: byId(id), ...parameters },
		{ credential: sandbox.credential },
	);
}

const patched = () => sandbox.api.requests.find(({ method }) => method === 'PATCH')?.body;
const stored = (which: number) => structuredClone(sandbox.api.store.main.assistants[which]);

test('a change of what is no config block needs no reading', async () => {
	await update(RECEPTION, { updateFields: { name: 'Receptie 2' } });
	expect(sandbox.api.requests.map(({ method }) => method)).toEqual(['PATCH']);
});

test('one setting of a block leaves the others of it as they are', async () => {
	const { tts_config: before } = stored(RECEPTION);
	const { error } = await update(RECEPTION, {
		updateFields: { voice: { config: { voiceId: 'another-voice' } } },
	});
	expect(error).toBeUndefined();
	expect(patched()).toEqual({ tts_config: { ...before, voice_id: 'another-voice' } });
});

test('another provider keeps prompt, tools and temperature, but not what only the old one has', async () => {
	sandbox.api.store.main.assistants[RECEPTION].llm_config.max_completion_tokens = 500;
	const { llm_config: before } = stored(RECEPTION);
	const { error } = await update(RECEPTION, {
		updateFields: { languageModel: { config: { provider: 'xai' } } },
	});
	expect(error).toBeUndefined();
	const { temperature, messages, tools } = before;
	expect(patched()).toEqual({
		llm_config: { provider: 'xai', model: 'grok-4.3', temperature, messages, tools },
	});
});

test('a voice model that takes few settings loses those it would refuse', async () => {
	const assistant = sandbox.api.store.main.assistants[RECEPTION];
	assistant.tts_config = {
		provider: 'elevenlabs',
		model: 'eleven_flash_v2_5',
		voice_id: 'abc',
		stability: 0.5,
		speed: 1.2,
		style: 0.1,
	};
	const { error } = await update(RECEPTION, {
		updateFields: {
			voice: { config: { provider: 'elevenlabs', elevenlabsModel: 'eleven_v4', voiceId: 'abc' } },
		},
	});
	expect(error).toBeUndefined();
	expect(patched()).toEqual({
		tts_config: { provider: 'elevenlabs', model: 'eleven_v4', voice_id: 'abc', stability: 0.5 },
	});
});

test('a new system prompt leaves the example messages behind it', async () => {
	const examples = [
		{ role: 'user', content: 'Bent u open?' },
		{ role: 'assistant', content: 'Tot vijf uur.' },
	];
	const { llm_config: llm } = sandbox.api.store.main.assistants[RECEPTION];
	llm.messages = [{ role: 'system', content: 'Oud' }, ...examples];
	await update(RECEPTION, { updateFields: { systemPrompt: 'Nieuw' } });
	expect(patched()).toMatchObject({
		llm_config: { messages: [{ role: 'system', content: 'Nieuw' }, ...examples] },
	});
});

test('a block in JSON is sent as it is written, also beside changes of other blocks', async () => {
	const { llm_config: before } = stored(RECEPTION);
	const { error } = await update(RECEPTION, {
		updateFields: {
			languageModel: { config: { settings: { temperature: 0.1 } } },
			moreFields: '{"speech_config": {"background_audio": {"enabled": true}}, "name": "Balie"}',
		},
	});
	expect(error).toBeUndefined();
	expect(patched()).toEqual({
		name: 'Balie',
		llm_config: { ...before, temperature: 0.1 },
		speech_config: { background_audio: { enabled: true } },
	});
});

test('JSON about a block alone needs no reading, and nothing is added to it', async () => {
	await update(RECEPTION, { updateFields: { moreFields: '{"llm_config": {"temperature": 1}}' } });
	expect(sandbox.api.requests.map(({ method }) => method)).toEqual(['PATCH']);
	expect(patched()).toEqual({ llm_config: { temperature: 1 } });
});

test('a new analysis schema takes the place of the old one', async () => {
	const { error } = await update(RECEPTION, {
		updateFields: {
			analysisPlan: {
				config: { results: { list: [{ name: 'wish', type: 'choice', choices: 'move, cancel' }] } },
			},
		},
	});
	expect(error).toBeUndefined();
	expect(stored(RECEPTION).analysis_plan).toEqual({
		structured_data_plan: {
			enabled: true,
			schema: {
				type: 'object',
				properties: { wish: { type: 'string', enum: ['move', 'cancel'] } },
			},
		},
		min_messages_threshold: 2,
	});
});

test('recording consent is turned off with the message that is stored', async () => {
	const message = 'Mag dit gesprek worden opgenomen?';
	sandbox.api.store.main.assistants[RECEPTION].recording_consent = { enabled: true, message };
	const { error } = await update(RECEPTION, {
		updateFields: { recordingConsent: { config: { enabled: false } } },
	});
	expect(error).toBeUndefined();
	expect(patched()).toEqual({ recording_consent: { enabled: false, message } });
});

test('recording consent cannot be asked for without a message', async () => {
	const { error } = await update(RECEPTION, {
		updateFields: { recordingConsent: { config: { enabled: true } } },
	});
	expect(error?.message).toBe("'Recording Consent': Message is missing");
	expect(patched()).toBeUndefined();
});

test('one speech text and all tools can be taken away', async () => {
	const assistant = sandbox.api.store.main.assistants[RECEPTION];
	assistant.speech_config = { end_call_message: 'Dag!', silence: { max_attempts: 2 } };
	const { llm_config: before } = stored(RECEPTION);
	const { error } = await update(RECEPTION, {
		clearFields: ['speech_config.end_call_message', 'llm_config.tools'],
	});
	expect(error).toBeUndefined();
	expect(patched()).toEqual({
		llm_config: { ...before, tools: [] },
		speech_config: { end_call_message: null, silence: { max_attempts: 2 } },
	});
});

test('a voice keeps its language on a model that takes few settings', async () => {
	sandbox.api.store.main.assistants[RECEPTION].tts_config = {
		...{ provider: '11labs', model: 'eleven_flash_v2_5', voice_id: 'abc' },
		...{ language: 'nl', style: 0.1 },
	};
	const { error } = await update(RECEPTION, {
		updateFields: { voice: { config: { provider: 'elevenlabs', elevenlabsModel: 'eleven_v4' } } },
	});
	expect(error).toBeUndefined();
	expect(patched()).toEqual({
		tts_config: { provider: '11labs', model: 'eleven_v4', voice_id: 'abc', language: 'nl' },
	});
});

test('an assistant with a realtime model may have speech recognition', async () => {
	const { error } = await update(EMERGENCY, {
		updateFields: {
			languageModel: { config: { provider: 'openai_live' } },
			speechRecognition: { config: { provider: 'deepgram' } },
		},
	});
	expect(error).toBeUndefined();
	expect(stored(EMERGENCY)).toMatchObject({ stt_config: { provider: 'deepgram' } });
});

test('the secret of a stored tool is sent back as it is, and never put out', async () => {
	const { llm_config: llm } = sandbox.api.store.main.assistants[RECEPTION];
	const server = { url: 'https://n8n.example.com/webhook/a', secret: 'for-the-tool' };
	llm.tools = [{ name: 'look_up', description: 'Looks up', server }];
	const { items, serialized } = await update(RECEPTION, {
		updateFields: { languageModel: { config: { settings: { temperature: 0 } } } },
	});
	expect(patched()).toMatchObject({ llm_config: { tools: [{ server }] } });
	expect(items[0].json).toMatchObject({
		llm_config: { temperature: 0, tools: [{ server: { ...server, secret: '****' } }] },
	});
	expect(serialized).not.toContain('for-the-tool');
});

test('an assistant that is not there is named, and nothing is changed', async () => {
	const { error } = await runNode(
		{
			resource: 'assistant',
			operation: 'update',
			assistantId: byId('gone'),
			updateFields: { systemPrompt: 'Nieuw' },
		},
		{ credential: sandbox.credential },
	);
	expect(error?.httpCode).toBe('404');
	expect(patched()).toBeUndefined();
});

test('an assistant without a voice gets one only with its provider', async () => {
	const { error } = await update(EMERGENCY, {
		updateFields: { voice: { config: { voiceId: 'abc' } } },
	});
	expect(error?.message).toBe("'Voice': Provider is missing");
	expect(error?.description).toContain('choose or enter it here');
	expect(patched()).toBeUndefined();
});

test('an update with nothing in it is refused', async () => {
	const { error } = await update(RECEPTION, {});
	expect(error?.message).toBe('There is nothing to update');
	expect(sandbox.api.requests).toEqual([]);
});
