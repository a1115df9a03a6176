/**
 * What may stand around the digits of a phone number, and what shows that a text is not one number.
 * Guessing here would ring somebody else's phone, so whatever is unclear is refused, with the reason.
 */

/** Characters that only steer how text is shown, such as U+200B or U+202A, come along when people copy. */
const INVISIBLE = /[\p{Cf}\u034f\ufe00-\ufe0f]/gu;

/** Full-width signs of Chinese and Japanese keyboards lie this far above those of ASCII. */
const FULL_WIDTH = { signs: /[\uff01-\uff5e]/g, distance: 0xfee0 };

/** Arabic and Persian digits. */
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

const DASHES = /[\p{Pd}\u2212\u30fc]/gu;
const QUOTES = `['"\u2018\u2019\u201c\u201d\u00b4\`]`;

/** Spreadsheets mark text with an apostrophe, or write it as the formula `="…"`. */
const AROUND = new RegExp(`^=?${QUOTES}*|${QUOTES}*$`, 'g');

/**
 * A phone number as text without what carries no meaning: one kind of space, dash and digit, no invisible
 * characters, no quotes, no `tel:`, no `.0` that a spreadsheet's number brought along.
 */
export function tidyNumber(text: string): string {
	return text
		.replace(INVISIBLE, '')
		.replace(FULL_WIDTH.signs, (sign) =>
			String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH.distance),
		)
		.replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf))
		.replace(DASHES, '-')
		.replace(/[^\S\n\r]/g, ' ')
		.trim()
		.replace(AROUND, '')
		.replace(/^tel:(\/\/)?/i, '')
		.trim()
		.replace(/^(\+?\d+)\.0$/, '$1');
}

/** Words and signs before an extension, in the languages of Europe. */
const EXTENSION =
	/(?:\b|\d)(?:ext(?:ension|n)?|x|toestel|tst|doorkies(?:nummer)?|durchwahl|dw|poste|anexo|int(?:erno)?|wew)[\s.:-]*\d+\W*$|;ext=|[#;,]\s*\d{1,6}$/i;

const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;

/** `31612345678.5`; a point among the first digits only groups them, as in `+1.5551234567`. */
const DECIMAL = /^\+?[\d\s]{5,}[.,]\d{1,3}$/;

const DATE = /^\d{4}-\d\d?-\d\d?(?!\d)|^\d\d?[/.]\d\d?[/.]\d{4}$/;

/** Between two numbers in one cell; a slash also stands behind area codes. */
const BETWEEN_NUMBERS = /[,;|&\n\r]|(?<=\d\D*)\+|\b(?:or|and|of|en|oder|und|ou|et|o|y|e)\b/i;

/** Why a number that does not say its country is refused. */
export const NOT_INTERNATIONAL =
	'is not a phone number in international format. Start with + and the country code, such as +31612345678';

/**
 * Says why a tidy text is not one phone number.
 *
 * @returns the end of a sentence that begins with the text; undefined when nothing stands in the way
 */
export function whyNotANumber(text: string): string | undefined {
	if (!/\d/.test(text)) return NOT_INTERNATIONAL;
	if (SCIENTIFIC.test(text)) {
		return 'is a number in scientific form, which has lost digits. Format the column as text where it comes from';
	}
	if (DATE.test(text)) return 'is a date, not a phone number';
	if (DECIMAL.test(text)) return 'has digits behind a decimal point';
	if (holdsTwoNumbers(text)) return 'holds more than one phone number. Enter one';
	if (EXTENSION.test(text))
		return 'has an extension, which cannot be dialled. Enter the number alone';
	if (/\p{L}/u.test(text)) return 'has letters in it. Enter the digits of the number';
	const other = /[^\d\s()+./-]/u.exec(text)?.[0] ?? /[\n\r]/.exec(text)?.[0];
	if (other !== undefined) return `has a character that no phone number has: ${named(other)}`;
	if (/^-|\+.*\+|\d.*\+/.test(text)) return 'has its + or - in the wrong place';
	if (/-\s*[1-9]$/.test(text)) {
		return 'ends in a dash and one digit, which may be an extension or a second number. Enter the number alone';
	}
	if (!areBracketsPlain(text)) {
		return 'has brackets where no area code is. Enter the number without them, and without an extension';
	}
	return undefined;
}

function holdsTwoNumbers(text: string): boolean {
	const parts = text.split(BETWEEN_NUMBERS).filter((part) => digitsIn(part) >= 5);
	const behindCountry = text.replace(/^\s*00\d{1,3}/, '').replace('(0)', '');
	const bySpace = behindCountry
		.split(/[\s-]+/)
		.filter((part) => digitsIn(part) >= 6 && !part.includes('+'));
	return parts.length > 1 || bySpace.length > 1 || isSlashBetweenNumbers(text);
}

/** `+49 30/1234567` is one number, `06 12345678 / 06 12345679` are two, and so is `06 12345678/9`. */
function isSlashBetweenNumbers(text: string): boolean {
	const at = text.lastIndexOf('/');
	if (at === -1) return false;
	return digitsIn(text.slice(0, at)) > 7 || digitsIn(text.slice(at)) < 5;
}

/** Brackets hold a country code, `0` or an area code, so most digits come behind them. */
function areBracketsPlain(text: string): boolean {
	const unpaired = text.replace(/\(\s*\+?[\d\s-]*\)/g, '');
	if (/[()]/.test(unpaired)) return false;
	const last = text.lastIndexOf('(');
	if (last === -1) return true;
	const before = text.slice(0, last).replace(/^\s*00/, '');
	return digitsIn(before) <= 4 && digitsIn(text.slice(text.indexOf(')', last))) >= 4;
}

function digitsIn(text: string): number {
	return text.replace(/\D/g, '').length;
}

function named(character: string): string {
	const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
	return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `${character} (U+${code})` : `U+${code}`;
}
