import { sleep } from 'n8n-workflow';

import type { Fault } from '../../sandbox';
import type { NodeRunOptions } from '../../dev/engine/engine';
import { runNode } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';
import { createThing, readThing, withOperations } from './support/testNode';

const sandbox = useSandbox({ requestLimit: 4 });
const operations = withOperations([readThing, createThing]);
const create = { resource: 'thing', operation: 'create', thingName: 'First Ltd' };
const read = { resource: 'thing', operation: 'read', thingId: '={{ $json.id }}' };
const input = Array.from({ length: 20 }, (_, id) => ({ id }));

/** Presses Stop 50 ms after so many requests have arrived. */
function stopAfter(requests: number) {
	return () => {
		const last = sandbox.api.requests[requests - 1];
		return last !== undefined && Date.now() - last.at > 50;
	};
}

async function stopped(
	parameters: typeof create | typeof read,
	requests: number,
	options: Partial<NodeRunOptions> = {},
) {
	const run = await runNode(parameters, {
		...operations,
		credential: sandbox.credential,
		input,
		cancelWhen: stopAfter(requests),
		...options,
	});
	return { ...run, msAfterCancel: run.msAfterCancel ?? Infinity };
}

const faults: Record<string, Fault> = {
	'a wait for Retry-After': { kind: 'status', status: 429, retryAfter: 60, times: Infinity },
	'a pause before a read is repeated': { kind: 'status', status: 503, times: Infinity },
	'a request that is not answered': { kind: 'hang', times: Infinity },
};

test.each(Object.keys(faults))('Stop ends %s within 250 ms', async (wait) => {
	sandbox.api.faults.add(faults[wait]);
	const { msAfterCancel } = await stopped(read, 1);
	expect(msAfterCancel).toBeLessThan(250);
});

test('Stop ends the wait for the next window within 250 ms', async () => {
	const { msAfterCancel } = await stopped(create, 4);
	expect(msAfterCancel).toBeLessThan(250);
	expect(sandbox.api.requests).toHaveLength(4);
});

test.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
	'no item is written after Stop (%s)',
	async (onError) => {
		sandbox.api.faults.add({ kind: 'slow', delayMs: 200, skip: 1, times: Infinity });
		await stopped(create, 2, { onError });
		await sleep(300);
		expect(sandbox.api.requests).toHaveLength(2);
	},
);

test('Retry On Fail sends nothing after Stop', async () => {
	sandbox.api.faults.add({ kind: 'status', status: 429, retryAfter: 60 });
	const retry = { retryOnFail: true, maxTries: 5, waitBetweenTries: 1 };
	const { msAfterCancel } = await stopped(create, 1, retry);
	expect(sandbox.api.requests).toHaveLength(1);
	expect(msAfterCancel).toBeLessThan(250);
});

test('with continue, an item that Stop cut off does not count as failed', async () => {
	sandbox.api.faults.add({ kind: 'status', status: 429, retryAfter: 60 });
	const { items } = await stopped(create, 1, { onError: 'continueRegularOutput' });
	expect(items.filter(({ json, error }) => json.error ?? error)).toEqual([]);
});

test('the error after Stop names what was carried out before', async () => {
	const { error, run } = await stopped(create, 4);
	const [id] = sandbox.api.store.organizations
		.filter(({ name }) => name === 'First Ltd')
		.map((organization) => organization.id);
	expect(run.status).not.toBe('success');
	expect(error?.message).toBe('The execution was stopped');
	expect(error?.description).toContain(`4 items were carried out before this one: ${id}, `);
});
