import type { INodeExecutionData } from 'n8n-workflow';

import type { ItemRun, Operation, RequestSpec } from '../../operation/operation';
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

/** The account as one item. @throws ApiFailure */
export async function readAccount(item: ItemRun): Promise<INodeExecutionData[]> {
	return await item.request(account).catch(async (error: unknown) => {
		if (isGone(error)) return await item.request(organization);
		throw error;
	});
}

function isGone(error: unknown): boolean {
	return isApiFailure(error) && (error.facts.status === 404 || error.facts.status === 410);
}
