import { returnAllOrLimit, simplify } from '../../fields/lists';
import type { Operation } from '../../operation/operation';
import { simplified } from './simplified';

/** GET /assistants: all in one answer, so Limit cuts it here. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many assistants',
	description: 'Get the assistants of your organization',
	request: { method: 'GET', path: '/assistants', answer: 'assistants', list: 'whole', simplified },
	fields: [...returnAllOrLimit, simplify],
};
