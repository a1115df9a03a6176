import type { IDataObject } from 'n8n-workflow';

import type { Sandbox } from '../../sandbox';
import { byId } from '../byId';
import { casesOf } from './operationCase';

/** What Simplify keeps of a call; n8n would take a field `error` for a failure. */
const KEPT = [
	'id',
	'status',
	'direction',
	'caller_phone',
	'assistant_phone',
	'agent_id',
	'agent_name',
	'number_id',
	'created_at',
	'started_at',
	'ended_at',
	'duration_seconds',
	'end_reason',
	'error',
	'summary',
	'analysis_result',
];

/** What each status of the seeded calls means in one word. */
const OUTCOMES: Record<string, string> = {
	ended: 'answered',
	'ended-with-error': 'failed',
	failed: 'failed',
	'insufficient-credits': 'no-credits',
	rejected: 'rejected',
	transferred: 'transferred',
};

type Call = Sandbox['store']['main']['calls'][number];

function simplified(call: Call, more: string[] = []) {
	const kept = Object.entries(call).filter(([name]) => [...KEPT, ...more].includes(name));
	return { ...renamed(Object.fromEntries(kept)), ...result(call) };
}

function renamed({ error, ...call }: IDataObject) {
	return { ...call, error_message: error };
}

/** The fields that the node adds to every call. */
function result({ status, messages }: Call) {
	const speakers = { assistant: 'Assistant', user: 'Caller', system: '' };
	const lines = messages?.map(({ role, content }) => `${speakers[role]}: ${content}`);
	return { outcome: OUTCOMES[status], transcript: lines?.join('\n') ?? null };
}

/** The newest call, in the middle of its conversation. */
function liveCall({ store: { main } }: Sandbox): string {
	const call = main.calls[main.calls.length - 1];
	call.status = 'in-progress';
	return call.id;
}

function control(operation: string, parameters: IDataObject, body: IDataObject) {
	return {
		operation,
		plan: (api: Sandbox) => {
			const id = liveCall(api);
			return {
				parameters: { callId: byId(id), ...parameters },
				requests: () => [
					{ method: 'POST' as const, path: `/calls/${encodeURIComponent(id)}/control`, body },
				],
				items: () => [{ success: true, message: 'Command sent successfully' }],
			};
		},
	};
}

const started = () => [
	{
		success: true,
		call_id: expect.stringMatching(/^call-_\+31612345678_/),
		status: 'dialing',
		destination: '+31612345678',
	},
];

