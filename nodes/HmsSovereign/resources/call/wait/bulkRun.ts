import type { INodeExecutionData } from 'n8n-workflow';

import { ApiFailure, isApiFailure } from '../../../api/errors';
import { InputError } from '../../../api/inputError';
import type { ItemRun, RecordOutcome } from '../../../operation/operation';
import { skippedFields } from '../guards/skipped';
import type { BodyOf } from '../start/dial';
import { openCall, openedBefore, type OpenCall } from './openCall';
import { isOverNow, isSummedUp } from './over';
import { Pace } from './pace';
import { readCalls } from './readCalls';

/** Calls on which people talk for so long are not about to end. */
const TALKS_ON_MS = 5_000;

/** The execution can be put to wait. */
const PARKED = Symbol('parked');

export interface BulkRunOptions {
	/** How long to wait for the calls to end, from the last dial on, in milliseconds. */
	waitMs: number;
	/** How many calls of this run may be live at the same time. */
	atOnce: number;
	/** Makes the request's body for each call. */
	bodyOf: BodyOf;
	/** An item's output for its call; `finished` is false when the wait ended before the call did. */
	output: (call: OpenCall, item: ItemRun, finished: boolean) => INodeExecutionData;
	/** Whether the execution may be put to wait: every call then tells its end to it. */
	mayPark: boolean;
	/** Told whenever the number of calls that go on has changed. */
	progress: (going: number, opened: number, waiting: number) => void;
	/** Told the calls that were still going on at the end of the wait. */
	stillGoing: (calls: OpenCall[]) => void;
}

/** Dials items one after another, as many at once as allowed, and follows all their calls to the end. */
export class BulkRun {
	private readonly open = new Map<string, OpenCall>();

	private readonly queue: ItemRun[];

	private readonly pace = new Pace();

	private opened = 0;

	private lastOpenedAt = 0;

	constructor(
		items: ItemRun[],
		private readonly record: RecordOutcome,
		private readonly options: BulkRunOptions,
	) {
		// What an earlier try of Retry On Fail dialled is waited for, and takes its place before anything else.
		for (const call of items.map(openedBefore)) if (call !== undefined) this.follow(call);
		this.queue = items.filter((item) => openedBefore(item) === undefined).reverse();
	}

	/**
	 * @returns until when the execution is to wait for the calls that go on; undefined: this was all
	 * @throws what `record` throws
	 */
	async run(): Promise<Date | undefined> {
		const failure = await this.toTheEnd();
		const going = [...this.open.values()];
		if (failure === PARKED) {
			for (const call of going) this.putOut(call, false);
			return new Date(this.deadline());
		}
		for (const call of going) {
			if (failure === undefined) this.putOut(call, false);
			else for (const { index } of call.items) this.record(index, { error: about(failure, call) });
		}
		if (failure === undefined && going.length > 0) this.options.stillGoing(going);
		for (const { index } of this.queue.reverse()) {
			this.record(index, { error: notDialled(failure, this.options.atOnce) });
		}
		return undefined;
	}

	/**
	 * @returns why the calls cannot be followed any longer; undefined when all are over, or time is up;
	 *   PARKED when the execution can be put to wait for the rest
	 */
	private async toTheEnd(): Promise<unknown> {
		let trouble: ApiFailure | undefined;
		for (let isFirst = true; ; isFirst = false) {
			if (trouble === undefined) await this.dialWhatFits();
			const [call] = this.open.values();
			if (call === undefined) return undefined;
			if (this.canPark(trouble)) return PARKED;
			const left = this.deadline() - Date.now();
			if (left <= 0 && !isFirst) return trouble;
			try {
				const pause = this.pace.pause(this.queue.length > 0, this.open);
				await call.items[0].wait(Math.max(0, Math.min(left, pause)));
				await readCalls(this.open, call.items[0].send);
				trouble = undefined;
			} catch (error) {
				if (!isApiFailure(error) || !mayPass(error)) return error;
				trouble = error;
			}
			this.settle();
		}
	}

