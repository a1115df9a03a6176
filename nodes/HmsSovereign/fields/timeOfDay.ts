import type { ItemRun } from '../operation/operation';

const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/**
 * Reads a time of day. The API wants seconds as well (API docs: Campaigns), people leave them out.
 *
 * @returns `HH:MM:SS`; undefined when nothing was entered
 * @throws Error for `9:00`, which could be meant otherwise, and for all that is no time
 */
export function toTimeOfDay(entered: unknown): string | undefined {
	const text = String(entered ?? '').trim();
	if (text === '') return undefined;
	const [, , seconds] = TIME.exec(text) ?? refuse(text);
	return seconds === undefined ? `${text}:00` : text;
}

function refuse(text: string): never {
	throw new Error(
		`"${text}" is not a time of day. Use two digits each for hours and minutes, such as 09:00 or 17:30.`,
	);
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
