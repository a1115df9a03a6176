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
