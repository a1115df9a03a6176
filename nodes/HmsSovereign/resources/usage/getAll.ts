import { filters } from '../../fields/collections';
import { period } from '../../fields/dateTime';
import { returnAllOrLimit } from '../../fields/lists';
import type { Operation } from '../../operation/operation';

/** GET /usage, page by page. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many usage logs',
	description: 'Get one usage log for each call',
	request: { method: 'GET', path: '/usage', answer: 'logs', list: 'paged' },
	fields: [...returnAllOrLimit, filters(period)],
};
