import type { OperationCase } from './operationCase';
import { byId } from '../byId';

/** Calls to their end: recordings, and starting with a wait. */
export const callWait: OperationCase[] = [
	{
		resource: 'call',
		operation: 'downloadRecording',
		needsValues: true,
		plan: ({ store: { main } }) => {
			const call = main.calls.find((one) => one.recording_url !== null) ?? main.calls[0];
			return {
				parameters: { callId: byId(call.id), binaryPropertyName: 'data' },
				requests: () => [{ method: 'GET', path: `/calls/${encodeURIComponent(call.id)}` }],
				items: () => [
					{
						call_id: call.id,
						file_name: `${call.id}.wav`,
						mime_type: 'audio/wav',
						file_size_bytes: 3244,
						duration_seconds: call.duration_seconds,
					},
				],
			};
		},
	},
	{
		resource: 'call',
		operation: 'startAndWait',
		when: 'without a wait: a look at all calls in one request',
		plan: ({ store: { main } }) => ({
			parameters: {
				destination: '={{ $json.phone }}',
				assistantMode: 'saved',
				assistantId: byId(main.assistants[0].id),
				maxWaitMinutes: 0,
			},
			input: [{ phone: '+31600000001' }, { phone: '+31 6 0000 0002' }],
			requests: () => [
				...['+31600000001', '+31600000002'].map((destination) => ({
					method: 'POST' as const,
					path: '/calls/outbound',
					body: { destination, assistant_id: main.assistants[0].id },
				})),
				{
					method: 'GET',
					path: '/calls',
					query: { limit: '100', offset: '0', start_date: expect.stringMatching(/^\d{4}-.+Z$/) },
				},
			],
			items: () =>
				[1, 2].map(() =>
					expect.objectContaining({
						id: expect.any(String),
						status: expect.any(String),
						finished: false,
					}),
				),
			pairedItems: [{ item: 0 }, { item: 1 }],
		}),
	},
	{
		resource: 'call',
		operation: 'startAndWait',
		when: 'with changes to a saved assistant, and a list that does not bring the call',
		plan: (api) => {
			const [assistant] = api.store.main.assistants;
			const destination = '+31600000001';
			const body = { calls: [], pagination: { total: 0, limit: 100, offset: 0 } };
			api.faults.add({ kind: 'wrong-json', method: 'GET', path: '/calls', body, times: 5 });
			return {
				parameters: {
					destination,
					assistantMode: 'savedWithChanges',
					assistantId: byId(assistant.id),
					systemPrompt: 'Bel over de rekening.',
					maxWaitMinutes: 0,
				},
				requests: () => [
					{ method: 'GET', path: `/assistants/${assistant.id}` },
					{
						method: 'POST',
						path: '/calls/outbound',
						body: {
							destination,
							assistant_id: assistant.id,
							assistant_override: { llm_config: expect.any(Object) },
						},
					},
					{ method: 'GET', path: '/calls', query: expect.objectContaining({ limit: '100' }) },
					{ method: 'GET', path: expect.stringMatching(/^\/calls\/call-/) },
				],
				items: () => [expect.objectContaining({ id: expect.any(String), finished: false })],
			};
		},
	},
];
