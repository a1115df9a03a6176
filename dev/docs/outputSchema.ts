/** What n8n shows of an operation's output before its first run: the parts of JSON Schema it reads. */
export interface OutputSchema {
	type: string | string[];
	properties?: Record<string, OutputSchema>;
	items?: OutputSchema;
}

const TEXT = { type: ['string', 'null'] };
const NUMBER = { type: ['number', 'null'] };
const LIST = { type: ['array', 'null'] };
const TEXTS = { type: ['array', 'null'], items: { type: 'string' } };
const ANYTHING = { type: 'object' };
const ANYTHING_OR_NULL = { type: ['object', 'null'] };

/**
 * What one sandbox's answers do not show: objects whose content is up to the user, and what depends on the
 * day (API docs: the pages of each resource).
 */
const FIXED: Record<string, OutputSchema> = {
	analysis_result: ANYTHING_OR_NULL,
	days_left: NUMBER,
	input_schema: ANYTHING,
	metadata: ANYTHING,
	parameters: ANYTHING,
	schema: ANYTHING,
	variables: ANYTHING,
};

/** Types of fields that may be null in all that one sandbox answers. All others are texts. */
const WHEN_NULL: Record<string, OutputSchema> = {
	analysis_plan: ANYTHING_OR_NULL,
	domain: ANYTHING_OR_NULL,
	duration_seconds: NUMBER,
	max_duration_seconds: NUMBER,
	messages: LIST,
	notification_emails: TEXTS,
	recording_consent: ANYTHING_OR_NULL,
	records: LIST,
	speech_config: ANYTHING_OR_NULL,
	voicemail_detection: { type: ['boolean', 'null'] },
	webhook_events: TEXTS,
};

/** The schema that fits all given values of a field. */
export function schemaOf(values: unknown[], name: string): OutputSchema {
	if (Object.hasOwn(FIXED, name)) return FIXED[name];
	if (name.endsWith('_secret_id')) return TEXT;
	const types = [...new Set(values.map(typeOf))].sort(nullLast);
	if (types.join() === 'null') return WHEN_NULL[name] ?? TEXT;
	const objects = values.filter(isObject);
	const lists = values.filter((value) => Array.isArray(value)).flat();
	return {
		type: types.length === 1 ? types[0] : types,
		...(objects.length > 0 && { properties: propertiesOf(objects) }),
		...(lists.length > 0 && { items: schemaOf(lists, `${name}[]`) }),
	};
}

function propertiesOf(objects: Array<Record<string, unknown>>): Record<string, OutputSchema> {
	const names = [...new Set(objects.flatMap((object) => Object.keys(object)))];
	return Object.fromEntries(
		names.map((name) => {
			const having = objects.filter((object) => name in object);
			return [
				name,
				schemaOf(
					having.map((object) => object[name]),
					name,
				),
			];
		}),
	);
}

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'array' : typeof value;
}

/** n8n shows the first of several types. */
function nullLast(a: string, b: string): number {
	return Number(a === 'null') - Number(b === 'null') || a.localeCompare(b);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a schema file, in the form that prettier would give it. */
export function schemaText(schema: OutputSchema): string {
	const text = JSON.stringify({ ...schema, version: 1 }, null, '\t');
	return `${text.replace(SHORT, (list) => list.replace(/\s+/g, ' ').replace(/\[ (.+?) \]/, '[$1]'))}\n`;
}

/** Objects and lists that hold nothing but texts. */
const SHORT = /\[[\s\w",]+\]|\{\s+"type": ("\w+"|\[[\s\w",]+\])\s+\}/g;
