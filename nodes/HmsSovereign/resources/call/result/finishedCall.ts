import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { withResult } from '../../../callResult/withResult';
import type { ItemRun } from '../../../operation/operation';
import { skippedFields } from '../guards/skipped';
import { skipOf, type OpenCall } from '../wait/openCall';
import { simplified } from './simplified';

/** What people wait for, beside what Simplify keeps of any call. */
const KEPT = [...simplified, 'messages', 'recording_url'];

/**
 * An item's output for its call: as the API showed it last, and whether it is over.
 *
 * @param finished false when the wait ended before the call did
 */
export function finishedCall(
	{ id, destination, seen }: OpenCall,
	item: ItemRun,
	finished: boolean,
): INodeExecutionData {
	const call = shownCall(seen ?? { id, status: 'dialing' }, item.parameter('simplify') === true);
	const skip = skipOf(item);
	const skipped = skip === undefined ? {} : skippedFields(skip);
	return { json: { ...call, destination, finished, ...skipped } };
}

/** A call with its outcome and transcript; with Simplify on, only what people wait for. */
export function shownCall(seen: IDataObject, simplify: boolean): IDataObject {
	const call: IDataObject = withResult(seen);
	if (!simplify) return call;
	const names = KEPT.filter((name) => name in call);
	return Object.fromEntries(names.map((name) => [name, call[name]]));
}
