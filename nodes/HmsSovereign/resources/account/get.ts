import type { ItemRun, Operation, RequestSpec } from '../operation';
import { isApiFailure } from '../../api/errors';

const account: RequestSpec = { method: 'GET', path: '/account' };

/** Bare like `/account`, with the same fields (API docs: Get organization). */
const organization: RequestSpec = { method: 'GET', path: '/organizations' };

/**
 * `GET /account`: balance, usage and counts. The API calls it deprecated in favour of
 * `GET /organizations`, which takes over once the old address answers 404 or 410.
 */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get account',
	description: 'Get minutes balance, monthly usage, and counts of numbers, assistants and calls',
	fields: [],
	run: readAccount,
	calls: ['GET /account', 'GET /organizations'],
	readsOnly: true,
};

async function readAccount(item: ItemRun) {
	try {
		return await item.request(account);
	} catch (error) {
		if (!isApiFailure(error) || ![404, 410].includes(error.facts.status ?? 0)) throw error;
	}
	return await item.request(organization);
}
