import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../../dev/byId';
import type { Sandbox } from '../../../sandbox';
import type { NodeRunOptions, RunResult } from '../../../dev/engine/engine';
import { runNode } from '../../../dev/engine/engine';
import { credentialOf } from '../../../dev/engine/sandbox';

/** Numbers nobody has: +31600000001, +31600000002 … */
export function numbers(count: number): string[] {
	return Array.from({ length: count }, (_, index) => `+316${String(index + 1).padStart(8, '0')}`);
}

/** Parameters of an operation that calls each item's `phone` with the seed's first assistant. */
export function callEach(api: Sandbox, operation: string, more: IDataObject = {}): IDataObject {
	const number = api.store.main.numbers.find(
		(one) => one.is_active && one.transfer_trunk_id !== null,
	);
	return {
		resource: 'call',
		operation,
		destination: '={{ $json.phone }}',
		assistantMode: 'saved',
		assistantId: byId(api.store.main.assistants[0].id),
		phoneNumberId: byId(number?.id ?? ''),
		...more,
	};
}

/** Runs Start and Wait for these phone numbers. */
export async function startAndWait(
	api: Sandbox,
	phones: string[],
	more: IDataObject = {},
	options: Partial<NodeRunOptions> = {},
): Promise<RunResult> {
	return await runNode(callEach(api, 'startAndWait', more), {
		credential: credentialOf(api),
		input: phones.map((phone) => ({ phone })),
		...options,
	});
}

/** The numbers that were called, in order, by the sandbox's own record. */
export function dialled(api: Sandbox): unknown[] {
	return api.requests
		.filter(({ path, carriedOut }) => path === '/calls/outbound' && carriedOut)
		.map(({ body }) => (body as IDataObject).destination);
}

/** Requests that looked how calls are. */
export function looks(api: Sandbox): { lists: number; singles: number } {
	const gets = api.requests.filter(({ method }) => method === 'GET');
	const lists = gets.filter(({ path }) => path === '/calls').length;
	return { lists, singles: gets.length - lists };
}
