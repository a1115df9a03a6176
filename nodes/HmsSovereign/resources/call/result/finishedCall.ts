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
	const call: IDataObject = withResult(seen ?? { id, status: 'dialing' });
	const names =
		item.parameter('simplify') === true ? KEPT.filter((name) => name in call) : Object.keys(call);
	const fields = names.map((name) => [name, call[name]]);
	const skip = skipOf(item);
	const skipped = skip === undefined ? {} : skippedFields(skip);
	return { json: { ...Object.fromEntries(fields), destination, finished, ...skipped } };
}
