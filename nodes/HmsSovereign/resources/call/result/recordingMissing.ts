import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../api/inputError';
import { isOver } from '../../../callResult/status';

/** The shortest time for which an organization can keep recordings (API docs: Update organization). */
const SHORTEST_RETENTION_MS = 30 * 24 * 60 * 60 * 1000;

/** Why a call has no link to a recording, as far as the call tells. */
export function recordingMissing(id: string, call: IDataObject): InputError {
	if (!isOver(call)) {
		return new InputError(
			`Call "${id}" has no recording yet: it is not over (status "${String(call.status)}")`,
			'Run this after the end of the call, for example from an HMS Sovereign Trigger on its end-of-call report, or after Start and Wait.',
		);
	}
	const endedAt = Date.parse(String(call.ended_at ?? call.created_at));
	if (Date.now() - endedAt > SHORTEST_RETENTION_MS) {
		return new InputError(
			`Call "${id}" has no recording: it was probably erased by the retention setting of your organization`,
			'Recordings are kept for 30 to 365 days. Download them soon after the end of a call, or change the setting with Organization: Update Retention.',
		);
	}
	return new InputError(
		`Call "${id}" has no recording`,
		'A recording follows shortly after the end of a call. There is none when nobody answered, when the caller did not agree to it, or when the assistant does not record, as in GDPR mode.',
	);
}
