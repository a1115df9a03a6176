import { useSharedSandbox } from './helpers';

const { api, ids } = useSharedSandbox({ requestLimit: 100_000 });
const openai = { provider: 'openai', model: 'gpt-5.4' };

describe('assistant configuration', () => {
	it.each([
		[
			'a model of another provider',
			{ llm_config: { provider: 'xai', model: 'gpt-5.4' } },
			'llm_config.model must be one of: grok-4.3',
		],
		[
			'a temperature that is too high',
			{ llm_config: { ...openai, temperature: 2.5 } },
			'llm_config.temperature must be a number from 0 to 2',
		],
		[
			'an unknown provider',
			{ stt_config: { provider: 'whisper' } },
			'stt_config.provider must be one of: deepgram, elevenlabs, gladia, mistral, google',
		],
		[
			'a missing language',
			{ stt_config: { provider: 'deepgram', model: 'nova-3' } },
			'stt_config.language is required',
		],
		[
			"a voice that is not the provider's",
			{ tts_config: { provider: 'xai', voice_id: 'Kore' } },
			/^tts_config\.voice_id must be one of: ara, eve/,
		],
		[
			'settings the ElevenLabs model does not take',
			{ tts_config: { provider: 'elevenlabs', voice_id: 'v', model: 'eleven_v3', style: 0.2 } },
			'tts_config.style is not supported by eleven_v3',
		],
		[
			'a speaking rate outside Chirp',
			{ tts_config: { provider: 'google', voice_id: 'Kore', speaking_rate: 1 } },
			'tts_config.speaking_rate is supported by chirp-3-hd only',
		],
		[
			'a maximum below the minimum',
			{ speech_config: { turn_taking: { endpointing_min_delay: 3 } } },
			'speech_config.turn_taking.endpointing_max_delay must not be below endpointing_min_delay',
		],
		[
			'a phrase without letters',
			{ speech_config: { end_call_phrases: ['!?'] } },
			'speech_config.end_call_phrases[0] must have at least 2 letters or digits',
		],
		[
			'an unknown event',
			{ webhook_events: ['call-started'] },
			/^webhook_events\[0\] must be one of/,
		],
		[
			'a tool with a bad name',
			{ llm_config: { ...openai, tools: [{ name: '1x', description: 'd' }] } },
			/^llm_config\.tools\[0\]\.name must start with a letter/,
		],
		[
			'an MCP server that does not exist',
			{
				llm_config: {
					...openai,
					tools: [
						{
							type: 'mcp',
							mcp_server_id: '00000000-0000-4000-8000-000000000000',
							allowed_tools: [],
						},
					],
				},
			},
			/mcp_server_id does not refer/,
		],
		[
			'speech next to a realtime model',
			{
				llm_config: { provider: 'xai_realtime', model: 'grok-voice-think-fast-2.0' },
				tts_config: { provider: 'xai', voice_id: 'ara' },
			},
			'tts_config must be left out with xai_realtime',
		],
		['null on creation', { first_message: null }, /^first_message must be a string/],
	])('refuses %s', async (_what, body, line) => {
		const answer = await api().post('/assistants', { name: 'A', ...body });
		expect(answer.status).toBe(400);
		expect(answer.data.details).toEqual([
			typeof line === 'string' ? line : expect.stringMatching(line),
		]);
	});

	it('takes what falls back, and moves turn detection into its range', async () => {
		const { status, data } = await api().post('/assistants', {
			name: 'Live',
			llm_config: {
				provider: 'xai_realtime',
				model: 'grok-voice-think-fast-2.0',
				turn_detection: { threshold: 7, silence_duration_ms: 1 },
			},
			speech_config: {
				end_call_message: '',
				first_message_outbound: '',
				silence: { final_message: '' },
			},
		});
		expect(status).toBe(201);
		expect(data.assistant.llm_config.turn_detection).toEqual({
			threshold: 1,
			silence_duration_ms: 100,
		});
	});

	it('takes the language of a voice on every ElevenLabs model', async () => {
		const tts = { provider: 'elevenlabs', voice_id: 'v', model: 'eleven_v4', language: 'nl' };
		const { status } = await api().post('/assistants', { name: 'A', tts_config: tts });
		expect(status).toBe(201);
	});

	it('gives a realtime assistant no tts_config', async () => {
		const { data } = await api().post('/assistants', {
			name: 'Live',
			llm_config: { provider: 'openai_live', model: 'gpt-live-1' },
		});
		expect(data.assistant.tts_config).toBeNull();
	});

	it('clears with null and leaves alone what is not sent', async () => {
		const url = `/assistants/${ids().reception}`;
		const before = (await api().get(url)).data.assistant;
		const { data } = await api().patch(url, { analysis_plan: null });
		expect(data.assistant).toMatchObject({
			analysis_plan: null,
			first_message: before.first_message,
		});
	});
});
