import { countryCodeOf, type CountryCode } from './countryCodes';
import { NOT_INTERNATIONAL, tidyNumber, whyNotANumber } from './phoneText';

/** ITU E.164: `+`, country code, 7 to 15 digits in all. */
const E164 = /^\+[1-9]\d{6,14}$/;

/** The same for numbers of services, such as +31144, which only some lines reach. */
const SHORT = /^\+[1-9]\d{3,14}$/;

/** The numbers of North America: area code and exchange begin with 2 to 9, ten digits in all. */
const NORTH_AMERICAN = /^[2-9]\d{9}$/;

/**
 * Countries whose own numbers can begin with the digits of their country code and still have 11 digits
 * and more. Elsewhere a number that long which begins with them is international, only without its `+`.
 */
const LONG_NUMBERS = ['43', '49', '55', '62', '92', '383'];

/** How to read numbers that do not say their country. */
export interface PhoneNumberOptions {
	/** Country code that national numbers get, as entered: `+31`. Left out, they are refused. */
	defaultCountryCode?: unknown;
	/** What else people can do about a national number, as the end of the sentence that refuses it. */
	advice?: string;
	/** Whether numbers of services, such as +31144, may be meant. */
	allowShort?: boolean;
}

/**
 * Reads a phone number in any usual spelling.
 *
 * @returns E.164, such as `+31612345678`
 * @throws Error that says what is wrong, for whatever could be read as another number too
 */
export function toE164(entered: unknown, options: PhoneNumberOptions = {}): string {
	const text = tidyNumber(textOf(entered));
	if (text === '') throw new Error('This is empty. Enter a phone number, such as +31612345678.');
	const reason = whyNotANumber(text);
	if (reason !== undefined) throw refused(text, reason);

	const home = toCountryCode(options.defaultCountryCode);
	const compact = text.replace(/[\s.-]/g, '').replace(/^\((\+|00)(\d+)\)/, '$1$2');
	const isInternational = compact.startsWith('+') || (compact.startsWith('00') && dialsOut(home));
	if (!isInternational && home === undefined) {
		throw refused(text, `${NOT_INTERNATIONAL}${options.advice ?? ''}`);
	}
	const number =
		isInternational || home === undefined
			? internationalNumber(text, compact.replace(/^(\+|00)/, ''))
			: nationalNumber(text, compact, home);
	if (!(options.allowShort === true ? SHORT : E164).test(number))
		throw refused(text, 'has too few digits for a phone number');
	return number;
}

/**
 * A number that the API lists, in whatever spelling: `sip:+31612345678@host:5060`, `0031…`, `31…`.
 *
 * @returns E.164; undefined for what is no phone number. Never throws.
 */
export function listedE164(listed: unknown): string | undefined {
	if (typeof listed !== 'string' && typeof listed !== 'number') return undefined;
	const text = tidyNumber(String(listed))
		.replace(/^sips?:/i, '')
		.replace(/[@;].*$/s, '');
	try {
		// The API lists international numbers, so one of full length lacks nothing but its `+`.
		return toE164(/^[1-9]\d{9,14}$/.test(text) ? `+${text}` : text);
	} catch {
		return undefined;
	}
}

/**
 * Reads a country code, with or without its `+`.
 *
 * @returns undefined when nothing was entered
 * @throws Error for what is no country code
 */
export function toCountryCode(entered: unknown): CountryCode | undefined {
	const text = tidyNumber(textOf(entered)).replace(/\s/g, '');
	if (text === '') return undefined;
	const digits = text.replace(/^(\+|00)/, '');
	const country = /^\d{1,3}$/.test(digits) ? countryCodeOf(digits) : undefined;
	if (country?.code === digits) return country;
	throw refused(text, 'is not a country code. Enter one such as +31');
}

function textOf(entered: unknown): string {
	if (entered === undefined || entered === null) return '';
	if (typeof entered === 'string') return entered;
	if (typeof entered === 'number' || typeof entered === 'bigint') return String(entered);
	const kind = entered instanceof Date ? 'a date' : Array.isArray(entered) ? 'a list' : undefined;
	throw new Error(
		`This is ${kind ?? (typeof entered === 'boolean' ? String(entered) : 'an object')}, not a phone number.`,
	);
}

/** Without a country to dial from, `00` is what it is in most of the world. */
function dialsOut(home: CountryCode | undefined): boolean {
	return home === undefined || home.dialsOutWith00;
}

/** @param compact behind `+` or `00`: digits, brackets and slashes */
function internationalNumber(text: string, compact: string): string {
	const country = countryCodeOf(compact.replace(/\D/g, ''));
	if (country === undefined || !compact.startsWith(country.code)) {
		throw refused(text, 'does not begin with a country code, such as the 31 in +31612345678');
	}
	return withCountry(text, country, nationalPart(text, compact, country));
}

/** What comes behind the country code, without the zero that is dialled only inside the country. */
function nationalPart(text: string, compact: string, country: CountryCode): string {
	const rest = compact.slice(country.code.length);
	const isZeroInBrackets = /^\/?\(0\)/.test(rest);
	const digits = rest.replace(/^\/?\(0\)/, '').replace(/\D/g, '');
	const { keepsZero, dialledFirst } = country;
	if (isZeroInBrackets && keepsZero && dialledFirst === '') {
		throw refused(
			text,
			'has a zero in brackets, and in that country it can belong to the number. Enter the number with or without it',
		);
	}
	if (!digits.startsWith('0') || (keepsZero && dialledFirst === '')) return digits;
	if (dialledFirst === '0' && !keepsZero && digits[1] !== '0') return digits.slice(1);
	throw refused(text, `has a 0 behind the country code ${country.code}, where none belongs`);
}

function nationalNumber(text: string, compact: string, home: CountryCode): string {
	const digits = compact.replace(/\D/g, '');
	if (digits.startsWith('00')) {
		throw refused(
			text,
			'begins with 00. Write + instead, so that it is clear which country is meant',
		);
	}
	if (!home.isHomeSpellingClear) {
		throw refused(text, `can be read in two ways. Start with +${home.code}`);
	}
	return withCountry(text, home, nationalDigits(text, digits, home));
}

/** @param digits of a number without `+` or `00`, as people write it inside the country */
function nationalDigits(text: string, digits: string, home: CountryCode): string {
	const { code, longest, dialledFirst, keepsZero } = home;
	const isDialledFirst = dialledFirst !== '' && digits.startsWith(dialledFirst);
	const isWhole = digits.length === dialledFirst.length + longest;
	if (isDialledFirst && (dialledFirst.startsWith('0') || isWhole)) {
		return digits.slice(dialledFirst.length);
	}
	if (digits.startsWith('0') && !keepsZero) {
		throw refused(text, `begins with a 0, which no number of the country code ${code} does`);
	}
	if (!digits.startsWith(code)) return digits;
	const isInternational = digits.length > 10 && !LONG_NUMBERS.includes(code);
	if (isInternational && digits.length - code.length <= longest) return digits.slice(code.length);
	throw refused(
		text,
		`may begin with the country code ${code} or with an area code. Start with + if it is the country code`,
	);
}

function withCountry(text: string, { code, longest }: CountryCode, national: string): string {
	if (national.length > longest) {
		throw refused(text, `has more digits than a number of the country code ${code}`);
	}
	if (code === '1' && !NORTH_AMERICAN.test(national)) {
		throw refused(text, 'is not a number of the country code 1, which has 10 digits behind it');
	}
	return `+${code}${national}`;
}

function refused(text: string, reason: string): Error {
	return new Error(`"${text}" ${reason}.`);
}
