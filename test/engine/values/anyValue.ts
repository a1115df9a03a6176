import fc from 'fast-check';

/** JavaScript that an expression evaluates to a value of some kind: what rows, agents and dates give. */
const KNOWN = [
	...['undefined', 'null', '""', '" "', 'true', 'false', '0', '-1', '2.5', '42', '1e21', 'NaN'],
	...['Infinity', '{}', '[]', '[null]', '[1, "x"]', '({ a: 1 })', '({ a: [new Date(0)] })'],
	...['new Date(0)', 'new Date(NaN)', '$now', 'DateTime.invalid("x")', '"true"', '"5 min"', '"42"'],
	...['"2026-01-31"', '"2026-02-30"', '"03/04/2026"', '46053', '1769846400', '"09:00"', '"9am"'],
	...['"{}"', '"[]"', '"{\\"a\\": 1}"', '"\\ufeff{}"', '"{"', '"+31612345678"', '"06 12345678"'],
	...['"__proto__"', '"constructor"', '"\\u200b"', '"a\\nb"', '"x".repeat(3000)', '"https://x.nl"'],
	...['new Map([[1, 2]])', '/x/', 'Symbol.iterator', '"unchanged"', '"custom"'],
];

/** Spaced, because two closing braces end an expression. */
export const literal = (value: unknown) =>
	(JSON.stringify(value) ?? 'undefined').replace(/\}(?=\})/g, '} ');

const made = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 12 }).map(literal),
	fc.double().map((value) => String(value)),
	fc.integer().map(String),
	fc.jsonValue({ maxDepth: 2 }).map((value) => `(${literal(value)})`),
	fc
		.dictionary(fc.string({ maxLength: 4 }), fc.string({ maxLength: 4 }))
		.map((value) => `(${literal(value)})`),
);

/** Values for the parameters of one operation, always the same ones for a seed. */
export function anyValues(seed: number, count: number): string[] {
	const value = fc.oneof(
		{ weight: 3, arbitrary: fc.constantFrom(...KNOWN) },
		{ weight: 1, arbitrary: made },
	);
	return fc.sample(value, { seed, numRuns: count });
}
