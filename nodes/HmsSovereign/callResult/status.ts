import type { IDataObject } from 'n8n-workflow';

/** Statuses of a call that goes on; `dialing` is what starting a call answers (API docs: Calls). */
const LIVE = ['dialing', 'connecting', 'ringing', 'in-progress'];

/** Statuses after which nothing follows (API docs: Calls). */
const FINAL = [
	'ended',
	'ended-with-error',
	'transferred',
	'failed',
	'rejected',
	'insufficient-credits',
];

/** Whether a status is one of a call that goes on. */
export function isLive(status: unknown): boolean {
	return LIVE.includes(String(status));
}

/** Whether a call is over. The API may have further statuses: then the time of its end decides. */
export function isOver({ status, ended_at: endedAt }: IDataObject): boolean {
	if (FINAL.includes(String(status))) return true;
	return !isLive(status) && typeof endedAt === 'string' && endedAt !== '';
}

/** Whether a call that is over may still get its summary: only calls that were answered are summed up (API docs: End-of-call report). */
export function awaitsSummary({ summary, started_at: answeredAt }: IDataObject): boolean {
	return typeof answeredAt === 'string' && (summary === null || summary === undefined);
}
