import type { Field } from '../../../operation/operation';
import { textField } from '../../../fields/bodyFields';

/** API docs: Webhooks. The address of an assistant wins over that of the organization. */
const webhookUrl = textField({
	displayName: 'Webhook URL',
	name: 'webhookUrl',
	as: 'webhook_url',
	placeholder: 'e.g. https://n8n.example.com/webhook/calls',
	description: 'The address to which events of calls are sent',
	value: toWebAddress,
});

const webhookSecret = textField({
	displayName: 'Webhook Secret',
	name: 'webhookSecret',
	as: 'webhook_secret',
	secret: true,
	description: 'Signs the events, so that the receiver can check who sent them',
});

const webhookEvents: Field = {
	displayName: 'Webhook Events',
	name: 'webhookEvents',
	type: 'multiOptions',
	options: [
		{
			name: 'Assistant Request',
			value: 'assistant-request',
			description: 'A call comes in; the answer can choose the assistant',
		},
		{
			name: 'End of Call Report',
			value: 'end-of-call-report',
			description: 'A call is over, with transcript, summary and analysis',
		},
		{
			name: 'Status Update',
			value: 'status-update',
			description: 'A call was answered or has ended',
		},
		{
			name: 'Tool Calls',
			value: 'tool-calls',
			description: 'The assistant uses a tool that has no URL of its own',
		},
	],
	default: ['end-of-call-report'],
	description: 'Which events are sent',
	send: { in: 'body', as: 'webhook_events' },
};

export const webhookFields: Field[] = [webhookEvents, webhookSecret, webhookUrl];

function toWebAddress(entered: unknown): string {
	const text = String(entered ?? '').trim();
	if (text === '' || /^https?:\/\/[^\s/?#]+/i.test(text)) return text;
	throw new Error(`"${text}" must start with https:// or http://`);
}
