import type { IDataObject } from 'n8n-workflow';

import { runNode } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';

const sandbox = useSandbox();

async function list(status: IDataObject) {
	return await runNode(
		{ resource: 'call', operation: 'getAll', filters: { status: { is: status } } },
		{ credential: sandbox.credential },
	);
}

test('a status that the list does not have can be entered', async () => {
	// Statuses are an open set in the API; the sandbox stops at the documented ones.
	await list({ status: 'custom', customStatus: 'queued' });
	expect(sandbox.api.requests[0].query.status).toBe('queued');
});

test('"Custom Value" without a value does not give all calls', async () => {
	const { error } = await list({ status: 'custom' });
	expect(error?.message).toBe("'Other Status': Enter the value, or choose one from the list");
	expect(sandbox.api.requests).toEqual([]);
});

test('a call with an error is no failed item', async () => {
	const call = sandbox.api.store.main.calls.find(({ status }) => status === 'ended-with-error');
	if (call) call.error = 'STT connection failed';
	const { items, errorItems } = await list({ status: 'ended-with-error' });
	expect(errorItems).toEqual([]);
	expect(items.map(({ json }) => json.error_message)).toContain('STT connection failed');
});
