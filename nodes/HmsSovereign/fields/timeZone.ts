import type { Field, ItemRun } from '../operation/operation';

/** n8n evaluates it to the workflow's own zone, and the editor shows the result. */
const WORKFLOW_ZONE = '={{ $now.zoneName }}';

/**
 * A time zone from a searchable list or by its name. It starts as an expression for the workflow's own
 * zone, so that people see which one it is before anybody is called at night.
 *
 * @param what `of the two times`
 */
export function timeZoneField(name: string, what: string): Omit<Field, 'send'> {
	return {
		displayName: 'Time Zone',
		name,
		type: 'resourceLocator',
		default: { __rl: true, mode: 'id', value: WORKFLOW_ZONE },
		description: `Time zone ${what}`,
		hint: "Unless you choose another one: the time zone in this workflow's settings, or else n8n's own (GENERIC_TIMEZONE)",
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Choose…',
				typeOptions: { searchListMethod: 'searchTimeZones', searchable: true },
			},
			{ displayName: 'Name', name: 'id', type: 'string', placeholder: 'e.g. Europe/Amsterdam' },
		],
	};
}

/**
 * Reads a time zone.
 *
 * @returns the IANA name; the workflow's own zone when nothing was entered
 * @throws Error for a zone that does not exist
 */
export function toTimeZone(entered: unknown, item: ItemRun): string {
	const text = String(entered ?? '').trim();
	if (text === '') return item.context.getTimezone();
	if (!isTimeZone(text)) {
		throw new Error(`"${text}" is not a time zone. Use a name such as Europe/Amsterdam.`);
	}
	return text;
}

function isTimeZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		// Offsets such as +01:00 get this far, but the API wants names.
		return /^[A-Za-z]/.test(name);
	} catch {
		return false;
	}
}
