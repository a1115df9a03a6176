import { byId } from '../byId';
import type { Sandbox } from '../../sandbox';
import type { OperationCase } from './operationCase';

const DESTINATION = '+31600000001';
const QUESTION = 'May we refund 80 euros to Anna Jansen?';

/** Asking a person on the phone. */
export const callAsk: OperationCase[] = [
	{
		resource: 'call',
		operation: 'sendAndWait',
		when: 'and the person says yes',
		needsValues: true,
		sandbox: { callSpeed: 10_000 },
		plan: (api) => {
			const assistant = approvalAssistant(api);
			api.calls.script({ analysis: { approved: true, reason: 'Fine with me' } });
			return {
				parameters: {
					destination: DESTINATION,
					assistantId: byId(assistant.id),
					message: QUESTION,
					maxWaitMinutes: 1,
				},
				requests: () => [
					{ method: 'GET', path: `/assistants/${assistant.id}` },
					{
						method: 'POST',
						path: '/calls/outbound',
						body: {
							destination: DESTINATION,
							assistant_id: assistant.id,
							first_message: QUESTION,
							assistant_override: {
								llm_config: {
									...assistant.llm_config,
									messages: [{ role: 'system', content: expect.stringContaining('yes') }],
									tools: [{ type: 'end_call' }],
								},
								webhook_url: expect.stringMatching(/^http:\/\/localhost:5678\//),
								webhook_secret: expect.stringMatching(/^[0-9a-f]{64}$/),
								webhook_events: ['end-of-call-report'],
							},
						},
					},
					{ method: 'GET', path: '/calls', query: expect.objectContaining({ limit: '100' }) },
				],
				items: () => [
					{
						data: { approved: true },
						reason: 'Fine with me',
						outcome: 'answered',
						call_id: expect.stringContaining('call-'),
						transcript: expect.stringContaining('Assistant: '),
					},
				],
			};
		},
	},
	{
		resource: 'call',
		operation: 'sendAndWait',
		when: 'and no answer has come by the end of the wait',
		needsValues: true,
		plan: (api) => {
			const assistant = approvalAssistant(api);
			const body = { calls: [], pagination: { total: 0, limit: 100, offset: 0 } };
			api.faults.add({ kind: 'wrong-json', method: 'GET', path: '/calls', body, times: 5 });
			return {
				parameters: {
					destination: DESTINATION,
					assistantId: byId(assistant.id),
					message: QUESTION,
					maxWaitMinutes: 0,
				},
				requests: () => [
					{ method: 'GET', path: `/assistants/${assistant.id}` },
					{
						method: 'POST',
						path: '/calls/outbound',
						body: expect.objectContaining({ first_message: QUESTION }),
					},
					{ method: 'GET', path: '/calls', query: expect.objectContaining({ limit: '100' }) },
					{ method: 'GET', path: expect.stringMatching(/^\/calls\/call-/) },
				],
				items: () => [
					{
						data: { approved: false },
						reason: "There was no answer by the end of 'Maximum Wait'",
						outcome: 'in-progress',
						call_id: expect.stringContaining('call-'),
						transcript: null,
					},
				],
			};
		},
	},
];

/** The reminders assistant, its analysis able to tell the answer and its events its own. */
function approvalAssistant({ store: { ids, main } }: Sandbox) {
	const assistant = main.assistants.find(({ id }) => id === ids.reminders) ?? main.assistants[0];
	assistant.webhook_url = null;
	assistant.analysis_plan = {
		structured_data_plan: {
			enabled: true,
			schema: {
				type: 'object',
				properties: {
					approved: { type: 'boolean' },
					reason: { type: 'string' },
					pin: { type: 'string' },
				},
			},
		},
	};
	return assistant;
}
