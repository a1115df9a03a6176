import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { pages } from '../../../api/pages';
import type { ApiRequest } from '../../../api/request';
import { listedE164 } from '../../../fields/values/phoneNumber';
import type { ItemRun } from '../../../operation/operation';
import { CLOCK_TOLERANCE_MS } from '../result/clockTolerance';
import type { EarlierCall } from './guard';

/** How long the list is believed. Other workflows call people too, and three requests a minute cost little. */
const REFRESH_MS = 20_000;

/** What was called lately by the API's list, as one run of the node knows it. */
interface RecentCalls {
	windowMs: number;
	/** When the list was read, by the local clock and by the API's, in milliseconds. */
	readAt: number;
	readAtApi: number;
	/** The last call to each number, by E.164. */
	byNumber: Map<string, EarlierCall>;
}

const knownTo = new WeakMap<IExecuteFunctions, RecentCalls>();

/**
 * The last call to a number that the API's list knows (API docs: List calls).
 *
 * @param number E.164
 * @param windowMs how far back it must be known; what is a little older may come out, too
 * @param readAfter local time in milliseconds; a list that was read before it is read again
 * @throws ApiFailure
 */
export async function listedCallTo(
	number: string,
	item: ItemRun,
	windowMs: number,
	{ readAfter = 0 }: { readAfter?: number },
): Promise<EarlierCall | undefined> {
	const known = knownTo.get(item.context);
	const usable = known?.windowMs === windowMs ? known : undefined;
	const isFresh =
		usable !== undefined && Date.now() - usable.readAt < REFRESH_MS && usable.readAt >= readAfter;
	const { byNumber } = isFresh ? usable : await read(item, windowMs, usable);
	return byNumber.get(number);
}

/** Reads what is new since the last time, and a little more: the list may come late. */
async function read(
	item: ItemRun,
	windowMs: number,
	last: RecentCalls | undefined,
): Promise<RecentCalls> {
	const readAt = Date.now();
	const byNumber = new Map(last?.byNumber);
	const from = () => (last?.readAtApi ?? item.apiTime() - windowMs) - CLOCK_TOLERANCE_MS;
	let start: number;
	let readAtApi: number;
	do {
		start = from();
		readAtApi = item.apiTime();
		await readFrom(start, item, byNumber);
		// The first answer tells the API's time. If the local clock is far ahead, the start was too late.
	} while (start - from() > CLOCK_TOLERANCE_MS);
	for (const [number, { at }] of byNumber) {
		if (at <= item.apiTime() - windowMs - CLOCK_TOLERANCE_MS) byNumber.delete(number);
	}
	const recent = { windowMs, readAt, readAtApi: Math.min(readAtApi, item.apiTime()), byNumber };
	knownTo.set(item.context, recent);
	return recent;
}

async function readFrom(
	start: number,
	item: ItemRun,
	byNumber: Map<string, EarlierCall>,
): Promise<void> {
	const query = { start_date: new Date(start).toISOString() };
	const request: ApiRequest = { method: 'GET', path: '/calls', query };
	for await (const rows of pages(item.send, request, { key: 'calls' })) {
		for (const row of rows.filter(isCallOut)) {
			for (const number of numbersCalled(row)) keepLater(byNumber, number, listed(row));
		}
	}
}

/** Only what is needed: rows have whole transcripts. A call without a time counts as made just now. */
function listed({ id, status, created_at, started_at }: IDataObject): EarlierCall {
	const time = Date.parse(String(created_at ?? started_at));
	return { id, status, at: Number.isNaN(time) ? Infinity : time };
}

/** Calls that say nothing of their direction count, too: it is better not to call than to call twice. */
function isCallOut({ direction }: IDataObject): boolean {
	return direction !== 'inbound' && direction !== 'web';
}

/** One of the two numbers is the one called, the other one's own; the docs do not say which is which. */
function numbersCalled(call: IDataObject): string[] {
	const own = numberOf(call.phone_number);
	return [call.caller_phone, call.assistant_phone].map(numberOf).filter((number) => number !== own);
}

function keepLater(calls: Map<string, EarlierCall>, number: string, call: EarlierCall): void {
	const known = calls.get(number);
	if (known === undefined || known.at <= call.at) calls.set(number, call);
}

/** The number as E.164, however it is spelled; its digits where that cannot be told. */
function numberOf(listed: unknown): string {
	return listedE164(listed) ?? `+${String(listed ?? '').replace(/\D/g, '')}`;
}
