import type { Operation } from '../../operation/operation';

/** GET /byok: one field for each provider, null where no key is stored. */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get provider keys',
	description: 'Get which providers have a key of yours; the keys themselves are never shown',
	request: { method: 'GET', path: '/byok', answer: 'byok_keys' },
	fields: [],
};
