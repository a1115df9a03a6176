import fc from 'fast-check';

import { countryCodeOf } from '../../../nodes/HmsSovereign/fields/values/countryCodes';
import { listedE164, toE164 } from '../../../nodes/HmsSovereign/fields/values/phoneNumber';
import { realNumbers, type RealNumber } from './support/phoneNumbers';

/** Shown when a property fails, and enough to run it again. */
const SEED = 20261125;

const numbers = realNumbers(SEED, 3);
const home = ({ code }: RealNumber) => ({ defaultCountryCode: `+${code}` });

type Spelling = (number: RealNumber) => string;

/** How people, spreadsheets and other programs write a number that says its country. */
const INTERNATIONAL: Record<string, Spelling> = {
	'E.164': ({ e164 }) => e164,
	'in groups': ({ internationalFormat }) => internationalFormat,
	'with 00': ({ e164 }) => `00${e164.slice(1)}`,
	'with 00 in groups': ({ internationalFormat }) => `00 ${internationalFormat.slice(1)}`,
	'as a link': ({ internationalFormat }) => `tel:${internationalFormat.replace(/[^+\d]/g, '-')}`,
	'with points': ({ internationalFormat }) => internationalFormat.replace(/[^+\d]/g, '.'),
	'with no-break hyphens': ({ internationalFormat }) =>
		internationalFormat.replace(/[^+\d]/g, '\u2011'),
	'with no-break spaces': ({ internationalFormat }) =>
		internationalFormat.replace(/[^+\d]/g, '\u00a0'),
	'with marks of direction': ({ internationalFormat }) => `\u202a${internationalFormat}\u202c`,
	'with invisible characters inside': ({ e164 }) =>
		[...e164].join('\u200b').replace(/\d$/, '\u00ad$&\u2069\ufeff'),
	'as text of a spreadsheet': ({ e164 }) => `'${e164}`,
	'as a formula of a spreadsheet': ({ e164 }) => `="${e164}"`,
	'as a decimal number': ({ e164 }) => `${e164}.0`,
	'in full-width signs': ({ e164 }) =>
		e164.replace(/./g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
	'with a line break at the end': ({ e164 }) => `${e164}\r\n`,
	'with its country code in brackets': ({ code, national }) => `(+${code}) ${national}`,
};

/** Spellings of numbers that cannot be anything else, where inside the country a zero is dialled first. */
const WITH_TRUNK_ZERO: Record<string, Spelling> = {
	'with a zero in brackets': ({ code, national }) => `+${code} (0)${national}`,
	'with a zero in brackets and 00': ({ code, national }) => `00${code}(0) ${national}`,
};

/** Spellings that some numbers share with others, so that these may be refused. */
const UNCLEAR: Record<string, Spelling> = {
	'with the zero of the country': ({ code, national }) => `+${code} 0${national}`,
	'with its area code in brackets': ({ internationalFormat }) =>
		internationalFormat.replace(/^(\S+) (\d+) /, '$1 ($2) '),
	'with a slash behind the area code': ({ internationalFormat }) =>
		internationalFormat.replace(/^(\S+ \d+) /, '$1/'),
	'behind sip:': ({ e164 }) => `${e164}@sip.example.com`,
};

/** Spellings that say no country; the Default Country Code does. */
const NATIONAL: Record<string, Spelling> = {
	'as people write it at home': ({ nationalFormat }) => nationalFormat,
	'without the zero, as spreadsheets leave it': ({ national }) => national,
	'without the +': ({ e164 }) => e164.slice(1),
	'E.164': ({ e164 }) => e164,
	'from abroad': ({ internationalFormat }) => internationalFormat,
};

/** Two numbers, extensions, and what is left of a number after a spreadsheet had it. */
const NOT_ONE_NUMBER: Record<string, Spelling> = {
	'with an extension in brackets': ({ internationalFormat }) => `${internationalFormat} (12)`,
	'with ext.': ({ internationalFormat }) => `${internationalFormat} ext. 12`,
	'with x': ({ e164 }) => `${e164}x12`,
	'with #': ({ e164 }) => `${e164}#12`,
	'with ;ext=': ({ e164 }) => `tel:${e164};ext=12`,
	'with toestel': ({ e164 }) => `${e164} toestel 12`,
	'with pauses': ({ e164 }) => `${e164},,12`,
	'twice, with a slash': ({ e164, internationalFormat }) => `${e164} / ${internationalFormat}`,
	'twice, with a comma': ({ e164 }) => `${e164}, ${e164}`,
	'twice, on two lines': ({ e164, national }) => `${e164}\n${national}`,
	'twice, with a space': ({ e164 }) => `${e164} ${e164}`,
	'with its last digit varied': ({ e164 }) => `${e164}/7`,
	'in scientific form': ({ e164 }) => Number(e164).toExponential(4),
	'with digits behind the decimal point': ({ e164 }) => `${e164}.5`,
	'with a footnote': ({ e164 }) => `${e164}\u00b2`,
};

const SENTENCE = /^(".+" .{10,}|This is .{10,})\.$/s;

/** @returns what is dialled; undefined when the spelling is refused */
function dialled(text: unknown, options = {}): string | undefined {
	try {
		return toE164(text, options);
	} catch (error) {
		const { message } = error as Error;
		// Asked first, because tens of thousands of expectations take seconds.
		if (!SENTENCE.test(message)) expect(message).toMatch(SENTENCE);
		return undefined;
	}
}

function share(of: RealNumber[], spell: Spelling, options: (number: RealNumber) => object) {
	const results = of.map((number) => ({
		number,
		got: dialled(spell(number), options(number)),
	}));
	const wrong = results.filter(({ number, got }) => got !== undefined && got !== number.e164);
	expect(wrong.map(({ number, got }) => [spell(number), got, number.e164])).toEqual([]);
	return results.filter(({ got }) => got !== undefined).length / of.length;
}

describe('the numbers of all countries', () => {
	it('are thousands, of every country code', () => {
		expect(numbers.length).toBeGreaterThan(3000);
		expect(new Set(numbers.map(({ country }) => country)).size).toBeGreaterThan(240);
		expect(numbers.filter(({ code }) => countryCodeOf(code)?.code !== code)).toEqual([]);
	});

	it.each(Object.entries(INTERNATIONAL))('are read %s', (_, spell) => {
		expect(share(numbers, spell, () => ({}))).toBeGreaterThan(0.985);
	});

	it.each(Object.entries(WITH_TRUNK_ZERO))('are read %s', (_, spell) => {
		const withZero = numbers.filter(({ dialledFirst }) => dialledFirst === '0');
		expect(share(withZero, spell, () => ({}))).toBeGreaterThan(0.93);
	});

	it.each(Object.entries(UNCLEAR))('are read or refused %s, never another one', (name, spell) => {
		const some = numbers.filter(
			({ dialledFirst }) => !name.includes('zero') || dialledFirst === '0',
		);
		expect(share(some, spell, () => ({}))).toBeLessThanOrEqual(1);
	});

	it.each(Object.entries(NATIONAL))(
		'are read with their Default Country Code %s',
		(name, spell) => {
			expect(share(numbers, spell, home)).toBeGreaterThan(name === 'without the +' ? 0.4 : 0.9);
		},
	);

	it.each(Object.entries(NOT_ONE_NUMBER))('are refused %s', (_, spell) => {
		expect(numbers.map(spell).filter((text) => dialled(text) !== undefined)).toEqual([]);
	});

	it.each(Object.entries(NOT_ONE_NUMBER))('are refused %s at home as well', (_, spell) => {
		const read = numbers.filter((number) => dialled(spell(number), home(number)) !== undefined);
		expect(read.map(spell)).toEqual([]);
	});

	it('are never read as another one, whatever stands between their digits', () => {
		const noise = fc.array(fc.constantFrom(' ', '-', '.', '(', ')', '/', '\u200b', '\u2013'), {
			maxLength: 2,
		});
		const spelled = fc.constantFrom(...numbers).chain((number) =>
			fc.array(noise, { minLength: 16, maxLength: 16 }).map((gaps) => ({
				number,
				text: [...number.e164].map((sign, at) => sign + gaps[at].join('')).join(''),
			})),
		);
		fc.assert(
			fc.property(spelled, ({ number, text }) => {
				const got = dialled(text);
				// The trunk zero goes, which here may have been a digit in brackets by chance.
				if (got !== undefined && !text.includes('(0)')) expect(got).toBe(number.e164);
			}),
			{ seed: SEED, numRuns: 5000 },
		);
	});

	it('never come out of any other text', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.anything()), (anything) => {
				fc.pre(typeof anything !== 'string' || !/\d{4}/.test(anything));
				fc.pre(typeof anything !== 'number' && typeof anything !== 'bigint');
				expect(dialled(anything)).toBeUndefined();
			}),
			{ seed: SEED, numRuns: 3000 },
		);
	});
});

