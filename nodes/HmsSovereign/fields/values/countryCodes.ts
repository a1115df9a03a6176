/**
 * Facts about the world's numbering plans that decide how a number is written in E.164, by country
 * code. Taken from libphonenumber's data; a test holds them to it (`test/unit/fields/phoneNumber`).
 */

/** Most digits after the country code, 15 in all: what is longer holds an extension or a typing error. */
const CODES_BY_LENGTH: Record<number, string> = {
	5: '290 500 682',
	6: '247 298 299 672 687',
	7: '238 239 246 248 269 291 297 592 597 673 674 676 677 678 680 683 688 690 691 692',
	8: '45 47 216 222 223 226 227 228 232 235 236 241 253 257 266 350 356 357 370 371 373 374 386 389 505 509 599 670 675 686 800 808 853 961 965 973 975 993',
	9: '32 33 34 36 375 40 51 93 94 211 212 213 218 220 221 224 231 233 237 240 242 244 245 249 250 251 252 255 256 258 260 261 262 264 265 268 351 354 355 376 377 382 385 387 421 423 508 590 591 594 596 681 689 962 963 967 968 979 992 994 995 998',
	10: '1 7 20 27 44 48 52 53 58 60 64 84 95 98 225 229 230 243 254 263 267 353 372 378 380 506 685 850 855 856 880 881 960 964 966 970 976 996',
	11: '31 54 55 56 57 65 352 501 502 503 504 507 593 595 679 852 886 888 974 977',
	12: '30 39 41 46 61 86 92 358 359 381 383 420 870 878 882 883 971 972',
	13: '43 49 62 63 66 81 90 91 598',
	14: '82 234',
};

const longest = new Map(
	Object.entries(CODES_BY_LENGTH).flatMap(([length, codes]) =>
		codes.split(' ').map((code) => [code, Math.min(Number(length), 15 - code.length)] as const),
	),
);

/** Dialled inside the country before a number, and left out after the country code: `0`. */
const ZERO_IS_DIALLED_FIRST = new Set(
	'20 27 31 32 33 40 41 43 44 46 49 51 53 54 55 57 58 60 61 62 63 64 66 81 82 84 86 90 91 92 93 94 95 98 211 212 213 218 231 232 233 234 243 249 250 251 252 254 255 256 260 261 262 263 264 265 291 353 355 358 359 370 373 374 377 380 381 382 383 385 386 387 389 421 423 508 590 591 593 594 595 596 598 686 850 855 856 880 886 961 962 963 964 966 967 970 971 972 976 977 994 995 996'.split(
		' ',
	),
);

/** What else is dialled first inside a country. */
const DIALLED_FIRST: Record<string, string> = {
	1: '1',
	7: '8',
	36: '06',
	692: '1',
	993: '8',
};

/** Numbers may have a zero as their first digit, which then stays, as in Italy. */
const ZERO_BELONGS_TO_NUMBER = new Set(
	'39 47 62 66 81 82 225 226 227 229 241 242 247 250 267 268 359 378 501 507 598 676 679 687 800 853 881 888 974 992'.split(
		' ',
	),
);

/** Belarus, Gabon and Rwanda write one number with different prefixes, so what they write at home is unclear. */
const HOME_SPELLING_IS_UNCLEAR = new Set(['241', '250', '375']);

/** Countries in which `00` is not how other countries are dialled, or where own numbers begin with it. */
const OTHER_INTERNATIONAL_PREFIX = new Set(
	'1 7 52 53 55 56 57 61 62 65 66 81 82 91 234 238 248 254 255 256 359 375 507 591 592 675 677 680 685 692 852 855 886 974 976 992 993'.split(
		' ',
	),
);

/** What is known of a country code. */
export interface CountryCode {
	/** Without `+`. */
	code: string;
	/** Most digits after it. */
	longest: number;
	/** What people inside the country dial before the number; empty where they dial nothing. */
	dialledFirst: string;
	/** Whether a number's first digit can be zero. */
	keepsZero: boolean;
	/** Whether `00` is what people inside the country dial before other countries' codes. */
	dialsOutWith00: boolean;
	/** Whether numbers without a country code can be read in one way only. */
	isHomeSpellingClear: boolean;
}

/**
 * The country code that an E.164 number starts with; no code is the beginning of another one.
 *
 * @param digits without `+`
 * @returns undefined for a code that no country has
 */
export function countryCodeOf(digits: string): CountryCode | undefined {
	const code = [1, 2, 3].map((length) => digits.slice(0, length)).find((one) => longest.has(one));
	if (code === undefined) return undefined;
	return {
		code,
		longest: longest.get(code) ?? 0,
		dialledFirst: ZERO_IS_DIALLED_FIRST.has(code) ? '0' : (DIALLED_FIRST[code] ?? ''),
		keepsZero: ZERO_BELONGS_TO_NUMBER.has(code),
		dialsOutWith00: !OTHER_INTERNATIONAL_PREFIX.has(code),
		isHomeSpellingClear: !HOME_SPELLING_IS_UNCLEAR.has(code),
	};
}
