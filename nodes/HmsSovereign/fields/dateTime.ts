import { tryToParseDateTime } from 'n8n-workflow';

import type { Field, ItemRun } from '../operation/operation';

/**
 * A moment to filter by. n8n's date picker gives local time without a zone, which means the workflow's.
 *
 * @param as the API's query parameter, ISO 8601
 */
export function moment(displayName: string, name: string, as: string, description: string): Field {
	return {
		displayName,
		name,
		type: 'dateTime',
		default: '',
		description,
		send: { in: 'query', as, value: (entered, item) => toIsoTime(entered, item) },
	};
}

/** Filters of the lists that the API can cut to a period (API docs: Calls, Usage). */
export const period: Field[] = [
	moment('From', 'startDate', 'start_date', 'Only what began at or after this time'),
	moment('To', 'endDate', 'end_date', 'Only what began at or before this time'),
];

function toIsoTime(entered: unknown, item: ItemRun): string | undefined {
	if (entered === '' || entered === undefined) return undefined;
	return readTime(entered, item.context.getTimezone()).toUTC().toISO() ?? undefined;
}

function readTime(entered: unknown, zone: string) {
	try {
		return tryToParseDateTime(entered, zone);
	} catch {
		throw notATime(entered);
	}
}

function notATime(entered: unknown): Error {
	return new Error(
		`"${String(entered)}" is not a date and time. Use a form such as 2026-01-31T09:00:00.`,
	);
}
