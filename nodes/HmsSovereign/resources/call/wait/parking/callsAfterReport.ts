import type { IDataObject } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { isObject } from '../../../../api/json';
import type { ReportInHand } from '../../../../operation/operation';
import { isOverNow, isSummedUp } from '../over';
import { readCalls, type KnownCall } from '../readCalls';

/** How often the calls are looked at again when the API does not show yet what the report says. */
const LOOKS = 3;

const PAUSE_MS = 1_000;

/**
 * The calls for which an execution waits, once the report of one of them has come.
 *
 * @param stored the calls as they were seen last, with `id` and `created_at`
 * @returns them all by ID when they are all over and summed up; undefined: at least one goes on
 * @throws ApiFailure
 */
export async function callsAfterReport(
	stored: IDataObject[],
	{ send, report }: Pick<ReportInHand, 'send' | 'report'>,
): Promise<Map<string, IDataObject> | undefined> {
	const calls = new Map(stored.map((seen) => [String(seen.id), known(seen)]));
	const reported = calls.get(idIn(report) ?? '');
	for (let look = 1; ; look += 1) {
		await readCalls(calls, send);
		if (reported !== undefined && !isDone(reported)) {
			// What was reported has happened, even if the API's records are a moment late.
			reported.seen = { ...reported.seen, ...callIn(report) };
		}
		const open = [...calls.values()].filter((call) => call !== reported && !isDone(call));
		if (open.length === 0) return new Map([...calls].map(([id, { seen = {} }]) => [id, seen]));
		// The report is of one of these, but names it in another way.
		if (reported !== undefined || look === LOOKS) return undefined;
		await sleep(PAUSE_MS);
	}
}

function known(seen: IDataObject): KnownCall {
	const madeAt = Date.parse(String(seen.created_at));
	return { id: String(seen.id), seen, madeAt, openedAt: Date.now() };
}

function isDone(call: KnownCall): boolean {
	if (!isOverNow(call)) return false;
	const endedAt = Date.parse(String(call.seen?.ended_at));
	return isSummedUp(call, Number.isNaN(endedAt) ? 0 : Date.now() - endedAt);
}

function idIn({ call }: IDataObject): string | undefined {
	return isObject(call) && typeof call.id === 'string' ? call.id : undefined;
}

/** A report's message in the fields of a call (API docs: End-of-call report, Calls). */
function callIn({ call, analysis, ...message }: IDataObject): IDataObject {
	const names = [
		'started_at',
		'ended_at',
		'end_reason',
		'duration_seconds',
		'summary',
		'messages',
		'recording_url',
	];
	const told = names.filter((name) => message[name] !== undefined);
	return {
		...Object.fromEntries(told.map((name) => [name, message[name]])),
		...(analysis !== undefined && { analysis_result: analysis }),
		status: isObject(call) && typeof call.status === 'string' ? call.status : 'ended',
	};
}
