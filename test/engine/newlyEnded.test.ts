import type { IDataObject, WorkflowExecuteMode } from 'n8n-workflow';

import { byId } from '../../dev/byId';
import type { NodeSettings, WorkflowRunOptions } from '../../dev/engine/engine';
import { runWorkflow } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';
import { setClock } from './support/clock';

const sandbox = useSandbox();

let nodes = 0;

/** One workflow that runs again and again: what one run saves, the next one finds. */
function schedule(
	parameters: IDataObject = {},
	more: Partial<WorkflowRunOptions> = {},
	settings: NodeSettings = {},
) {
	const staticData: IDataObject = {};
	nodes += 1;
	const name = `HMS Sovereign ${nodes}`;
	const run = async (mode: WorkflowExecuteMode = 'trigger', saved = staticData) =>
		await runWorkflow(
			[
				{
					...settings,
					name,
					parameters: { resource: 'call', operation: 'getNewlyEnded', ...parameters },
				},
			],
			{ credential: sandbox.credential, mode, staticData: saved, ...more },
		);
	return {
		staticData,
		run,
		/** Runs as a schedule does. @returns the IDs that came out */
		ids: async () => {
			const { items, error } = await run();
			expect(error).toBeUndefined();
			return items.map(({ json }) => json.id);
		},
	};
}

type Call = (typeof sandbox.api.store.main.calls)[number];

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

let added = 0;

/** Puts a call into the list, by default one that was answered and ended a minute ago. */
function add(more: Partial<Call> = {}): Call {
	const { calls } = sandbox.api.store.main;
	added += 1;
	const call: Call = {
		...calls[0],
		id: `call-new-${added}`,
		direction: 'inbound',
		status: 'ended',
		created_at: minutesAgo(3),
		started_at: minutesAgo(2),
		ended_at: minutesAgo(1),
		summary: 'Asked about opening hours.',
		error: null,
		...more,
	};
	calls.push(call);
	return call;
}

beforeEach(() => sandbox.api.store.main.calls.splice(0, Infinity, ...oldCalls()));

/** What was there before the workflow was published. */
function oldCalls(): Call[] {
	const [sample] = sandbox.api.store.main.calls;
	return [1, 2, 3].map((hours) => ({
		...sample,
		id: `call-old-${hours}`,
		status: 'ended' as const,
		created_at: minutesAgo(60 * hours),
		started_at: minutesAgo(60 * hours),
		ended_at: minutesAgo(60 * hours - 5),
	}));
}

test('the first run takes note; after it, each call that has ended comes out once, oldest first', async () => {
	const { ids } = schedule();
	expect(await ids()).toEqual([]);
	const late = add({ ended_at: minutesAgo(1) });
	const early = add({ ended_at: minutesAgo(2) });
	const live = add({ status: 'in-progress', ended_at: null, summary: null });
	expect(await ids()).toEqual([early.id, late.id]);
	expect(await ids()).toEqual([]);
	Object.assign(live, { status: 'transferred', ended_at: minutesAgo(0), summary: 'Put through.' });
	expect(await ids()).toEqual([live.id]);
	expect(await ids()).toEqual([]);
	expect(sandbox.api.requests).toHaveLength(5);
});

test('the first run can look back some hours', async () => {
	const { ids } = schedule({ options: { firstRunHours: 2.5 } });
	expect(await ids()).toEqual(['call-old-2', 'call-old-1']);
	expect(await ids()).toEqual([]);
});

test('a call that has just ended waits for its summary, which may tell of a voicemail', async () => {
	const { ids } = schedule({ filters: { outcome: ['voicemail'] } });
	await ids();
	const call = add({ direction: 'outbound', ended_at: minutesAgo(0), summary: null });
	expect(await ids()).toEqual([]);
	call.summary = 'Voicemail detected. Left message: please call back.';
	expect(await ids()).toEqual([call.id]);
});

test('a summary that does not come is not waited for beyond two minutes', async () => {
	setClock();
	try {
		const { ids } = schedule();
		await ids();
		const call = add({ ended_at: minutesAgo(0), summary: null });
		expect(await ids()).toEqual([]);
		jest.setSystemTime(Date.now() + 121_000);
		expect(await ids()).toEqual([call.id]);
	} finally {
		jest.useRealTimers();
	}
});

test('filters let through what fits; a call that does not is not told later', async () => {
	const { reception } = sandbox.api.store.ids;
	const { ids } = schedule({
		filters: {
			direction: 'inbound',
			outcome: ['rejected', 'failed'],
			assistantId: byId(reception),
		},
	});
	await ids();
	const missed = { status: 'failed' as const, started_at: null, agent_id: reception };
	const wanted = add(missed);
	add({ ...missed, direction: 'outbound' });
	add({ ...missed, agent_id: sandbox.api.store.main.assistants[1].id });
	add({ agent_id: reception });
	expect(await ids()).toEqual([wanted.id]);
	expect(await ids()).toEqual([]);
});

