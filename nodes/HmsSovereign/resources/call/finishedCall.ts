import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { OpenCall } from './lookAtCalls';
import { simplified } from './simplified';

/** What people wait for, beside what Simplify keeps of any call. */
const KEPT = [...simplified, 'ended_at', 'messages', 'recording_url'];

/**
 * The output for a call: as the API showed it last, and whether it is over.
 *
 * @param finished false when the wait ended before the call did
 */
export function finishedCall({ id, seen, item }: OpenCall, finished: boolean): INodeExecutionData {
	const call: IDataObject = seen ?? { id, status: 'dialing' };
	const names =
		item.parameter('simplify') === true ? KEPT.filter((name) => name in call) : Object.keys(call);
	const fields = names.map((name) => [name, call[name]]);
	return { json: { ...Object.fromEntries(fields), finished } };
}
