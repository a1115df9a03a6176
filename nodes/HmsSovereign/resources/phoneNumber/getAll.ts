import { returnAllOrLimit, simplify } from '../../fields/lists';
import type { Operation } from '../../operation/operation';
import { simplified } from './simplified';

/** GET /numbers: all in one answer, so Limit cuts it here. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many phone numbers',
	description: 'Get phone numbers',
	request: { method: 'GET', path: '/numbers', answer: 'numbers', list: 'whole', simplified },
	fields: [...returnAllOrLimit, simplify],
};
