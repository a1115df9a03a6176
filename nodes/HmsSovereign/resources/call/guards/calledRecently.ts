import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { ApiRequest } from '../../../api/request';
import { InputError } from '../../../api/inputError';
import { pages } from '../../../api/pages';
import type { Field, ItemRun } from '../../../operation/operation';

/** How long the list is believed. Other workflows call people too, and a request a minute costs little. */
const REFRESH_MS = 60_000;

/** How far the local clock may be ahead of the API's before an earlier call is missed. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** An option for each operation that dials. */
export const skipIfCalledWithin: Field = {
	displayName: 'Skip If Called Within (Minutes)',
	name: 'skipIfCalledWithin',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 60,
	description:
		'A number that your organization has called within this time is not called again, whatever became of that call. The earlier call comes out instead, with "skipped" true. Protects people when a workflow runs twice.',
};

/** What was called lately, as one run of the node knows it. */
interface RecentCalls {
	minutes: number;
	/** Local time in milliseconds at which the list was read. */
	readAt: number;
	/** The last call to each number, by its digits: from the list, and what this run dialled itself. */
	byNumber: Map<string, IDataObject>;
}

const knownTo = new WeakMap<IExecuteFunctions, RecentCalls>();

/**
 * The last call to a number within the time that the option says (API docs: List calls).
 *
 * @returns the call as the API shows it, or undefined: nobody called it, or the option is off
 * @throws InputError for an option that is no time; ApiFailure
 */
export async function recentCallTo(
	destination: unknown,
	item: ItemRun,
): Promise<IDataObject | undefined> {
	const minutes = minutesOf(item);
	if (minutes === undefined) return undefined;
	const known = knownTo.get(item.context);
	const isFresh = known?.minutes === minutes && Date.now() - known.readAt < REFRESH_MS;
	const { byNumber } = isFresh ? known : await read(item, minutes, known?.byNumber);
	const call = byNumber.get(digitsOf(destination));
	return call !== undefined && madeAt(call) >= Date.now() - minutes * 60_000 ? call : undefined;
}

/** Takes down what was dialled, so that the same number further down the input is not called again. */
export function noteCall(
	destination: unknown,
	{ call_id: id, status }: IDataObject,
	item: ItemRun,
): void {
	const call = { id, status, created_at: new Date().toISOString() };
	knownTo.get(item.context)?.byNumber.set(digitsOf(destination), call);
}

/** Has the list read again before the next dial: the API knows whether the last one was made. */
export function forgetRecentCalls({ context }: ItemRun): void {
	const known = knownTo.get(context);
	if (known !== undefined) known.readAt = 0;
}

function minutesOf(item: ItemRun): number | undefined {
	const entered = item.parameter('options.skipIfCalledWithin');
	if (entered === undefined) return undefined;
	const minutes = Number(entered);
	if (minutes > 0) return minutes;
	throw new InputError(
		`'${skipIfCalledWithin.displayName}': "${String(entered)}" is not a number of minutes above 0`,
	);
}

/** @param byNumber is kept: the API's list may not have yet what was just dialled */
async function read(
	item: ItemRun,
	minutes: number,
	byNumber = new Map<string, IDataObject>(),
): Promise<RecentCalls> {
	const readAt = Date.now();
	const start = new Date(readAt - minutes * 60_000 - CLOCK_TOLERANCE_MS).toISOString();
	const request: ApiRequest = { method: 'GET', path: '/calls', query: { start_date: start } };
	for await (const rows of pages(item.send, request, { key: 'calls' })) {
		for (const row of rows.filter(isCallOut)) {
			for (const number of numbersCalled(row)) keepLater(byNumber, number, row);
		}
	}
	const recent = { minutes, readAt, byNumber };
	knownTo.set(item.context, recent);
	return recent;
}

/** Calls that say nothing of their direction count, too: it is better not to call than to call twice. */
function isCallOut({ direction }: IDataObject): boolean {
	return direction !== 'inbound' && direction !== 'web';
}

/** One of the two numbers is the one called, the other one's own; the docs do not say which is which. */
function numbersCalled(call: IDataObject): string[] {
	const both = [digitsOf(call.caller_phone), digitsOf(call.assistant_phone)];
	return both.filter((number) => number !== digitsOf(call.phone_number));
}

function keepLater(calls: Map<string, IDataObject>, number: string, call: IDataObject): void {
	const known = calls.get(number);
	if (known === undefined || madeAt(known) < madeAt(call)) calls.set(number, call);
}

/** Milliseconds; a call without a time counts as made now. */
function madeAt({ created_at: createdAt, started_at: startedAt }: IDataObject): number {
	const time = Date.parse(String(createdAt ?? startedAt));
	return Number.isNaN(time) ? Infinity : time;
}

function digitsOf(number: unknown): string {
	return String(number ?? '').replace(/\D/g, '');
}
