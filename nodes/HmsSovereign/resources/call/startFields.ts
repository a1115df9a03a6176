import { keyValues } from '../../fields/collections';
import { toE164 } from '../../fields/e164';
import { moreFields, parseJsonObject } from '../../fields/json';
import { assistantReference, phoneNumberReference } from '../../fields/resourceIds';
import { under } from '../../fields/under';
import type { Field } from '../operation';

const destination: Field = {
	displayName: 'Destination',
	name: 'destination',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. +31612345678',
	description: 'The phone number to call, in international format; spaces and dashes are fine',
	send: { in: 'body', as: 'destination', value: toE164 },
};

const assistantMode: Field = {
	displayName: 'Assistant to Use',
	name: 'assistantMode',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Saved Assistant',
			value: 'saved',
			description: 'An assistant of your organization, as it is',
		},
		{
			name: 'Saved Assistant with Changes',
			value: 'savedWithChanges',
			description: 'An assistant of your organization, changed for this call only',
		},
		{
			name: 'One-Time Assistant',
			value: 'oneTime',
			description: 'An assistant that you describe here and that is not saved',
		},
	],
	default: 'saved',
	description: 'Who talks on this call',
};

const savedAssistant: Field = {
	...assistantReference({ as: 'assistant_id', description: 'The assistant that talks' }),
	displayOptions: { show: { assistantMode: ['saved', 'savedWithChanges'] } },
};

const callingNumber = phoneNumberReference({
	displayName: 'Calling Number',
	as: 'number_id',
	required: false,
	description:
		'Your number that is shown to the person called. Left empty, HMS Sovereign picks any number of your organization, so choose one when it matters which.',
});

/** What every kind of call can say about its assistant. */
const aboutAssistant: Field[] = [
	{
		displayName: 'First Message',
		name: 'firstMessage',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Good afternoon, I am calling about your order.',
		description: 'What the assistant says first, instead of what is saved',
		send: { in: 'body', as: 'first_message' },
	},
	keyValues(
		'Metadata',
		'metadata',
		'Values of your own, such as a CRM ID, that come back in the events of this call',
		{ in: 'body', as: 'metadata' },
	),
	{
		displayName: 'Metadata (JSON)',
		name: 'metadataJson',
		type: 'json',
		default: '{}',
		description: 'Metadata that is not plain text, as a JSON object. It is merged over Metadata.',
		send: { in: 'body', as: 'metadata', value: parseJsonObject },
	},
];

/**
 * Everything that describes a call to start; with `startCall` it makes the request. The fields about
 * the assistant go under `assistant`, from where `callBody` takes them.
 */
export const startFields: Field[] = [
	destination,
	assistantMode,
	savedAssistant,
	callingNumber,
	...under('assistant', aboutAssistant),
	moreFields,
];
