import { byId } from '../byId';
import { casesOf } from './operationCase';

const ASSISTANT = '2b1e3b65-2c04-4fa2-a2d7-467901e98978';

/** The reply goes out with n8n's own answer to the delivery, so the API is asked nothing. */
const requests = () => [];

export const webhookReply = casesOf('webhookReply', [
	{
		operation: 'assistantRequest',
		delivery: { event: 'assistant-request', customer: { number: '+31612345678' } },
		plan: () => ({
			parameters: {
				decision: 'useOther',
				assistantId: byId(ASSISTANT),
				changes: { firstMessage: 'Good evening' },
				callSettings: { maxDurationSeconds: 60 },
			},
			requests,
			items: () => [
				{
					event: 'assistant-request',
					reply: {
						assistant_id: ASSISTANT,
						assistant_override: { first_message: 'Good evening' },
						max_duration_seconds: 60,
					},
				},
			],
			pairedItems: [[{ item: 0 }]],
		}),
	},
	{
		operation: 'toolCalls',
		delivery: {
			event: 'tool-calls',
			tool_calls: [{ id: 'call_1', name: 'lookup_order', parameters: { order: '1001' } }],
		},
		plan: () => ({
			parameters: { resultsFrom: 'items', result: '={{ $json.tool_calls[0].parameters }}' },
			requests,
			items: () => [
				{
					event: 'tool-calls',
					reply: { results: [{ tool_call_id: 'call_1', result: { order: '1001' } }] },
				},
			],
			pairedItems: [[{ item: 0 }]],
		}),
	},
]);
