import { forChanges } from '../../../fields/changes';
import { additionalFields, keyValues } from '../../../fields/collections';
import { toNumberToCall } from '../../../fields/phoneNumber';
import { moreFields, parseJsonObject } from '../../../fields/json';
import { assistantReference, phoneNumberReference } from '../../../fields/resourceIds';
import { sentInside } from '../../../operation/nested';
import { callSettings, newAssistantFields, savedAssistantFields } from '../../assistant/fields';
import { firstMessage } from '../../assistant/fields/texts';
import { variables } from './variables';
import type { Field } from '../../../operation/operation';

export const destination: Field = {
	displayName: 'Destination',
	name: 'destination',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. +31612345678',
	description: 'The phone number to call, in international format; spaces and dashes are fine',
	send: { in: 'body', as: 'destination', value: toNumberToCall },
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

export const callingNumber = phoneNumberReference({
	displayName: 'Calling Number',
	as: 'number_id',
	required: false,
	description:
		'Your number that is shown to the person called. Left empty, HMS Sovereign picks any number of your organization, so choose one when it matters which.',
});

/** Values of one's own, on every kind of call. */
const metadata: Field[] = [
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

const oneTimeSettings: Field = {
	displayName: 'Call Settings',
	name: 'callSettings',
	type: 'collection',
	placeholder: 'Add setting',
	default: {},
	description: 'Duration, silence, voicemail and events of this call',
	options: callSettings,
};

/** Everything about the assistant, as the chosen mode allows it. */
const aboutAssistant: Field[] = [
	shownFor(
		'saved',
		'savedWithChanges',
	)({ ...firstMessage, description: 'What the assistant says first, instead of what is saved' }),
	shownFor('oneTime')(firstMessage),
	...newAssistantFields.map(shownFor('oneTime')),
	...forChanges(savedAssistantFields).map(shownFor('savedWithChanges')),
	shownFor('oneTime', 'savedWithChanges')(oneTimeSettings),
];

function shownFor(...modes: string[]): (field: Field) => Field {
	return (field) => ({ ...field, displayOptions: { show: { assistantMode: modes } } });
}

/**
 * Everything that describes a call to start; with `startCall` it makes the request. The fields about
 * the assistant go under `assistant`, from where `callBody` takes them.
 */
export const startFields: Field[] = [
	destination,
	assistantMode,
	savedAssistant,
	callingNumber,
	...sentInside('assistant', aboutAssistant),
	additionalFields([...sentInside('assistant', metadata), moreFields, variables]),
];