	private async dialWhatFits(): Promise<void> {
		while (this.live() < this.options.atOnce) {
			const item = this.queue.pop();
			if (item === undefined) return;
			await this.dial(item);
		}
	}

	private async dial(item: ItemRun): Promise<void> {
		const call = await openCall(item, this.options.bodyOf).catch((error: unknown) => {
			this.record(item.index, { error });
			return undefined;
		});
		if (call === undefined) return;
		if ('id' in call) {
			this.follow(call);
			return;
		}
		const { destination, skip } = call;
		this.record(item.index, { items: [{ json: { destination, ...skippedFields(skip) } }] });
	}

	private follow(call: OpenCall): void {
		const known = this.open.get(call.id);
		if (known === undefined) {
			this.open.set(call.id, call);
			this.opened += 1;
		} else {
			known.items.push(...call.items);
		}
		this.lastOpenedAt = Math.max(this.lastOpenedAt, call.openedAt);
	}

	/** Calls of this run that are not known to be over. */
	private live(): number {
		let live = 0;
		for (const { isOurs, overAt } of this.open.values()) {
			if (isOurs && overAt === undefined) live += 1;
		}
		return live;
	}

	/** Puts out what is over and summed up. A call that is over makes room for the next at once. */
	private settle(): void {
		const before = this.open.size;
		const now = Date.now();
		for (const call of [...this.open.values()]) {
			if (call.seen?.status === 'in-progress') call.answeredAt ??= now;
			if (!isOverNow(call)) continue;
			if (call.overAt === undefined) {
				call.overAt = now;
				if (call.isOurs) this.pace.callEnded(now - call.openedAt);
			}
			if (!isSummedUp(call, now - call.overAt)) continue;
			this.open.delete(call.id);
			this.putOut(call, true);
		}
		const { size } = this.open;
		if (size < before && size > 0) this.options.progress(size, this.opened, this.queue.length);
	}

	private deadline(): number {
		return this.lastOpenedAt + this.options.waitMs;
	}

	/**
	 * Right after a look at the calls, with nobody left to dial, and only when people are talking on all
	 * of them: a call that nobody answers sends no report, and one that is about to end would send its
	 * report before n8n has saved the execution, which n8n refuses. Calls made earlier report elsewhere.
	 */
	private canPark(trouble: unknown): boolean {
		const settledBy = Date.now() - TALKS_ON_MS;
		return (
			this.options.mayPark &&
			trouble === undefined &&
			this.queue.length === 0 &&
			[...this.open.values()].every(
				({ isOurs, answeredAt = Infinity, overAt }) =>
					isOurs && overAt === undefined && answeredAt <= settledBy,
			)
		);
	}

	private putOut(call: OpenCall, finished: boolean): void {
		for (const item of call.items) {
			this.record(item.index, { items: [this.options.output(call, item, finished)] });
		}
	}
}

/** A passing trouble with reading does not end the waiting: the calls go on as well. */
function mayPass({ facts: { status } }: ApiFailure): boolean {
	// A 2xx is an answer that was no list, or could not be read.
	return status === undefined || status === 429 || status >= 500 || status < 300;
}

/** A failure to read a call must name it: it was dialled, and only its end is not known. */
function about(failure: unknown, { id }: OpenCall): unknown {
	if (!isApiFailure(failure)) return failure;
	const { facts } = failure;
	return new ApiFailure({
		...facts,
		message: `Call "${id}" was started, but how it went could not be read: ${facts.message}`,
		advice: `${facts.advice} Then read the call with Call: Get; starting it again would call the person twice.`,
	});
}

/** What an item gets that was never dialled, since no call before it made room. */
function notDialled(failure: unknown, atOnce: number): unknown {
	if (failure === undefined) {
		return new InputError(
			`Not called: the ${atOnce} calls that 'Calls at Once' allows were still going on at the end of 'Maximum Wait (Minutes)'`,
			'Run the node again for this item when those calls are over, or enter a longer wait.',
		);
	}
	if (!isApiFailure(failure)) return failure;
	const { facts } = failure;
	const message = `Not called, since how the calls before went could not be read: ${facts.message}`;
	return new ApiFailure({ ...facts, message });
}
