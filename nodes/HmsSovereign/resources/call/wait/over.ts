import type { IDataObject } from 'n8n-workflow';

import { isOver } from '../../../callResult/status';
import type { KnownCall } from './readCalls';

/** A summary that has not come by then will not come, as for calls that are not summed up. */
const PATIENCE_FOR_SUMMARY_MS = 30_000;

/** Whether a call was seen to be over. */
export function isOverNow({ seen }: KnownCall): boolean {
	return seen !== undefined && isOver(seen);
}

/**
 * Whether a call that is over has its summary, as far as one is to be expected: it follows the end by
 * some seconds.
 *
 * @param overMs how long it has been over
 */
export function isSummedUp({ seen = {} }: Pick<KnownCall, 'seen'>, overMs: number): boolean {
	return !expectsSummary(seen) || overMs >= PATIENCE_FOR_SUMMARY_MS;
}

/** Only calls that were answered are summed up (API docs: End-of-call report). */
function expectsSummary({ summary, started_at: answeredAt }: IDataObject): boolean {
	return typeof answeredAt === 'string' && (summary === null || summary === undefined);
}
