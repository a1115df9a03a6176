import { returnAllOrLimit } from '../../fields/lists';
import type { Operation } from '../../operation/operation';

/** GET /workflows: all in one answer, so Limit cuts it here. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many call workflows',
	description: 'Get call workflows',
	request: { method: 'GET', path: '/workflows', answer: 'workflows', list: 'whole' },
	fields: [...returnAllOrLimit],
};
