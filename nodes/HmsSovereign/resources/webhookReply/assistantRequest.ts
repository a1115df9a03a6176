import type { IDataObject } from 'n8n-workflow';

import { keyValues } from '../../fields/collections';
import { parseJsonObject } from '../../fields/json';
import { assistantReference } from '../../fields/resourceIds';
import type { Field, ItemRun, Operation } from '../../operation/operation';
import { sendReply, waitingCall } from './waitingCall';

const EVENT = 'assistant-request';

const decision: Field = {
	displayName: 'Decision',
	name: 'decision',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Change Saved Assistant',
			value: 'changeSaved',
			description: "The number's assistant answers, changed for this call only",
		},
		{
			name: 'Reject Call',
			value: 'reject',
			description: 'A text is spoken to the caller, and the call ends',
		},
		{
			name: 'Use Other Assistant',
			value: 'useOther',
			description: 'Another assistant of your organization answers, changed if you like',
		},
		{
			name: 'Use Saved Assistant',
			value: 'useSaved',
			description: "The number's assistant answers as it is",
		},
	],
	default: 'useSaved',
	description: 'What happens with the call',
};

const otherAssistant: Field = {
	...assistantReference({
		as: 'assistant_id',
		description: 'The assistant that answers this call',
	}),
	displayOptions: { show: { decision: ['useOther'] } },
};

const spokenText: Field = {
	displayName: 'Spoken Text',
	name: 'spokenText',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	required: true,
	placeholder: 'e.g. Sorry, we are closed. Please call back tomorrow.',
	displayOptions: { show: { decision: ['reject'] } },
	description: 'What the caller hears before the call ends',
	send: { in: 'body', as: 'error' },
};

const changes: Field = {
	displayName: 'Changes',
	name: 'changes',
	type: 'collection',
	placeholder: 'Add change',
	default: {},
	displayOptions: { show: { decision: ['changeSaved', 'useOther'] } },
	description: 'What is different from the saved assistant, for this call only',
	options: [
		{
			displayName: 'Assistant Fields (JSON)',
			name: 'assistantFields',
			type: 'json',
			default: '{}',
			description:
				'Further fields of an assistant as the HMS Sovereign API names them. Each one replaces the whole saved block of that name.',
			send: { in: 'body', as: 'assistant', value: parseJsonObject },
		},
		{
			displayName: 'First Message',
			name: 'firstMessage',
			type: 'string',
			typeOptions: { rows: 2 },
			default: '',
			placeholder: 'e.g. Hello John!',
			description: 'What the assistant says first',
			send: { in: 'body', as: 'assistant.first_message' },
		},
	],
};

const forThisCall: Field = {
	displayName: 'Call Settings',
	name: 'callSettings',
	type: 'collection',
	placeholder: 'Add setting',
	default: {},
	displayOptions: { hide: { decision: ['reject'] } },
	options: [
		{
			displayName: 'Max Duration (Seconds)',
			name: 'maxDurationSeconds',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 300,
			description: 'How long the call may last',
			send: { in: 'body', as: 'max_duration_seconds' },
		},
		keyValues(
			'Metadata',
			'metadata',
			'Values of your own, such as a CRM ID, that come back in the later events of this call',
			{ in: 'body', as: 'assistant.metadata' },
		),
	],
};

/**
 * Answers an `assistant-request` (API docs: Assistant Request): `{}`, `{assistant}`,
 * `{assistant_id, assistant_override}`, `{max_duration_seconds}` or `{error}` for a rejection.
 */
export const assistantRequest: Operation = {
	name: 'Answer Assistant Request',
	value: 'assistantRequest',
	action: 'Answer assistant request',
	description: 'Decide who answers an inbound call, and how, while it rings',
	fields: [decision, otherAssistant, spokenText, changes, forThisCall],
	// One call waits, so the first item's values count.
	runAll: {
		part: () => ({}),
		run: async (_parts, first) => {
			waitingCall(first, EVENT);
			return await sendReply(first, EVENT, replyOf(first));
		},
	},
	calls: [],
	readsOnly: false,
};

function replyOf(item: ItemRun): IDataObject {
	const { assistant, ...body } = item.body();
	switch (item.parameter('decision')) {
		case 'reject':
			return body;
		case 'useOther':
			return { ...body, ...(assistant !== undefined && { assistant_override: assistant }) };
		default:
			return { ...(assistant !== undefined && { assistant }), ...body };
	}
}
