import fc from 'fast-check';
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/metadata.max.json';

/** A number that libphonenumber knows to be valid. */
export interface RealNumber {
	country: CountryCode;
	/** Country code without `+`. */
	code: string;
	/** Digits behind the country code. */
	national: string;
	e164: string;
	/** As libphonenumber writes it inside the country, and from abroad. */
	nationalFormat: string;
	internationalFormat: string;
	/** What is dialled first inside the country, as libphonenumber knows it. */
	dialledFirst: string;
}

type Entry = [string, string, string, number[], unknown, string | 0];

/** libphonenumber's data is typed for itself only; this is the part read here, checked by use. */
const countries = Object.entries(metadata.countries as unknown as Record<string, unknown[]>);

/** Fixed line, mobile, toll-free and so on of each country, as patterns. */
function patternsOf(entry: unknown[]): string[] {
	const types = Array.isArray(entry[11]) ? (entry[11] as unknown[]) : [];
	return types.flatMap((type) =>
		Array.isArray(type) && typeof type[0] === 'string' && type[0] !== '' ? [type[0]] : [],
	);
}

/** Valid numbers of all countries and kinds, always the same ones for a seed. */
export function realNumbers(seed: number, eachKind: number): RealNumber[] {
	return countries.flatMap(([name, entry], index) => {
		const country = name as CountryCode;
		const [code, , , , , dialledFirst] = entry as Entry;
		return patternsOf(entry).flatMap((pattern) => {
			const digits = fc.stringMatching(new RegExp(`^(?:${pattern})$`));
			return fc.sample(digits, { seed: seed + index, numRuns: eachKind }).flatMap((national) => {
				const parsed = parsePhoneNumberFromString(`+${code}${national}`, { extract: false });
				if (parsed === undefined || !parsed.isValid()) return [];
				// Without a country of its own, a short spelling may be read as one of a neighbour.
				if (parsed.nationalNumber !== national || parsed.number.length > 16) return [];
				return [
					{
						country,
						code,
						national,
						e164: parsed.number,
						nationalFormat: parsed.formatNational(),
						internationalFormat: parsed.formatInternational(),
						dialledFirst: dialledFirst === 0 ? '' : dialledFirst,
					},
				];
			});
		});
	});
}
