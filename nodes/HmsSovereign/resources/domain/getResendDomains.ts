import type { INodeExecutionData } from 'n8n-workflow';

import { rowsOf } from '../../api/answer';
import { isObject } from '../../api/json';
import { limitOf, returnAllOrLimit } from '../../fields/lists';
import type { ItemRun, Operation, RequestSpec } from '../../operation/operation';
import { needsResendKey } from './advice';

const request: RequestSpec = { method: 'GET', path: '/domains/sync', advice: needsResendKey };

/** GET /domains/sync. The API names the selected one beside the list; here each row says it. */
export const getResendDomains: Operation = {
	name: 'Get Resend Domains',
	value: 'getResendDomains',
	action: 'Get Resend domains',
	description: 'Get the domains in your Resend account, and which one is selected',
	fields: returnAllOrLimit,
	run: listResendDomains,
	calls: ['GET /domains/sync'],
	readsOnly: true,
};

async function listResendDomains(item: ItemRun): Promise<INodeExecutionData[]> {
	const body = await item.send(item.build(request));
	const selected = isObject(body) ? body.selected_domain_id : undefined;
	return rowsOf(body, 'domains')
		.slice(0, limitOf(item))
		.map((row) => ({ json: { ...row, selected: row.id === selected } }));
}
