import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest } from '../../../nodes/HmsSovereign/api/request';
import { readCalls } from '../../../nodes/HmsSovereign/resources/call/result/getNewlyEndedList';
import {
	endOf,
	firstMemory,
	LONGEST_CALL_MS,
	newsIn,
	type Memory,
} from '../../../nodes/HmsSovereign/resources/call/result/getNewlyEndedNews';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const START = Date.parse('2026-03-01T00:00:00Z');

/** A call as it will go, known before it begins. Times are the API's. */
interface PlannedCall {
	id: string;
	madeAt: number;
	endsAt: number;
	answered: boolean;
	/** How long after its end the summary comes; undefined = never. */
	summaryAfter?: number;
	/** How long after its beginning it is in the list. */
	listedAfter: number;
}

/** The API does not say in which order its list is. */
const ORDERS: Record<string, (now: number) => (a: PlannedCall, b: PlannedCall) => number> = {
	'newest first': () => (a, b) => b.madeAt - a.madeAt,
	'oldest first': () => (a, b) => a.madeAt - b.madeAt,
	'changed last first': (now) => (a, b) => changedAt(b, now) - changedAt(a, now),
};

const changedAt = ({ madeAt, endsAt }: PlannedCall, now: number) =>
	endsAt <= now ? endsAt : madeAt;

/** A list of calls that goes on changing while it is read: each request takes some time. */
class ChangingList {
	now = START;

	constructor(
		private readonly calls: PlannedCall[],
		private readonly order: string,
		private readonly pageSize: number,
		private readonly requestMs: number,
	) {}

	/** @param failsAt the request of this run that the API does not answer; 0 = none */
	sender(failsAt: number) {
		let requests = 0;
		return async (request: ApiRequest): Promise<unknown> => {
			this.now += this.requestMs;
			requests += 1;
			if (requests === failsAt) throw new Error('HMS Sovereign is not available (503)');
			return await Promise.resolve(this.answer(request));
		};
	}

	private answer({ path, query = {} }: ApiRequest): unknown {
		const listed = this.calls.filter((call) => call.madeAt + call.listedAfter <= this.now);
		if (path !== '/calls') {
			return this.shown(listed.find(({ id }) => path.endsWith(id)) as PlannedCall);
		}
		const rows = listed
			.filter(({ madeAt }) => madeAt >= Date.parse(String(query.start_date)))
			.sort(ORDERS[this.order](this.now));
		const offset = Number(query.offset);
		return {
			calls: rows.slice(offset, offset + this.pageSize).map((call) => this.shown(call)),
			pagination: { total: rows.length, limit: this.pageSize, offset },
		};
	}

	private shown(call: PlannedCall): IDataObject {
		const isOver = call.endsAt <= this.now;
		const hasSummary =
			call.summaryAfter !== undefined && call.endsAt + call.summaryAfter <= this.now;
		return {
			id: call.id,
			status: isOver ? 'ended' : 'in-progress',
			created_at: iso(call.madeAt),
			started_at: call.answered ? iso(call.madeAt + SECOND) : null,
			ended_at: isOver ? iso(call.endsAt) : null,
			summary: call.answered && hasSummary ? 'They spoke.' : null,
		};
	}
}

const iso = (ms: number) => new Date(ms).toISOString();

/** A node that runs again and again: what the operation does, without n8n. */
class ScheduledNode {
	memory: Memory | undefined;

	readonly told: IDataObject[][] = [];

	/** @param skewMs how far this machine's clock is ahead of the API's */
	constructor(
		private readonly list: ChangingList,
		private readonly skewMs: number,
	) {}

	async run(failsAt = 0): Promise<boolean> {
		const clock = () => this.list.now + this.skewMs;
		const since = this.memory?.since ?? clock() - LONGEST_CALL_MS;
		const send = this.list.sender(failsAt);
		const pending = Object.keys(this.memory?.pending ?? {});
		const reading = await readCalls(send, since, pending).catch(() => undefined);
		if (reading === undefined) return false;
		const before = this.memory ?? firstMemory(reading, since, Infinity);
		const { ended, memory } = newsIn(reading, before, clock());
		this.told.push(ended);
		// As n8n saves it with the workflow.
		this.memory = JSON.parse(JSON.stringify(memory)) as Memory;
		return true;
	}
}

