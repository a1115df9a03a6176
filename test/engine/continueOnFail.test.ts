import { runFailure } from './support/failures';

const notFound = {
	does: 'read' as const,
	fault: { kind: 'status' as const, status: 404, body: '' },
};
const lostWrite = { does: 'create' as const, fault: { kind: 'reset-after' as const } };
const message = 'Thing "bad" was not found';

test('stop: a failed item ends the workflow, and no item is handed on', async () => {
	const { items, errorItems, error, run } = await runFailure(notFound);
	expect(run.status).toBe('error');
	expect(error?.message).toBe(message);
	expect([...items, ...errorItems]).toEqual([]);
});

test('continue: the failed item carries exactly the message, the others their output', async () => {
	const { items, error, run } = await runFailure(notFound, { onError: 'continueRegularOutput' });
	expect(run.status).toBe('success');
	expect(error).toBeUndefined();
	expect(items.map(({ json, pairedItem }) => ({ json, pairedItem }))).toEqual([
		{ json: { id: 'answered', name: 'Answered' }, pairedItem: { item: 0 } },
		{ json: { error: message }, pairedItem: { item: 1 } },
		{ json: { id: 'answered', name: 'Answered' }, pairedItem: { item: 2 } },
	]);
});

test('continue: the failed item keeps the whole error for the editor', async () => {
	const { items } = await runFailure(notFound, { onError: 'continueRegularOutput' });
	expect(items[1].error).toMatchObject({
		name: 'NodeApiError',
		message,
		description: expect.stringContaining('GET /things/bad was answered with 404 (item 1).'),
		context: { itemIndex: 1 },
	});
});

test('error output: only the failed item goes there, with its input beside the message', async () => {
	const { items, errorItems } = await runFailure(notFound, { onError: 'continueErrorOutput' });
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
	expect(errorItems).toHaveLength(1);
	expect(errorItems[0]).toMatchObject({ json: { error: message }, pairedItem: { item: 1 } });
});

test('continue with writes: the items after the failed one are carried out, each once', async () => {
	const { items, api } = await runFailure(lostWrite, { onError: 'continueRegularOutput' });
	expect(items.map(({ json }) => json.name ?? 'failed')).toEqual([
		'First Ltd',
		'failed',
		'Third Ltd',
	]);
	expect(api.requests.map(({ body }) => body)).toEqual([
		{ name: 'First Ltd' },
		{ name: 'Bad Ltd' },
		{ name: 'Third Ltd' },
	]);
});
