/** What each kind of parameter accepts, for people who fill it by an expression: kind, taken, refused. */
const KINDS = [
	[
		'Text',
		'Any text. A number or a switch becomes its words, a date ISO 8601, an object or a list JSON.',
		'An empty object or list; a text with "[object Object]" in it',
	],
	[
		'Number',
		'A number, also as text: `5`, `"5"`.',
		'`5 min`, `1,000`, what lies outside the limits, a fraction where only whole numbers make sense',
	],
	['Switch', '`true` or `false`, also as text; `yes`, `no`, `on`, `off`, `1`, `0`.', 'Any other'],
	[
		'Choice',
		'A value of the list, or the name that the list shows; of several, a list or a text with commas.',
		'What is not in the list, unless it ends with a custom value',
	],
	[
		'Date and time',
		"The date picker; ISO 8601; a Date or `$now`; Unix time in seconds or milliseconds; the day number of a spreadsheet (`46053` is 2026-01-31). Without an offset, in the workflow's time zone. As To, a day without a time counts whole.",
		'`03/04/2026`, which is two days; `2026-02-30`; `2026-01-31T24:00`',
	],
	['Time of day', '`09:00` or `09:00:00`.', '`9:00`, `9am`, `24:00`'],
	[
		'JSON',
		'JSON as text, also inside a code fence; an object or a list from an expression.',
		'JSON with a mistake: the message names line and column',
	],
	[
		'Phone number',
		'International format in any usual spelling: `+31 6 1234 5678`, `0031612345678`, `tel:+31-6-12345678`, `+44 (0)20 7946 0958`. National numbers with the option Default Country Code.',
		'Two numbers, an extension, letters, `06 12345678` without a country code',
	],
	[
		'List or ID',
		'An entry of the list, or its ID as text. Spaces and line breaks around it do not count.',
		'An object, a list, an ID with a space in it',
	],
	[
		'Pairs of name and value',
		'Any name; values as for Text.',
		'A value that has no text, such as a failed calculation',
	],
];

/** The first words of the operation reference on values. */
export function kindsOfValues(): string {
	const rows = [['Kind', 'Accepts', 'Refuses'], ['---', '---', '---'], ...KINDS];
	return [
		'What a parameter accepts, also from an expression. `null`, `undefined` and an empty text mean "not entered". What is refused is refused with the name of the parameter, before anything is sent for that item.',
		rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
	].join('\n\n');
}
