import type { Operation } from '../../operation/operation';

/** GET /health: bare, and the one operation that needs no key. */
export const getHealth: Operation = {
	name: 'Get Health',
	value: 'getHealth',
	action: 'Check health of HMS Sovereign',
	description: 'Get whether HMS Sovereign and its parts are up',
	request: { method: 'GET', path: '/health' },
	fields: [],
};
