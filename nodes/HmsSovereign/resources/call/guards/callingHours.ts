import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { asInputError, InputError } from '../../../api/inputError';
import { isObject } from '../../../api/json';
import { toTimeOfDay } from '../../../fields/timeOfDay';
import { timeZoneField, toTimeZone } from '../../../fields/timeZone';
import type { Field, ItemRun } from '../../../operation/operation';
import type { Guard } from './guard';
import { isWithin, nextWithin, type Hours } from './hours';
import { protection } from './option';

/** In the order of the week as most people write it; the values are saved in workflows. */
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const from = timeField('From', 'from', '09:00', 'Nobody is called before this time of day');
const to = timeField(
	'To',
	'to',
	'17:00',
	'Nobody is called from this time of day on. A time before From is one of the next day.',
);

const days: Field = {
	displayName: 'Days',
	name: 'days',
	type: 'multiOptions',
	options: DAYS.map((value) => ({ name: value[0].toUpperCase() + value.slice(1), value })),
	default: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
	description:
		'Days on which people may be called; hours that go past midnight count for the day they begin',
};

const timeZone: Field = timeZoneField('timeZone', 'of the people called');

/** An option for each operation that dials. */
export const callingHours: Field = {
	displayName: 'Calling Hours',
	name: 'callingHours',
	type: 'fixedCollection',
	placeholder: 'Set hours',
	default: {},
	description:
		'Outside of these hours nobody is dialled: the item comes out with "skipped" true and the time from which on it may be called. Judged for each item right before it is dialled.',
	options: [{ name: 'hours', displayName: 'Hours', values: [from, to, days, timeZone] }],
};

function timeField(displayName: string, name: string, value: string, description: string): Field {
	const placeholder = `e.g. ${value}`;
	return { displayName, name, type: 'string', default: value, placeholder, description };
}

/** Nobody is called at night, or whenever the user says. */
export const outsideCallingHours: Guard = (_planned, item) => {
	const hours = hoursOf(item);
	const now = Date.now();
	if (hours === undefined || isWithin(now, hours)) return undefined;
	return { reason: 'outside-calling-hours', nextAllowedAt: nextFor(item, now, hours) };
};

/** For a dial that had to wait for its turn. */
export function isCallingTime(item: ItemRun): boolean {
	const hours = hoursOf(item);
	return hours === undefined || isWithin(Date.now(), hours);
}

/** Who is outside of the same hours at the same time may be called from the same time on. */
const lastAnswer = new WeakMap<IExecuteFunctions, { hours: string; at: number; next: number }>();

function nextFor({ context }: ItemRun, now: number, hours: Hours): number {
	const name = JSON.stringify(hours);
	const known = lastAnswer.get(context);
	if (known?.hours === name && known.at <= now && now < known.next) return known.next;
	const next = nextWithin(now, hours);
	lastAnswer.set(context, { hours: name, at: now, next });
	return next;
}

/** Usually they are the same for all items, so they are read once. */
const lastHours = new WeakMap<IExecuteFunctions, { text: string; hours: Hours }>();

function hoursOf(item: ItemRun): Hours | undefined {
	const option = protection(callingHours, item);
	if (option === undefined) return undefined;
	const text = JSON.stringify(option);
	const known = lastHours.get(item.context);
	if (known?.text === text) return known.hours;
	const hours = read(option, item);
	lastHours.set(item.context, { text, hours });
	return hours;
}

function read(option: unknown, item: ItemRun): Hours {
	const values = isObject(option) ? option.hours : undefined;
	if (!isObject(values)) throw new InputError(`'${callingHours.displayName}' has no hours`);
	const hours: Hours = {
		from: minuteOf(from, values),
		to: minuteOf(to, values),
		days: daysOf(values),
		timeZone: zoneOf(values, item),
	};
	if (hours.from !== hours.to) return hours;
	throw new InputError(`'${callingHours.displayName}': 'From' and 'To' are the same time`);
}

function minuteOf({ name, displayName }: Field, values: IDataObject): number {
	try {
		const time = toTimeOfDay(values[name]);
		if (time === undefined) throw new Error('is empty');
		const [hour, minute] = time.split(':').map(Number);
		return hour * 60 + minute;
	} catch (error) {
		throw asInputError(`${callingHours.displayName}', '${displayName}`, error);
	}
}

function daysOf(values: IDataObject): number[] {
	const chosen: unknown = 'days' in values ? values.days : DAYS;
	const names: unknown[] = Array.isArray(chosen) ? chosen : [];
	const wrong = names.find((name) => !DAYS.includes(String(name)));
	if (names.length > 0 && wrong === undefined) {
		// Monday is the first here, and 1 in a week that begins with Sunday as 0.
		return names.map((name) => (DAYS.indexOf(String(name)) + 1) % 7);
	}
	const what = names.length === 0 ? 'no day is chosen' : `"${String(wrong)}" is not a day`;
	throw new InputError(`'${callingHours.displayName}', 'Days': ${what}`);
}

function zoneOf(values: IDataObject, item: ItemRun): string {
	try {
		return toTimeZone(values.timeZone, item);
	} catch (error) {
		throw asInputError(`${callingHours.displayName}', '${timeZone.displayName}`, error);
	}
}
