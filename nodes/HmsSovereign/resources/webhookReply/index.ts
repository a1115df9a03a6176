import type { Resource } from '../../operation/operation';
import { assistantRequest } from './assistantRequest';
import { toolCalls } from './toolCalls';

export const webhookReply: Resource = {
	name: 'Webhook Reply',
	value: 'webhookReply',
	description: 'What to answer while a call waits, in workflows of the HMS Sovereign Trigger',
	singular: 'Webhook reply',
	operations: [assistantRequest, toolCalls],
};
