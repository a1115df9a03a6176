import type { INodeProperties } from 'n8n-workflow';

import { options } from './options';

const automatic = { registration: ['automatic'] };

const assistant: INodeProperties = {
	displayName: 'Assistant',
	name: 'assistantId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The assistant whose events start this workflow',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose…',
			typeOptions: { searchListMethod: 'searchAssistants', searchable: true },
		},
		{
			displayName: 'ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 17a0cb75-fa09-4bdd-9a44-92a70d829c88',
		},
	],
};

const registration: INodeProperties[] = [
	{
		displayName: 'Registration',
		name: 'registration',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Automatic',
				value: 'automatic',
				description:
					'Set the webhook of the chosen assistants, and give back their former one later',
			},
			{
				name: 'Manual',
				value: 'manual',
				description: 'Enter the webhook URL yourself in the HMS Sovereign dashboard, or at a tool',
			},
		],
		default: 'automatic',
		description: 'How HMS Sovereign gets to know the address of this trigger',
	},
	{ ...assistant, displayOptions: { show: automatic } },
	{
		displayName: 'More Assistants',
		name: 'moreAssistants',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add assistant',
		default: {},
		displayOptions: { show: automatic },
		description: 'Further assistants whose events start this workflow',
		options: [{ name: 'assistants', displayName: 'Assistant', values: [assistant] }],
	},
	{
		displayName:
			"Copy the production URL above into the webhook settings of the HMS Sovereign dashboard, or into the URL of a tool. Choose a secret, and enter it there and under 'Webhook Secret' in the credential.",
		name: 'manualNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registration: ['manual'] } },
	},
];

const events: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	required: true,
	// In the order in which people need them. What is shown where: `name` here, `action` in n8n's search.
	options: [
		{
			name: 'When Call Ends',
			value: 'end-of-call-report',
			action: 'When call ends',
			description:
				'End of call report: how the call went, summary, transcript, analysis and recording',
		},
		{
			name: 'On Incoming Call',
			value: 'assistant-request',
			action: 'On incoming call',
			description:
				'Assistant request: an inbound call rings, and the workflow may choose or change the assistant',
		},
		{
			name: 'When Assistant Uses a Tool',
			value: 'tool-calls',
			action: 'When assistant uses a tool',
			description: 'Tool calls: the assistant calls a tool and waits for its result',
		},
		{
			name: 'When Call Status Changes',
			value: 'status-update',
			action: 'When call status changes',
			description: 'Status update: a call was answered, has ended, or ended with an error',
		},
	],
	default: ['end-of-call-report'],
	description: 'What starts this workflow',
};

const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
	hint: "Of the assistant, its ID, name and your metadata come out; switched off, the assistant's whole configuration",
};

const tryItOut: INodeProperties = {
	displayName:
		"<b>To try it out:</b> press 'Execute step', then call the phone number of the assistant, or let the assistant call you (HMS Sovereign node, Call > Start). What comes in is shown here.",
	name: 'tryItOutNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: automatic },
};

const waiting = ['assistant-request', 'tool-calls'];

const respond: INodeProperties[] = [
	{
		displayName: 'Respond',
		name: 'respond',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Immediately',
				value: 'onReceived',
				description: 'As soon as the workflow has started',
			},
			{
				name: 'When Last Node Finishes',
				value: 'lastNode',
				description: "With the first item of the last node's output",
			},
			{
				name: "Using 'Webhook Reply' Operation",
				value: 'responseNode',
				description: 'With what an HMS Sovereign node in this workflow replies',
			},
		],
		default: 'onReceived',
		description:
			'When and with what to answer HMS Sovereign. Only incoming calls and tools use the answer; all other events are answered immediately.',
	},
	notice(
		'immediateNotice',
		'Incoming calls and tools wait for a reply. Answered immediately, a call goes on with the saved assistant, and a tool has an empty result. Choose another value to reply.',
		['onReceived'],
	),
	notice(
		'deadlineNotice',
		'Callers wait: the workflow has 4 seconds to reply to an incoming call, and 9 seconds when the assistant uses a tool. After that the call goes on without its reply.',
		['lastNode', 'responseNode'],
	),
];

function notice(name: string, text: string, shownFor: string[]): INodeProperties {
	return {
		displayName: text,
		name,
		type: 'notice',
		default: '',
		displayOptions: { show: { respond: shownFor, events: waiting } },
	};
}

/** The trigger's parameters, in the order shown. */
export const parameters: INodeProperties[] = [
	tryItOut,
	...registration,
	events,
	...respond,
	simplify,
	options,
];