describe('a phone number', () => {
	it.each([
		['+44 (0)20 7946 0958', '+442079460958'],
		['+39 06 1234 5678', '+390612345678'],
		['tel:+31-6-12345678', '+31612345678'],
		["'+31612345678", '+31612345678'],
		['0031612345678', '+31612345678'],
		['+31612345678.0', '+31612345678'],
		['+49 (0)30 / 1234567', '+49301234567'],
		['+31612345678', '+31612345678'],
		['(+31) 06 12345678', '+31612345678'],
		['\u0660\u0660\u0663\u0661612345678', '+31612345678'],
	])('%j is %s', (text, number) => {
		expect(toE164(text)).toBe(number);
	});

	it.each([
		['06 12345678', '+31612345678'],
		['31612345678', '+31612345678'],
		[31612345678, '+31612345678'],
		[612345678, '+31612345678'],
		['0612345678.0', '+31612345678'],
		['020-123 45 67', '+31201234567'],
		['+44 20 7946 0958', '+442079460958'],
		['0044 20 7946 0958', '+442079460958'],
	])('%j is %s in the Netherlands', (entered, number) => {
		for (const defaultCountryCode of ['+31', '31', 31, '0031', ' +31 ']) {
			expect(toE164(entered, { defaultCountryCode })).toBe(number);
		}
	});

	it.each([
		['31612345678', /not a phone number in international format/],
		['31612345678.0', /"31612345678" is not a phone number in international format/],
		['+0612345678', /does not begin with a country code/],
		['+1 555 123 4567 (12)', /brackets/],
		['+31612345678 / +31201234567', /more than one/],
		['06 12345678 / 79', /more than one/],
		['+31612345678 toestel 12', /extension/],
		['1-800-FLOWERS', /letters/],
		['3.16E+10', /scientific/],
		['31612345678.5', /decimal/],
		['+39 (0)347 1234567', /zero in brackets/],
		['+31 20 1234567-8', /dash and one digit/],
		['+31612345678901', /more digits than a number of the country code 31/],
		['+1 023 456 7890', /country code 1/],
		['2026-01-31', /date/],
		['', /empty/],
		[null, /empty/],
		['\u200b', /empty/],
		[new Date(0), /This is a date/],
		[{ phone: '+31612345678' }, /This is an object/],
		[['+31612345678'], /This is a list/],
		[true, /This is true/],
		[31612345678.5, /decimal/],
		[NaN, /international/],
	])('%j is refused: %s', (text, why) => {
		expect(() => toE164(text)).toThrow(why);
	});

	it.each(['31', 'NL', '+316', '+0', '999', '+31 6', {}])(
		'a Default Country Code must be one: %j',
		(defaultCountryCode) => {
			const read = () => toE164('0612345678', { defaultCountryCode });
			if (defaultCountryCode === '31') expect(read()).toBe('+31612345678');
			else expect(read).toThrow(/not a country code|an object/);
		},
	);
});

describe('a number that the API lists', () => {
	it.each([
		'+31612345678',
		'0031612345678',
		'31612345678',
		'+31(0)612345678',
		'sip:+31612345678@10.0.0.1:5060',
		'sips:0031612345678@example.com;user=phone',
		'tel:+31-6-12345678',
		31612345678,
	])('%j is +31612345678', (listed) => {
		expect(listedE164(listed)).toBe('+31612345678');
	});

	it('is undefined when it is none', () => {
		fc.assert(
			fc.property(fc.anything(), (listed) => {
				const read = listedE164(listed);
				if (read !== undefined) expect(read).toMatch(/^\+[1-9]\d{6,14}$/);
			}),
			{ seed: SEED, numRuns: 2000 },
		);
		expect(listedE164('anonymous')).toBeUndefined();
		expect(listedE164('sip:alice@example.com')).toBeUndefined();
		expect(listedE164(Symbol('x'))).toBeUndefined();
		expect(listedE164(Object.create(null))).toBeUndefined();
	});
});
