import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../dev/byId';
import { runNode } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';

const sandbox = useSandbox();

async function start(parameters: IDataObject, input: IDataObject[] = [{}]) {
	return await runNode(
		{ resource: 'call', operation: 'start', destination: '+31612345678', ...parameters },
		{ credential: sandbox.credential, input },
	);
}

const assistantId = () => byId(sandbox.api.store.main.assistants[0].id);
const dialled = () => sandbox.api.requests.filter(({ path }) => path === '/calls/outbound');

const speech = {
	speechRecognition: { config: { provider: 'deepgram', language: 'nl' } },
	voice: { config: { provider: 'xai' } },
};
const text = { languageModel: { config: { provider: 'openai' } } };

test.each<[string, IDataObject, string]>([
	[
		'no prompt and no model',
		speech,
		"'System Prompt' is empty, so the one-time assistant does not",
	],
	[
		'no prompt and no voice, both said at once',
		{ voice: { config: { provider: 'elevenlabs' } } },
		"whose voices are listed; 'System Prompt' is empty",
	],
	[
		'a model that speaks alone with recognition and a voice',
		{ languageModel: { config: { provider: 'xai_realtime' } }, ...speech },
		"'Speech Recognition' and 'Voice': xAI Grok Voice hears and speaks itself",
	],
	[
		'several parts that are not complete, all said at once',
		{
			// n8n itself refuses an empty text; what an expression gives, only the node can see.
			destination: '={{ "" }}',
			languageModel: { config: { provider: 'openai', openaiModel: 'custom' } },
			speechRecognition: { config: { language: 'custom' } },
			voice: { config: { provider: 'elevenlabs' } },
		},
		"'Destination' is required, but it is empty; 'Voice ID': Enter the ID of a voice, or choose HMS Sovereign, whose voices are listed; 'Custom Model' is required, but it is empty; 'Custom Language' is required",
	],
])('a one-time assistant is refused before dialling: %s', async (_what, parameters, words) => {
	const { error } = await start({ assistantMode: 'oneTime', ...parameters });
	expect(error?.message).toContain(words);
	expect(sandbox.api.requests).toEqual([]);
});

test.each([
	['destination', { destination: '0612345678', assistantId: byId('a') }, "'Destination': "],
	['assistant', { assistantId: byId('={{ "" }}') }, "'Assistant' is required"],
	[
		'metadata',
		{ assistantId: byId('a'), additionalFields: { metadataJson: '[1]' } },
		"'Metadata (JSON)': ",
	],
])('a wrong %s is refused before dialling', async (_what, parameters, words) => {
	const { error } = await start(parameters);
	expect(error?.message).toContain(words);
	expect(sandbox.api.requests).toEqual([]);
});

test('a first message and a prompt are enough for a one-time assistant that can talk', async () => {
	const { error } = await start({
		assistantMode: 'oneTime',
		firstMessage: 'Goedendag!',
		systemPrompt: 'Herinner aan de afspraak.',
	});
	expect(error).toBeUndefined();
	expect(dialled()[0].body).toMatchObject({
		assistant: {
			first_message: 'Goedendag!',
			llm_config: { provider: 'openai', model: 'gpt-5.4' },
			stt_config: { provider: 'deepgram', model: 'nova-3', language: 'multi' },
			tts_config: { provider: 'voicedock', model: 'voicedock-1', voice_id: 'voicedock' },
		},
	});
});

test('a one-time assistant may be JSON alone', async () => {
	const llm_config = { provider: 'openai', model: 'gpt-5.4' };
	const { error } = await start({
		assistantMode: 'oneTime',
		additionalFields: { moreFields: JSON.stringify({ assistant: { llm_config } }) },
	});
	expect(error).toBeUndefined();
	expect(dialled()[0].body).toMatchObject({ assistant: { llm_config } });
});

test('a group that was only added is complete, whichever it is', async () => {
	const { error } = await start({
		assistantMode: 'oneTime',
		languageModel: { config: {} },
		speechRecognition: { config: {} },
		voice: { config: {} },
	});
	expect(error).toBeUndefined();
	expect(dialled()).toHaveLength(1);
});

test('a realtime one-time assistant may have recognition where that is not ruled out', async () => {
	const { error } = await start({
		assistantMode: 'oneTime',
		languageModel: { config: { provider: 'openai_live' } },
		speechRecognition: speech.speechRecognition,
	});
	expect(error).toBeUndefined();
	expect(dialled()).toHaveLength(1);
});

test('a realtime one-time assistant needs neither recognition nor voice', async () => {
	const { error } = await start({
		assistantMode: 'oneTime',
		languageModel: { config: { provider: 'xai_realtime' } },
	});
	expect(error).toBeUndefined();
	expect(dialled()).toHaveLength(1);
});

test('what another way of choosing the assistant left behind is not sent', async () => {
	await start({ assistantMode: 'saved', assistantId: assistantId(), ...text, ...speech });
	expect(Object.keys(dialled()[0].body as IDataObject).sort()).toEqual([
		'assistant_id',
		'destination',
	]);
});

test('the first failure ends the dialling, and says who was called', async () => {
	const { error } = await start({ destination: '={{ $json.to }}', assistantId: assistantId() }, [
		{ to: '+31612345678' },
		{ to: 'nobody' },
		{ to: '+31612345679' },
	]);
	expect(dialled()).toHaveLength(1);
	expect(error?.context.itemIndex).toBe(1);
	expect(error?.description).toContain(
		'1 item was carried out before this one: call-_+31612345678_',
	);
});

test('without credits nothing is dialled', async () => {
	sandbox.api.account.setBalance(0);
	const { error } = await start({ assistantId: assistantId() });
	expect(error?.httpCode).toBe('402');
});

test('a call whose answer is lost is not dialled again', async () => {
	sandbox.api.faults.add({ kind: 'reset-after', path: '/calls/outbound' });
	const { error } = await start({ assistantId: assistantId() });
	expect(error?.message).toContain('It may have been carried out');
	expect(dialled()).toHaveLength(1);
});
