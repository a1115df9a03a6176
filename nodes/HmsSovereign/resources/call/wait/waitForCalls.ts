import type { IDataObject } from 'n8n-workflow';

import { isApiFailure, type ApiFailure } from '../../../api/errors';
import { isOver } from '../../../callResult/status';
import { lookAtCalls, type OpenCall } from './readCalls';

/** The pauses between two looks: short calls are seen soon, long ones cost little. */
const PAUSE = { firstMs: 2_000, growth: 1.4, longestMs: 15_000 };

/** While a call is over and its summary is being written, which takes seconds. */
const PAUSE_FOR_SUMMARY_MS = 4_000;

/** A summary that has not come by then will not come, as for calls that are not summed up. */
const PATIENCE_FOR_SUMMARY_MS = 30_000;

export interface Waiting {
	/** Local time in milliseconds at which waiting ends. */
	deadline: number;
	/** Told as soon as a call is over and summed up. May throw to end the waiting. */
	ended: (call: OpenCall) => void;
	/** Told when the number of calls that go on has changed. */
	progress: (going: number) => void;
}

/**
 * Waits for calls, however many, until each is over or the deadline has passed; takes those that are
 * over out of `open`. A passing trouble with reading does not end the waiting: the calls go on as well.
 *
 * @throws ApiFailure when reading is refused, or still fails at the deadline; StoppedError
 */
export async function waitForCalls(
	open: Map<string, OpenCall>,
	{ deadline, ended, progress }: Waiting,
): Promise<void> {
	const [{ items }] = open.values();
	let trouble: ApiFailure | undefined;
	for (let round = 0; open.size > 0; round += 1) {
		const left = deadline - Date.now();
		if (left <= 0 && round > 0) break;
		await items[0].wait(Math.max(0, Math.min(left, pauseOf(round, open))));

		trouble = await look(open);
		const before = open.size;
		for (const call of [...open.values()].filter(isDone)) {
			open.delete(call.id);
			ended(call);
		}
		if (open.size < before && open.size > 0) progress(open.size);
	}
	if (open.size > 0 && trouble !== undefined) throw trouble;
}

function pauseOf(round: number, open: Map<string, OpenCall>): number {
	const pause = Math.min(PAUSE.longestMs, PAUSE.firstMs * PAUSE.growth ** round);
	const isAwaitingSummary = [...open.values()].some(({ overAt }) => overAt !== undefined);
	return isAwaitingSummary ? Math.min(pause, PAUSE_FOR_SUMMARY_MS) : pause;
}

/** @returns a failure that may pass */
async function look(open: Map<string, OpenCall>): Promise<ApiFailure | undefined> {
	const failure = await lookAtCalls(open).then(
		() => undefined,
		(error: unknown) => error,
	);
	if (failure === undefined || (isApiFailure(failure) && mayPass(failure))) return failure;
	throw failure;
}

function mayPass({ facts: { status } }: ApiFailure): boolean {
	// A 2xx is an answer that was no list, or could not be read.
	return status === undefined || status === 429 || status >= 500 || status < 300;
}

/** Over, and with its summary as far as one is to be expected: it follows the end by some seconds. */
function isDone(call: OpenCall): boolean {
	const { seen } = call;
	if (seen === undefined || !isOver(seen)) return false;
	call.overAt ??= Date.now();
	return !expectsSummary(seen) || Date.now() - call.overAt >= PATIENCE_FOR_SUMMARY_MS;
}

/** Only calls that were answered are summed up (API docs: End-of-call report). */
function expectsSummary({ summary, started_at: answeredAt }: IDataObject): boolean {
	return typeof answeredAt === 'string' && (summary === null || summary === undefined);
}
