import { clearFields, updateFields } from '../../fields/collections';
import { moreFields } from '../../fields/json';
import { campaignId } from '../../fields/resourceIds';
import type { Field, Operation } from '../../operation/operation';
import { endTime, name, startTime, systemMessage, timezone } from './fields';

/** `completed` is set by the platform only (API docs: Campaigns). */
const status: Field = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Cancelled', value: 'cancelled', description: 'End it for good' },
		{ name: 'Draft', value: 'draft' },
		{ name: 'Paused', value: 'paused', description: 'Stop calling for now' },
		{ name: 'Scheduled', value: 'scheduled', description: 'Start or resume calling' },
	],
	default: 'scheduled',
	description: 'Starts, pauses or ends the campaign; a completed campaign cannot be changed',
	send: { in: 'body', as: 'status' },
};

/** A text in the SDK's type, never null. */
const clear = clearFields([
	{ name: 'System Message', value: 'system_message_template', nothing: '' },
]);

/** PATCH /campaigns/{id} */
export const update: Operation = {
	name: 'Update',
	value: 'update',
	action: 'Update campaign',
	description: 'Start, pause, cancel or change a campaign',
	request: {
		method: 'PATCH',
		path: '/campaigns/{campaignId}',
		answer: 'campaign',
		advice: {
			409: 'A campaign that is over or cancelled stays as it is. Read it with Campaign: Get, and make a new one with Campaign: Create.',
		},
	},
	fields: [
		campaignId,
		updateFields([startTime, endTime, clear, moreFields, name, status, systemMessage, timezone]),
	],
};
