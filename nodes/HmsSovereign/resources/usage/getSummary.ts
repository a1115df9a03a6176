import { filters } from '../../fields/collections';
import { period } from '../../fields/dateTime';
import type { Operation } from '../../operation/operation';

/** GET /usage: totals of the whole period stand beside every page, so the smallest page will do. */
export const getSummary: Operation = {
	name: 'Get Summary',
	value: 'getSummary',
	action: 'Get usage summary',
	description: 'Get number of calls and minutes in total',
	request: { method: 'GET', path: '/usage', answer: 'summary', query: { limit: 1 } },
	fields: [filters(period)],
};
