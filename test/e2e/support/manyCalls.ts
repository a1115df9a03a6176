import type { IDataObject, INode } from 'n8n-workflow';
import { byId } from '../../../dev/byId';
import type { Sandbox } from '../../../sandbox';
import type { SavedCredential } from '../../../dev/n8n/api';
import { hmsSovereignType, type NodeOfWorkflow } from './workflows';

/** Start and Wait for items that have a `number`: 1 calls +31600000001, and so on. */
export function callAndWait(
	{ id, name }: SavedCredential,
	{ store }: Sandbox,
	options: IDataObject = {},
): NodeOfWorkflow {
	const parameters: INode['parameters'] = {
		resource: 'call',
		operation: 'startAndWait',
		destination: '=+316{{ String($json.number).padStart(8, "0") }}',
		assistantMode: 'saved',
		assistantId: byId(store.ids.reception),
		phoneNumberId: byId(store.ids.mainLine),
		options: options as INode['parameters'],
	};
	return {
		name: 'HMS Sovereign',
		type: hmsSovereignType,
		typeVersion: 1,
		parameters,
		credentials: { hmsSovereignApi: { id, name } },
		retryOnFail: true,
		maxTries: 5,
	};
}

/** The numbers that were asked to be called, in order, by the sandbox's own record. */
export function dialled({ requests }: Sandbox): unknown[] {
	return requests
		.filter(({ path }) => path === '/calls/outbound')
		.map(({ body }) => (body as IDataObject).destination);
}
