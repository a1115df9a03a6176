import type { IDataObject } from 'n8n-workflow';

import type { Skip } from './guard';

/** What the output says of a number that is not called on purpose. */
export function skippedFields({ reason, nextAllowedAt }: Skip): IDataObject {
	return {
		skipped: true,
		skip_reason: reason,
		...(nextAllowedAt !== undefined && { next_allowed_at: isoTime(nextAllowedAt) }),
	};
}

/** @param ms since 1970 */
export function isoTime(ms: number): string {
	return new Date(ms).toISOString();
}
