import { returnAllOrLimit, simplify } from '../../fields/lists';
import type { Operation } from '../../operation/operation';
import { simplified } from './simplified';

/** GET /campaigns: all in one answer, so Limit cuts it here. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many campaigns',
	description: 'Get campaigns',
	request: { method: 'GET', path: '/campaigns', answer: 'campaigns', list: 'whole', simplified },
	fields: [...returnAllOrLimit, simplify],
};