test('several items cost one reading, and each has its own filters', async () => {
	const { run } = schedule(
		{ filters: { direction: '={{ $json.direction }}' } },
		{ input: [{ direction: 'inbound' }, { direction: 'outbound' }] },
	);
	await run();
	const [incoming, outgoing] = [add(), add({ direction: 'outbound' })];
	const { items } = await run();
	expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
		[incoming.id, { item: 0 }],
		[outgoing.id, { item: 1 }],
	]);
	expect(sandbox.api.requests).toHaveLength(2);
});

test('Simplify keeps outcome, transcript and recording', async () => {
	const { run } = schedule();
	await run();
	const call = add();
	const { items } = await run();
	expect(items[0].json).toMatchObject({
		id: call.id,
		outcome: 'answered',
		transcript: expect.stringContaining('Assistant: '),
		recording_url: call.recording_url,
	});
	expect(items[0].json).not.toHaveProperty('messages');
});

test('a run by hand shows the newest calls every time, and remembers nothing', async () => {
	const { run, ids, staticData } = schedule();
	for (let count = 0; count < 9; count += 1) add({ ended_at: minutesAgo(20 - count) });
	const byHand = async () => (await run('manual')).items.map(({ json }) => json.id);
	const first = await byHand();
	expect(first).toHaveLength(10);
	expect(first[0]).toBe('call-old-1');
	expect(await byHand()).toEqual(first);
	expect(staticData).toEqual({});
	expect(await ids()).toEqual([]);
	const call = add();
	expect(await byHand()).toContain(call.id);
	expect(await ids()).toEqual([call.id]);
});

test('a run that fails half-way loses nothing, with Retry On Fail neither', async () => {
	const { ids, run } = schedule({}, {}, { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 });
	await ids();
	const call = add();
	sandbox.api.faults.add({ kind: 'status', status: 500, times: 3 });
	expect(await ids()).toEqual([call.id]);
	const other = add();
	sandbox.api.faults.add({ kind: 'status', status: 401, times: 2 });
	expect((await run()).error?.message).toBe('Invalid or missing API key');
	expect(await ids()).toEqual([other.id]);
});

test('a filter that cannot be read tells nobody anything, so that nothing is lost', async () => {
	const input: Array<{ outcome: string }> = [{ outcome: 'answered' }, { outcome: 'answered' }];
	const { run, ids } = schedule(
		{ filters: { outcome: '={{ $json.outcome }}' } },
		{ input },
		{ onError: 'continueRegularOutput' },
	);
	await ids();
	const call = add();
	input[1].outcome = 'busy';
	const { items } = await run();
	expect(items.map(({ json }) => json.error)).toEqual([
		expect.stringContaining('"busy" is none of'),
		expect.stringContaining('"busy" is none of'),
	]);
	input[1].outcome = 'failed';
	expect(await ids()).toEqual([call.id]);
});

test('runs that overlap tell no call twice, though n8n saves only when an execution ends', async () => {
	const { ids, run, staticData } = schedule();
	await ids();
	const call = add();
	const asSavedBefore = () => JSON.parse(JSON.stringify(staticData)) as IDataObject;
	const both = await Promise.all([
		run('trigger', asSavedBefore()),
		run('trigger', asSavedBefore()),
	]);
	const told = both.flatMap(({ items }) => items.map(({ json }) => json.id));
	expect(told).toEqual([call.id]);
});

test('with the key of another account, the node starts anew', async () => {
	const { keys, store } = sandbox.api;
	let apiKey = sandbox.api.apiKey;
	const credential = () => ({ apiKey, baseUrl: sandbox.api.url });
	const { ids } = schedule({}, { credential });
	await ids();
	const theirs = { ...store.main.calls[0], created_at: minutesAgo(2), ended_at: minutesAgo(1) };
	store.second.calls.splice(0, Infinity, { ...theirs, id: 'call-theirs-1' });
	apiKey = keys.second;
	expect(await ids()).toEqual([]);
	store.second.calls.push({ ...theirs, id: 'call-theirs-2' });
	expect(await ids()).toEqual(['call-theirs-2']);
});

test('what is remembered does not grow with the calls', async () => {
	const { ids, staticData } = schedule();
	setClock();
	try {
		await ids();
		for (let hour = 0; hour < 8; hour += 1) {
			jest.setSystemTime(Date.now() + 3_600_000);
			for (let count = 0; count < 50; count += 1) add();
			expect(await ids()).toHaveLength(50);
		}
		const [saved] = Object.values(staticData) as Array<{ newlyEnded: { told: object } }>;
		expect(Object.keys(saved.newlyEnded.told).length).toBeLessThanOrEqual(100);
	} finally {
		jest.useRealTimers();
	}
});
