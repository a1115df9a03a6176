import { tryToParseDateTime } from 'n8n-workflow';

import { isMoment } from './data';
import { isEmpty, kindOf } from './text';

/** What is meant when a day is entered without a time. */
export interface DayMeans {
	/** IANA name of the zone that times without one are in. */
	zone: string;
	/** The day's last millisecond instead of its first. */
	end?: boolean;
}

type DateTime = ReturnType<typeof tryToParseDateTime>;

const ISO =
	/^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** What JavaScript makes of a Date that is put into a text, and the form of emails. */
const IN_WORDS =
	/^[A-Z][a-z]{2},? (?:([A-Z][a-z]{2}) (\d\d)|(\d\d?) ([A-Z][a-z]{2})) (\d{4}) (\d\d:\d\d:\d\d) (?:GMT|UTC)?([+-]\d{4})?/;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Numbers that stand for moments cannot be taken for one another: 1954 to 2119, 1973 to 2286, 1973 on. */
const SERIALS = { from: 20_000, to: 80_000 };
const SECONDS = { from: 1e8, to: 1e10 };
const MILLISECONDS = { from: 1e11, to: 1e13 };

/** Day 0 of spreadsheets. */
const SERIAL_START = Date.UTC(1899, 11, 30);

/**
 * Reads a moment: ISO 8601, n8n's date picker and date functions, a Date, Unix time in seconds or
 * milliseconds, or a spreadsheet's number.
 *
 * @returns ISO 8601 in UTC; undefined when nothing was entered
 * @throws Error for a day that does not exist or could be another one
 */
export function toIsoTime(entered: unknown, day: DayMeans): string | undefined {
	const tidy = typeof entered === 'string' ? entered.replace(/\p{Cf}/gu, '').trim() : entered;
	if (isEmpty(tidy)) return undefined;
	return read(tidy, day).toUTC().toISO() ?? undefined;
}

function read(entered: unknown, day: DayMeans): DateTime {
	if (isMoment(entered)) return ofUnixTime(entered.valueOf(), day);
	const isNumeric = typeof entered === 'string' && /^\d+(\.\d+)?$/.test(entered);
	if (typeof entered === 'number' || isNumeric) return ofNumber(Number(entered), day);
	if (typeof entered !== 'string') throw notATime(`This is ${kindOf(entered)}, which`);
	return ofText(entered, day);
}

function ofText(text: string, day: DayMeans): DateTime {
	const [, year, month, date, time, offset = ''] = ISO.exec(text) ?? wordsOf(text) ?? refuse(text);
	const isoDay = `${year}-${month}-${date}`;
	if (!exists(Number(year), Number(month), Number(date))) {
		throw new Error(`"${text}" is a day that does not exist`);
	}
	if (time === undefined) return ofDay(isoDay, day);
	return valid(text, `${isoDay}T${time.replace(',', '.')}${offset.toUpperCase()}`, day);
}

/** The parts as the ISO form has them. */
function wordsOf(text: string): Array<string | undefined> | undefined {
	const parts = IN_WORDS.exec(text);
	if (parts === null) return undefined;
	const [, month1, date1, date2, month2, year, time, offset = '+0000'] = parts;
	const month = MONTHS.indexOf(month1 ?? month2) + 1;
	const date = (date1 ?? date2).padStart(2, '0');
	return [text, year, String(month).padStart(2, '0'), date, time, offset];
}

function refuse(text: string): never {
	const isAmbiguous = /^\d\d?[/.-]\d\d?[/.-]\d\d(\d\d)?\b/.test(text);
	if (isAmbiguous) {
		throw new Error(
			`"${text}" can be two days, since countries write day and month in different order. Use a form such as 2026-01-31.`,
		);
	}
	throw notATime(`"${text}"`);
}

function notATime(what: string): Error {
	return new Error(`${what} is not a date and time. Use a form such as 2026-01-31T09:00:00.`);
}

function ofNumber(value: number, day: DayMeans): DateTime {
	const isIn = ({ from, to }: { from: number; to: number }) => value >= from && value < to;
	if (isIn(SECONDS)) return ofUnixTime(value * 1000, day);
	if (isIn(MILLISECONDS)) return ofUnixTime(value, day);
	if (!isIn(SERIALS)) throw notATime(`"${value}"`);
	const local = new Date(SERIAL_START + Math.round(value * 86_400) * 1000).toISOString();
	if (Number.isInteger(value)) return ofDay(local.slice(0, 10), day);
	return valid(String(value), local.replace(/\.\d+Z$/, ''), day);
}

function ofUnixTime(ms: number, day: DayMeans): DateTime {
	if (Number.isNaN(ms)) throw new Error('This is an invalid date.');
	return valid(String(ms), new Date(ms).toISOString(), day);
}

function ofDay(isoDay: string, day: DayMeans): DateTime {
	const start = valid(isoDay, isoDay, day);
	if (day.end !== true) return firstOf(start);
	return firstOf(start.plus({ days: 1 })).minus({ milliseconds: 1 });
}

/** The day's first moment, also where clocks go back at midnight, so that 0:00 comes twice. */
function firstOf(moment: DateTime): DateTime {
	const midnight = moment.startOf('day');
	const earlier = midnight.minus({ hours: 1 });
	return earlier.day === midnight.day ? earlier : midnight;
}

/** n8n's reader takes a lot more than ISO 8601, and then guesses; it gets nothing else from here. */
function valid(shown: string, iso: string, { zone }: DayMeans): DateTime {
	const time = /T(\d\d):(\d\d)(?::(\d\d))?/.exec(iso);
	if (
		time !== null &&
		(Number(time[1]) > 23 || Number(time[2]) > 59 || Number(time[3] ?? 0) > 59)
	) {
		throw new Error(`"${shown}" has a time that does not exist`);
	}
	return tryToParseDateTime(iso, zone);
}

function exists(year: number, month: number, date: number): boolean {
	const moment = new Date(Date.UTC(year, month - 1, date));
	return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date;
}