const plannedCall = fc.record({
	madeAfter: fc.integer({ min: 0, max: 12 * HOUR }),
	lasts: fc.oneof(
		{ weight: 8, arbitrary: fc.integer({ min: 0, max: 10 * MINUTE }) },
		{ weight: 1, arbitrary: fc.integer({ min: HOUR, max: 5 * HOUR }) },
	),
	answered: fc.boolean(),
	summaryAfter: fc.option(fc.integer({ min: 0, max: 5 * MINUTE }), { nil: undefined }),
	listedAfter: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 * MINUTE })),
});

const scenario = fc.record({
	calls: fc.array(plannedCall, { minLength: 1, maxLength: 60 }),
	order: fc.constantFrom(...Object.keys(ORDERS)),
	pageSize: fc.integer({ min: 1, max: 9 }),
	requestMs: fc.integer({ min: 0, max: 5 * MINUTE }),
	skewMs: fc.integer({ min: -5 * HOUR, max: 5 * HOUR }),
	runs: fc.array(
		fc.record({
			pause: fc.oneof(
				fc.integer({ min: 0, max: 20 * MINUTE }),
				fc.integer({ min: HOUR, max: 9 * HOUR }),
			),
			failsAt: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 6 })),
		}),
		{ minLength: 1, maxLength: 25 },
	),
});

test('whatever ends, begins, shifts or fails while the list is read: no call is lost, none comes twice', async () => {
	await fc.assert(
		fc.asyncProperty(scenario, async ({ calls, order, pageSize, requestMs, skewMs, runs }) => {
			const planned = calls.map(({ madeAfter, lasts, ...rest }, at) => {
				const madeAt = START + madeAfter;
				return { id: `call-${at}`, madeAt, endsAt: madeAt + lasts, ...rest };
			});
			const list = new ChangingList(planned, order, pageSize, requestMs);
			const node = new ScheduledNode(list, skewMs);
			let firstRun: { from: number; to: number } | undefined;
			const run = async (pause: number, failsAt = 0) => {
				list.now += pause;
				const from = list.now;
				if ((await node.run(failsAt)) && firstRun === undefined) firstRun = { from, to: list.now };
			};
			for (const { pause, failsAt } of runs) await run(pause, failsAt);
			list.now = Math.max(list.now, START + 24 * HOUR);
			await run(0);
			await run(15 * MINUTE);

			const told = node.told.flat().map(({ id }) => String(id));
			expect(new Set(told).size).toBe(told.length);
			for (const call of planned) {
				const wasListed = call.madeAt + call.listedAfter <= (firstRun?.from ?? 0);
				if (call.endsAt > (firstRun?.to ?? 0)) expect(told).toContain(call.id);
				if (wasListed && call.endsAt <= (firstRun?.from ?? 0)) expect(told).not.toContain(call.id);
			}
			for (const ended of node.told) {
				const ends = ended.map(endOf);
				expect(ends).toEqual([...ends].sort((a, b) => a - b));
			}
		}),
		{ seed: 17, numRuns: 400, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: true },
	);
}, 60_000);

test('a burst of calls that fills a whole page while the list is read hides none', async () => {
	const madeAfter = [1, 2, 80, 81, 90, 90];
	const planned = madeAfter.map((minutes, at) => {
		const madeAt = START + minutes * MINUTE;
		return { id: `call-${at}`, madeAt, endsAt: madeAt + MINUTE, answered: false, listedAfter: 0 };
	});
	const list = new ChangingList(planned, 'newest first', 2, MINUTE);
	const node = new ScheduledNode(list, 0);
	await node.run();
	// The second page of this run is what the first one was: two calls came in between.
	list.now = START + 88 * MINUTE;
	await node.run();
	list.now = START + 200 * MINUTE;
	await node.run();
	expect(node.told.flat().map(({ id }) => id)).toEqual(planned.map(({ id }) => id));
});
