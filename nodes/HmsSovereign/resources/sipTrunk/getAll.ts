import { returnAllOrLimit } from '../../fields/lists';
import type { Operation } from '../../operation/operation';

/** GET /sip-trunks: all in one answer, so Limit cuts it here. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many SIP trunks',
	description: 'Get SIP trunks',
	request: { method: 'GET', path: '/sip-trunks', answer: 'trunks', list: 'whole' },
	fields: [...returnAllOrLimit],
};
