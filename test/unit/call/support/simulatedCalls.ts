/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n */
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import type { ApiClient } from '../../../../nodes/HmsSovereign/api/client';
import type { ApiRequest } from '../../../../nodes/HmsSovereign/api/request';
import type { Outcome } from '../../../../nodes/HmsSovereign/operation/operation';

/** The package's code as one process of n8n has it: what it remembers is its own. */
export interface Code {
	itemRun: typeof import('../../../../nodes/HmsSovereign/runtime/itemRun').itemRun;
	NoLongerWanted: typeof import('../../../../nodes/HmsSovereign/api/request').NoLongerWanted;
	call: typeof import('../../../../nodes/HmsSovereign/resources/call').call;
}

/** Loads the code anew, as a process that has just started does. */
export function freshProcess(): Code {
	let code: Code | undefined;
	jest.isolateModules(() => {
		code = {
			...(jest.requireActual('../../../../nodes/HmsSovereign/runtime/itemRun') as object),
			...(jest.requireActual('../../../../nodes/HmsSovereign/api/request') as object),
			...(jest.requireActual('../../../../nodes/HmsSovereign/resources/call') as object),
		} as Code;
	});
	if (code === undefined) throw new Error('The code was not loaded');
	return code;
}

/** A call of the simulated API. */
export interface SimulatedCall {
	id: string;
	destination: string;
	/** Virtual time in milliseconds. */
	from: number;
	to: number;
}

/** Thrown when the simulated process dies. */
export class Crash extends Error {}

const TALK = 'Well, that is what I wanted to ask. '.repeat(40);
const WINDOW_MS = 60_000;
const SUMMARY_AFTER_MS = 5_000;

/**
 * Calls in virtual time: nothing waits really, the clock is put forward. Takes 100 requests a minute, as
 * the API does, and lists calls newest first with their transcripts.
 */
export class SimulatedApi {
	readonly calls: SimulatedCall[] = [];

	requests = { dials: 0, lists: 0, singles: 0, assistants: 0 };

	/** Called before each dial; throw to end the process there. */
	beforeDial: () => void = () => {};

	/** Virtual times of the requests in the window. */
	private sentAt: number[] = [];

	/** @param seconds length of a call @param perMinute requests that a key may make */
	constructor(
		public now: number,
		private readonly seconds: (index: number) => number,
		private readonly perMinute = 100,
	) {}

	client({ NoLongerWanted }: Code): ApiClient {
		const send = async (request: ApiRequest): Promise<unknown> => {
			await Promise.resolve();
			this.takeTurn();
			if (request.isStillWanted?.() === false) throw new NoLongerWanted();
			this.sentAt.push(this.now);
			this.now += 200;
			return this.answer(request);
		};
		return { send, account: 'simulated', clock: { now: () => this.now } } as unknown as ApiClient;
	}

	/** How many calls go on at a time. */
	liveAt(time: number): number {
		return this.calls.filter(({ from, to }) => from <= time && time < to).length;
	}

	private takeTurn(): void {
		this.sentAt = this.sentAt.filter((at) => at > this.now - WINDOW_MS);
		if (this.sentAt.length < this.perMinute) return;
		this.now = this.sentAt[0] + WINDOW_MS;
		this.sentAt.shift();
	}

	private answer({ path, query, body }: ApiRequest): unknown {
		if (path === '/calls/outbound') return this.dial(String(body?.destination));
		if (path === '/calls') return this.list(query ?? {});
		const id = decodeURIComponent(path.split('/').pop() ?? '');
		this.requests.singles += 1;
		return this.row(this.calls.find((call) => call.id === id) ?? this.calls[0]);
	}

	private dial(destination: string): IDataObject {
		this.beforeDial();
		this.requests.dials += 1;
		const from = this.now;
		const call = {
			id: `call-_${destination}_${this.calls.length}`,
			destination,
			from,
			to: from + this.seconds(this.calls.length) * 1000,
		};
		this.calls.push(call);
		return { success: true, call_id: call.id, status: 'dialing' };
	}