export const call = casesOf('call', [
	{
		operation: 'start',
		plan: ({ store: { main } }) => ({
			parameters: {
				destination: '+31 6 1234-5678',
				assistantId: byId(main.assistants[0].id),
				phoneNumberId: byId(main.numbers[0].id),
			},
			requests: () => [
				{
					method: 'POST',
					path: '/calls/outbound',
					body: {
						destination: '+31612345678',
						assistant_id: main.assistants[0].id,
						number_id: main.numbers[0].id,
					},
				},
			],
			items: started,
		}),
	},
	{
		operation: 'start',
		when: 'with a first message and metadata, the number left to the platform',
		plan: ({ store: { main } }) => ({
			parameters: {
				destination: '+31612345678',
				assistantMode: 'saved',
				assistantId: byId(main.assistants[0].id),
				firstMessage: 'Goedemiddag, uw bestelling is onderweg.',
				additionalFields: {
					metadata: { pairs: [{ name: 'crm_id', value: '12345' }] },
					metadataJson: '{"order": {"lines": 2}}',
				},
			},
			requests: () => [
				{
					method: 'POST',
					path: '/calls/outbound',
					body: {
						destination: '+31612345678',
						assistant_id: main.assistants[0].id,
						first_message: 'Goedemiddag, uw bestelling is onderweg.',
						assistant_override: { metadata: { crm_id: '12345', order: { lines: 2 } } },
					},
				},
			],
			items: started,
		}),
	},
	{
		operation: 'start',
		when: 'that looks first whether the number was called lately',
		plan: ({ store: { main } }) => ({
			parameters: {
				destination: '+31612345678',
				assistantId: byId(main.assistants[0].id),
				options: { skipIfCalledWithin: 30 },
			},
			requests: () => [
				{
					method: 'GET',
					path: '/calls',
					query: { limit: '1000', offset: '0', start_date: expect.stringMatching(/^20.*Z$/) },
				},
				{
					method: 'POST',
					path: '/calls/outbound',
					body: { destination: '+31612345678', assistant_id: main.assistants[0].id },
				},
			],
			items: started,
		}),
	},
	{
		operation: 'start',
		when: 'with changes to a saved assistant: blocks are sent whole',
		plan: ({ store: { main } }) => {
			const [assistant] = main.assistants;
			return {
				parameters: {
					destination: '+31612345678',
					assistantMode: 'savedWithChanges',
					assistantId: byId(assistant.id),
					firstMessage: 'Goedemiddag!',
					systemPrompt: 'Bel over de rekening.',
					speechRecognition: { config: { provider: 'unchanged', language: 'en' } },
					callSettings: { maxDuration: 120 },
				},
				requests: () => [
					{ method: 'GET', path: `/assistants/${assistant.id}` },
					{
						method: 'POST',
						path: '/calls/outbound',
						body: {
							destination: '+31612345678',
							assistant_id: assistant.id,
							assistant_override: {
								first_message: 'Goedemiddag!',
								max_duration_seconds: 120,
								llm_config: {
									...(assistant.llm_config as IDataObject),
									messages: [{ role: 'system', content: 'Bel over de rekening.' }],
								},
								stt_config: { ...(assistant.stt_config as IDataObject), language: 'en' },
							},
						},
					},
				],
				items: started,
			};
		},
	},
	{
		operation: 'start',
		when: 'with a one-time assistant',
		plan: () => ({
			parameters: {
				destination: '+31612345678',
				assistantMode: 'oneTime',
				firstMessage: 'Hallo!',
				systemPrompt: 'Vraag of de afspraak doorgaat.',
				languageModel: { config: { provider: 'mistral', mistralModel: 'mistral-small-latest' } },
				speechRecognition: {
					config: { provider: 'deepgram', deepgramModel: 'nova-3', language: 'nl' },
				},
				voice: { config: { provider: 'google', googleModel: 'chirp-3-hd' } },
				additionalFields: {
					metadata: { pairs: [{ name: 'crm_id', value: '12345' }] },
					moreFields: '{"assistant": {"voicemail_detection": true}}',
				},
			},
			requests: () => [
				{
					method: 'POST',
					path: '/calls/outbound',
					body: {
						destination: '+31612345678',
						assistant: {
							first_message: 'Hallo!',
							llm_config: {
								provider: 'mistral',
								model: 'mistral-small-latest',
								messages: [{ role: 'system', content: 'Vraag of de afspraak doorgaat.' }],
							},
							stt_config: { provider: 'deepgram', model: 'nova-3', language: 'nl' },
							tts_config: { provider: 'google', model: 'chirp-3-hd', voice_id: 'Kore' },
							metadata: { crm_id: '12345' },
							voicemail_detection: true,
						},
					},
				},
			],
			items: started,
		}),
	},
	{
		operation: 'get',
		plan: ({ store: { main } }) => {
			const [call] = main.calls;
			return {
				parameters: { callId: byId(call.id) },
				requests: () => [{ method: 'GET', path: `/calls/${encodeURIComponent(call.id)}` }],
				items: () => [simplified(call, ['messages', 'recording_url'])],
			};
		},
	},
	{
		operation: 'get',
		when: 'with everything the API gives',
		plan: ({ store: { main } }) => {
			const call = main.calls.find(({ status }) => status === 'ended-with-error') ?? main.calls[0];
			call.error = 'STT connection failed';
			return {
				parameters: { callId: byId(call.id), simplify: false },
				requests: () => [{ method: 'GET', path: `/calls/${encodeURIComponent(call.id)}` }],
				items: () => [{ ...renamed({ ...call }), ...result(call) }],
			};
		},
	},
	{
		operation: 'getAll',
		plan: ({ store: { main } }) => ({
			parameters: { limit: 2 },
			requests: () => [{ method: 'GET', path: '/calls', query: { limit: '2', offset: '0' } }],
			items: () =>
				main.calls
					.slice(-2)
					.reverse()
					.map((one) => simplified(one)),
		}),
	},
	{
		operation: 'getAll',
		when: 'of one status and period, in the time zone of the workflow',
		plan: ({ store: { main } }) => ({
			parameters: {
				returnAll: true,
				filters: {
					startDate: '2020-06-01T09:00:00',
					endDate: '2099-01-01T00:00:00Z',
					status: { is: { status: 'transferred' } },
				},
			},
			requests: () => [
				{
					method: 'GET',
					path: '/calls',
					query: {
						limit: '1000',
						offset: '0',
						status: 'transferred',
						start_date: '2020-06-01T13:00:00.000Z',
						end_date: '2099-01-01T00:00:00.000Z',
					},
				},
			],
			items: () =>
				main.calls
					.filter(({ status }) => status === 'transferred')
					.reverse()
					.map((one) => simplified(one)),
		}),
	},
	control(
		'say',
		{ content: 'Een ogenblik.', endAfter: false },
		{ type: 'say', content: 'Een ogenblik.', end_after: false },
	),
	control(
		'injectContext',
		{ content: 'De klant heeft een open rekening.', triggerResponse: true },
		{
			type: 'inject-context',
			content: 'De klant heeft een open rekening.',
			trigger_response: true,
		},
	),
	control(
		'transfer',
		{ destination: '+31 20 123 4567', message: 'Ik verbind u door.' },
		{ type: 'transfer', destination: '+31201234567', message: 'Ik verbind u door.' },
	),
	{
		...control(
			'transfer',
			{ destination: 'sip:desk@pbx.example.com' },
			{ type: 'transfer', destination: 'sip:desk@pbx.example.com' },
		),
		when: 'to a SIP address',
	},
	control('end', { message: 'Tot ziens!' }, { type: 'end-call', message: 'Tot ziens!' }),
	{ ...control('end', {}, { type: 'end-call' }), when: 'without a word' },
	{
		operation: 'getNewlyEnded',
		when: 'by hand: the newest calls that are over, oldest first',
		plan: ({ store: { main } }) => ({
			requests: () => [{ method: 'GET', path: '/calls', query: { limit: '1000', offset: '0' } }],
			items: () =>
				main.calls
					.filter(({ ended_at }) => ended_at !== null)
					.sort((a, b) => Date.parse(String(a.ended_at)) - Date.parse(String(b.ended_at)))
					.slice(-10)
					.map((call) => simplified(call, ['recording_url'])),
		}),
	},
]);
