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
