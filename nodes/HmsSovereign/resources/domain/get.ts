import type { INodeExecutionData } from 'n8n-workflow';

import type { ItemRun, Operation, RequestSpec } from '../../operation/operation';

const request: RequestSpec = { method: 'GET', path: '/domains', answer: 'domain' };

/**
 * GET /domains. Without a domain the API answers `{"domain": null}`, which comes out as it is: a workflow
 * that asks whether there is one must be able to go on.
 */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get domain',
	description: 'Get the e-mail domain with its DNS records; "domain" is null when there is none',
	fields: [],
	run: getDomain,
	calls: ['GET /domains'],
	readsOnly: true,
};

async function getDomain(item: ItemRun): Promise<INodeExecutionData[]> {
	const items = await item.request(request);
	return items.length > 0 ? items : [{ json: { domain: null } }];
}
