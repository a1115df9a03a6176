import type { IDataObject } from 'n8n-workflow';

import { callOutcome } from './outcome';
import { callTranscript } from './transcript';

/** A call as the API shows it, with `outcome` and `transcript` beside the API's own fields. */
export function withResult(call: IDataObject): IDataObject {
	return { ...call, outcome: callOutcome(call), transcript: callTranscript(call.messages) };
}
