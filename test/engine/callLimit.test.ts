import { sleep } from 'n8n-workflow';

import type { Operation } from '../../nodes/HmsSovereign/operation/operation';
import { runNode } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';
import { textField, withOperations } from './support/testNode';

const sandbox = useSandbox();

const steer: Operation = {
	name: 'Steer',
	value: 'steer',
	action: 'Steer call',
	description: 'Sends a control command',
	request: {
		method: 'POST',
		path: '/calls/{callId}/control',
		body: { action: 'end' },
		controlsCall: 'callId',
	},
	fields: [textField('call', 'Call', { in: 'path', as: 'callId' })],
};

async function steerCall(call: string) {
	const parameters = { resource: 'thing', operation: 'steer', call };
	return await runNode(parameters, {
		...withOperations([steer]),
		credential: sandbox.credential,
	});
}

test('a 429 to a control command holds back commands to that call only', async () => {
	const path = '/calls/busy/control';
	sandbox.api.faults.add({ kind: 'status', status: 429, retryAfter: 4, path });
	const body = { success: true };
	sandbox.api.faults.add({ kind: 'status', status: 200, body, path: /control$/, times: Infinity });

	const first = steerCall('busy');
	while (sandbox.api.requests[0]?.status !== 429) await sleep(5);
	// The 429 must have been read: on a busy machine that takes longer than the next request.
	await sleep(600);
	const [busy, other, account] = await Promise.all([
		steerCall('busy'),
		steerCall('other'),
		runNode({ resource: 'account', operation: 'get' }, { credential: sandbox.credential }),
		first,
	]);

	expect([busy.error, other.error, account.error]).toEqual([undefined, undefined, undefined]);
	const order = sandbox.api.requests.map((request) => request.path === path);
	expect(order).toEqual([true, false, false, true, true]);
});
