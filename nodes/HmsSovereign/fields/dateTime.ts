import type { Field } from '../operation/operation';
import { toIsoTime } from './values/dateTime';

/**
 * A moment to filter by. n8n's date picker gives local time without a zone, which means the workflow's.
 *
 * @param as the API's query parameter, ISO 8601
 * @param end whether a day without a time means its end
 */
function moment(
	displayName: string,
	name: string,
	as: string,
	description: string,
	end = false,
): Field {
	return {
		displayName,
		name,
		type: 'dateTime',
		default: '',
		description,
		send: {
			in: 'query',
			as,
			value: (entered, { context }) => toIsoTime(entered, { zone: context.getTimezone(), end }),
		},
	};
}

/** Filters of the lists that the API can cut to a period (API docs: Calls, Usage). */
export const period: Field[] = [
	moment('From', 'startDate', 'start_date', 'Only what began at or after this time'),
	moment(
		'To',
		'endDate',
		'end_date',
		'Only what began at or before this time; a day without a time counts whole',
		true,
	),
];
