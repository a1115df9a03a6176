import { withResult } from '../../../callResult/withResult';
import { choice } from '../../../fields/choice';
import { filters } from '../../../fields/collections';
import { period } from '../../../fields/dateTime';
import { returnAllOrLimit, simplify } from '../../../fields/lists';
import type { Field, Operation } from '../../../operation/operation';
import { callFilter, callFilters } from './callFilters';
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
	name: 'callStatus',
	type: 'options',
	options: STATUSES,
	default: 'ended',
	description: 'Only calls with this status. An expression can give any other one.',
	send: { in: 'query', as: 'status' },
};

/** How workflows saved it before `callStatus`; when both are there, the newer one counts. */
const earlierStatus: Field = {
	displayName: 'Status (Earlier Form)',
	name: 'status',
	type: 'fixedCollection',
	default: {},
	description: 'How workflows made with an earlier version filter. Use Status instead.',
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

/** GET /calls, page by page. The API filters by status and time only (API docs: List calls). */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many calls',
	description: 'Get calls, in and out, by time, status, outcome, direction, assistant or number',
	request: {
		method: 'GET',
		path: '/calls',
		answer: 'calls',
		list: 'paged',
		simplified,
		extended: withResult,
		keep: callFilter,
	},
	fields: [
		...returnAllOrLimit,
		filters([...period, earlierStatus, status, ...callFilters]),
		simplify,
	],
};
