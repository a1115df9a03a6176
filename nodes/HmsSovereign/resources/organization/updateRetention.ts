import { InputError } from '../../api/inputError';
import type { Field, Operation, RequestSpec } from '../../operation/operation';

/** A choice of days. Expressions may give them as text. */
function days(
	displayName: string,
	name: string,
	as: string,
	periods: number[],
	what: string,
): Field {
	return {
		displayName,
		name,
		type: 'options',
		options: periods.map((value) => ({ name: `${value} Days`, value })),
		default: 90,
		description: `How long to keep ${what}`,
		send: { in: 'body', as, isNeeded: true },
	};
}

const content = days(
	'Keep Content For',
	'contentRetentionDays',
	'content_retention_days',
	[30, 90, 180, 365],
	'transcripts, summaries, analysis results and recordings',
);

const metadata = days(
	'Keep Metadata For',
	'metadataRetentionDays',
	'metadata_retention_days',
	[30, 90, 180, 365, 730],
	"callers' numbers, links to campaigns and events of calls; at least as long as content",
);

/** Content may never be kept longer than metadata (API docs: Update organization). */
const refuseLongerContent: RequestSpec['check'] = ({ body }) => {
	if (Number(body.content_retention_days) <= Number(body.metadata_retention_days)) return;
	throw new InputError(
		`'${content.displayName}' must not be longer than '${metadata.displayName}'`,
		`Content cannot be kept for ${String(body.content_retention_days)} days when metadata is deleted after ${String(body.metadata_retention_days)}.`,
	);
};

/** PATCH /organizations: both periods at once, since they depend on each other. */
export const updateRetention: Operation = {
	name: 'Update Retention',
	value: 'updateRetention',
	action: 'Update how long data is kept',
	description: 'Set how long HMS Sovereign keeps call data before it deletes it',
	request: { method: 'PATCH', path: '/organizations', check: refuseLongerContent },
	fields: [content, metadata],
};
