import { pattern, type Rule } from './rules';

/** E.164 in its ITU form: a plus, the country code, digits only. */
export const e164 = pattern(/^\+[1-9]\d{1,14}$/, 'must be a phone number in E.164 format');

export const uuid = pattern(
	/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
	'must be a UUID',
);

/** Campaign windows: API docs since SDK 2.0 want the seconds as well. */
export const timeOfDay = pattern(
	/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/,
	'must be a time in the form HH:MM:SS',
);

export const email = pattern(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'must be an e-mail address');

export const hostname = pattern(
	/^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i,
	'must be a host name',
);

/** Names of tools and functions. */
export const functionName = pattern(
	/^[A-Za-z_][A-Za-z0-9_-]{0,63}$/,
	'must start with a letter or underscore and have at most 64 letters, digits, "_" or "-"',
);

/** ISO 8601 as the date filters take it: a date, or a date with a time and a zone. */
export const dateOrTime: Rule<string> = (value, at, problems) => {
	const form = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;
	if (typeof value !== 'string' || !form.test(value) || Number.isNaN(Date.parse(value))) {
		problems.push(`${at} must be an ISO 8601 date or date-time`);
	}
	return value as string;
};

/** http and https addresses; `protocols` narrows that down. */
export function webAddress(protocols: string[] = ['http:', 'https:']): Rule<string> {
	return (value, at, problems) => {
		const known = typeof value === 'string' && URL.canParse(value);
		if (!known || !protocols.includes(new URL(value).protocol)) {
			const names = protocols.map((name) => `${name}//`).join(' or ');
			problems.push(`${at} must be a URL starting with ${names}`);
		}
		return value as string;
	};
}

/** IANA time zone, such as Europe/Amsterdam. */
export const timeZone: Rule<string> = (value, at, problems) => {
	try {
		if (typeof value !== 'string' || !/^[A-Za-z]/.test(value)) throw new RangeError();
		new Intl.DateTimeFormat('en', { timeZone: value });
	} catch {
		problems.push(`${at} must be an IANA time zone`);
	}
	return value as string;
};
