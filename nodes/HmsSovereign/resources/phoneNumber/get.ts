import { simplify } from '../../fields/lists';
import { phoneNumberId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';
import { simplified } from './simplified';

/** GET /numbers/{id} */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get phone number',
	description: 'Get a phone number',
	request: { method: 'GET', path: '/numbers/{phoneNumberId}', answer: 'number', simplified },
	fields: [phoneNumberId, simplify],
};
