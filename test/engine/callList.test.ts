import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../dev/byId';
import { runNode } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';

const sandbox = useSandbox();

async function filtered(filters: IDataObject, more: IDataObject = {}) {
	return await runNode(
		{ resource: 'call', operation: 'getAll', filters, ...more },
		{ credential: sandbox.credential },
	);
}

/** As workflows saved it before the status became one field. */
const list = async (status: IDataObject) => await filtered({ status: { is: status } });

test('a status that the list does not have can be entered', async () => {
	// Statuses are an open set in the API; the sandbox stops at the documented ones.
	await list({ status: 'custom', customStatus: 'queued' });
	expect(sandbox.api.requests[0].query.status).toBe('queued');
});

test('"Custom Value" without a value does not give all calls', async () => {
	const { error } = await list({ status: 'custom' });
	expect(error?.message).toBe("'Other Status' is required, but it is empty");
	expect(sandbox.api.requests).toEqual([]);
});

test('a call with an error is no failed item', async () => {
	const call = sandbox.api.store.main.calls.find(({ status }) => status === 'ended-with-error');
	if (call) call.error = 'STT connection failed';
	const { items, errorItems } = await list({ status: 'ended-with-error' });
	expect(errorItems).toEqual([]);
	expect(items.map(({ json }) => json.error_message)).toContain('STT connection failed');
});

test('a status is one field', async () => {
	await filtered({ callStatus: 'failed' });
	expect(sandbox.api.requests[0].query.status).toBe('failed');
});

describe('filters that the API does not have', () => {
	type Call = (typeof sandbox.api.store.main.calls)[number];

	/** The IDs of the stored calls that fit, newest first as the sandbox lists them. */
	const idsOf = (fits: (call: Call) => boolean) =>
		[...sandbox.api.store.main.calls]
			.reverse()
			.filter(fits)
			.map(({ id }) => id);

	test.each<[string, () => IDataObject, (call: Call) => boolean]>([
		['direction', () => ({ direction: 'inbound' }), ({ direction }) => direction === 'inbound'],
		[
			'assistant',
			() => ({ assistantId: byId(sandbox.api.store.ids.reception) }),
			({ agent_id }) => agent_id === sandbox.api.store.ids.reception,
		],
		[
			'phone number',
			() => ({ phoneNumberId: byId(sandbox.api.store.ids.mainLine) }),
			({ number_id }) => number_id === sandbox.api.store.ids.mainLine,
		],
		[
			'customer number, however it is written',
			() => {
				const [{ caller_phone }] = sandbox.api.store.main.calls;
				return { customerNumber: `${caller_phone?.slice(0, 3)} ${caller_phone?.slice(3)}` };
			},
			({ caller_phone }) => caller_phone === sandbox.api.store.main.calls[0].caller_phone,
		],
		[
			'outcome',
			() => ({ outcome: ['failed', 'rejected'] }),
			({ status }) => ['failed', 'ended-with-error', 'rejected'].includes(status),
		],
		[
			'several of them together',
			() => ({ direction: 'inbound', outcome: 'answered', startDate: '2020-01-01' }),
			(call) => call.direction === 'inbound' && call.status === 'ended' && call.started_at !== null,
		],
	])('%s', async (_what, filters, fits) => {
		const { items } = await filtered(filters(), { returnAll: true });
		const ids = idsOf(fits);
		expect(ids.length).toBeGreaterThan(0);
		expect(ids.length).toBeLessThan(sandbox.api.store.main.calls.length);
		expect(items.map(({ json }) => json.id)).toEqual(ids);
	});

	test('Limit counts what comes out, and reading ends as soon as there is enough', async () => {
		const { calls } = sandbox.api.store.main;
		const [sample] = calls;
		calls.splice(
			0,
			Infinity,
			...Array.from({ length: 2_500 }, (_, at) => ({
				...sample,
				id: `call-${at}`,
				direction: at % 500 === 0 ? ('web' as const) : ('inbound' as const),
			})),
		);
		const web = idsOf(({ direction }) => direction === 'web');
		const three = await filtered({ direction: 'web' }, { limit: 3 });
		expect(three.items.map(({ json }) => json.id)).toEqual(web.slice(0, 3));
		expect(sandbox.api.requests).toHaveLength(2);

		const all = await filtered({ direction: 'web' }, { returnAll: true });
		expect(all.items.map(({ json }) => json.id)).toEqual(web);
		expect(sandbox.api.requests).toHaveLength(5);

		const none = await filtered({ customerNumber: '+4915112345678' }, { limit: 3 });
		expect(none.items).toEqual([]);
		expect(sandbox.api.requests).toHaveLength(8);
	});

	test.each([
		[{ customerNumber: '0612' }, /^'Customer Number': "0612" is not a phone number/],
		[{ outcome: ['busy'] }, /^'Outcome': "busy" is none of answered, /],
	])('%j is refused before anything is read', async (filters, message) => {
		const { error } = await filtered(filters);
		expect(error?.message).toMatch(message);
		expect(sandbox.api.requests).toEqual([]);
	});
});
