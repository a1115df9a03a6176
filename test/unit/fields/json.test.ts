import { parseJson } from '../../../nodes/HmsSovereign/fields/json';

describe('a JSON parameter', () => {
	it.each([
		['{\n  "a": }', 2, 8],
		['{"a": 1,}', 1, 9],
		['{"a": 1', 1, 8],
		['{"a": "b', 1, 9],
		["{'a': 1}", 1, 2],
		['hello', 1, 1],
		['[1, 2\n3]', 2, 1],
		[`{"long": "${'x'.repeat(500)}", "bad": nope}`, 1, 522],
	])('%j is refused at line %i, column %i', (text, line, column) => {
		expect(() => parseJson(text)).toThrow(
			`This is not valid JSON: look at line ${line}, column ${column}`,
		);
	});

	it('may be empty, or an object from an expression', () => {
		expect(parseJson('  ')).toBeUndefined();
		expect(parseJson({ a: 1 })).toEqual({ a: 1 });
	});
});
