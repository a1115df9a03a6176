import { withResult } from '../../../callResult/withResult';
import { choice } from '../../../fields/choice';
import { filters } from '../../../fields/collections';
import { period } from '../../../fields/dateTime';
import { returnAllOrLimit, simplify } from '../../../fields/lists';
import type { Field, Operation } from '../../../operation/operation';
import { simplified } from './simplified';

/** The documented statuses; the API may have others (API docs: List calls). */
const STATUSES = [
	{ name: 'Connecting', value: 'connecting' },
	{ name: 'Ended', value: 'ended' },
	{ name: 'Ended with Error', value: 'ended-with-error' },
	{ name: 'Failed', value: 'failed' },
	{ name: 'In Progress', value: 'in-progress' },
	{ name: 'Insufficient Credits', value: 'insufficient-credits' },
	{ name: 'Rejected', value: 'rejected' },
	{ name: 'Ringing', value: 'ringing' },
	{ name: 'Transferred', value: 'transferred' },
];

const status: Field = {
	displayName: 'Status',
	name: 'status',
	type: 'fixedCollection',
	default: {},
	description: 'Only calls with this status',
	options: [
		{
			name: 'is',
			displayName: 'Status',
			values: choice({
				displayName: 'Status',
				name: 'status',
				options: STATUSES,
				default: 'ended',
				description: 'Only calls with this status',
				custom: { displayName: 'Other Status', name: 'customStatus' },
				placeholder: 'e.g. queued',
				send: { in: 'query', as: 'status' },
			}),
		},
	],
};

/** GET /calls, page by page. The API has no filter by assistant, number or direction. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many calls',
	description: 'Get calls, in and out, by status and time',
	request: {
		method: 'GET',
		path: '/calls',
		answer: 'calls',
		list: 'paged',
		simplified,
		extended: withResult,
	},
	fields: [...returnAllOrLimit, filters([...period, status]), simplify],
};