	private list({ limit, offset, start_date: start }: IDataObject): IDataObject {
		this.requests.lists += 1;
		const since = Date.parse(String(start));
		let first = this.calls.length;
		while (first > 0 && this.calls[first - 1].from >= since) first -= 1;
		const total = this.calls.length - first;
		const end = this.calls.length - Number(offset);
		const shown = this.calls.slice(Math.max(first, end - Number(limit)), Math.max(first, end));
		return {
			calls: shown.reverse().map((call) => this.row(call)),
			pagination: { total, limit, offset },
		};
	}

	/** A row of its own each time, as out of an answer that was just parsed. */
	private row({ id, destination, from, to }: SimulatedCall): IDataObject {
		const isOver = this.now >= to;
		const isSummedUp = this.now >= to + SUMMARY_AFTER_MS;
		return {
			id,
			status: isOver ? 'ended' : 'in-progress',
			direction: 'outbound',
			caller_phone: destination,
			assistant_phone: '+31201234567',
			phone_number: '+31201234567',
			created_at: new Date(from).toISOString(),
			started_at: new Date(from + 4_000).toISOString(),
			ended_at: isOver ? new Date(to).toISOString() : null,
			summary: isSummedUp ? 'All is well.' : null,
			messages: isOver ? [{ role: 'user', content: `${TALK}${this.now}` }] : null,
		};
	}
}

/** Runs Start and Wait for people, in virtual time, to its end or until the process dies. */
export async function startAndWait(
	code: Code,
	api: SimulatedApi,
	phones: string[],
	options: IDataObject,
	record: (index: number, outcome: Outcome) => void,
): Promise<void> {
	const operation = code.call.operations.find(({ value }) => value === 'startAndWait');
	if (operation?.runBatch === undefined) throw new Error('There is no Start and Wait');
	const client = api.client(code);
	const context = contextOf(phones, options);
	const parts = { context, resource: code.call, operation, client, stopped: () => false };
	const items = phones.map((phone, index) => ({
		...code.itemRun(parts, { json: { phone } }, index, new Map<string, unknown>()),
		wait: async (ms: number) => {
			await Promise.resolve();
			api.now += ms;
		},
	}));
	// No mock of jest: it would remember each of a million calls.
	const localTime = Date.now;
	Date.now = () => api.now;
	try {
		await operation.runBatch(items, record);
	} finally {
		Date.now = localTime;
	}
}

/** Of n8n's functions those that starting calls uses. */
function contextOf(phones: string[], options: IDataObject): IExecuteFunctions {
	const values: IDataObject = {
		assistantMode: 'saved',
		assistantId: 'assistant-1',
		phoneNumberId: 'number-1',
		maxWaitMinutes: 15,
		simplify: true,
		options,
	};
	const context: Partial<IExecuteFunctions> = {
		getNodeParameter: ((name: string, index: number, fallback: unknown) => {
			if (name === 'destination') return phones[index];
			const path = name.split('.');
			let value: unknown = values;
			for (const part of path) value = (value as IDataObject | undefined)?.[part];
			return value ?? fallback;
		}) as IExecuteFunctions['getNodeParameter'],
		getTimezone: () => 'Europe/Amsterdam',
		getExecutionId: () => 'execution-1',
		getNode: () =>
			({ type: 'n8n-nodes-hmsovereign.hmsSovereign' }) as ReturnType<IExecuteFunctions['getNode']>,
		addExecutionHints: () => {},
		continueOnFail: () => true,
		logger: { info: () => {} } as unknown as IExecuteFunctions['logger'],
	};
	return context as IExecuteFunctions;
}

/** What came out for each item. */
export function resultsOf(): {
	record: (index: number, outcome: Outcome) => void;
	rows: Array<IDataObject | undefined>;
} {
	const rows: Array<IDataObject | undefined> = [];
	return {
		rows,
		record: (index, outcome) => {
			if ('error' in outcome && outcome.error instanceof Crash) throw outcome.error;
			rows[index] = 'error' in outcome ? { error: String(outcome.error) } : kept(outcome.items);
		},
	};
}

/** What tests look at: the transcripts of 10,000 calls would be the data itself. */
function kept([item]: INodeExecutionData[]): IDataObject {
	const { destination, outcome, skip_reason, next_allowed_at, finished } = item.json;
	return { destination, outcome, skip_reason, next_allowed_at, finished };
}

/** Memory that is really in use: what is garbage is collected first. */
export function megabytesInUse(): number {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
	return process.memoryUsage().heapUsed / 2 ** 20;
}
