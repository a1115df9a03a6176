import { fieldsInside } from '../../nodes/HmsSovereign/operation/fieldTree';
import type { Field } from '../../nodes/HmsSovereign/operation/operation';

/** Longer lists of choices are looked up in the editor. */
const MOST_CHOICES = 12;

const TYPES: Partial<Record<Field['type'], string>> = {
	boolean: 'Switch',
	collection: 'Group',
	dateTime: 'Date and time',
	fixedCollection: 'Group',
	json: 'JSON',
	multiOptions: 'Several choices',
	number: 'Number',
	options: 'Choice',
	resourceLocator: 'List or ID',
	string: 'Text',
};

/** Groups this large are printed once; elsewhere a row says where. */
const LARGE = 8;

/** Where large groups were printed, by their content. */
export type Printed = Map<string, string>;

/**
 * Table rows of an operation's parameters, those inside groups below their group: name, type, required,
 * default, description.
 *
 * @param place what is being printed, for later operations to point to
 */
export function parameterRows(fields: Field[], place: string, printed: Printed): string[][] {
	return rowsOf(fields, [], { place, printed });
}

interface Page {
	place: string;
	printed: Printed;
}

/** @param outer fields that conditions may speak of beside these */
function rowsOf(fields: Field[], outer: Field[], page: Page): string[][] {
	const known = [...fields, ...outer];
	return fields
		.filter(({ type }) => type !== 'notice')
		.flatMap((field) => {
			const inner = rowsOf(fieldsInside(field), known, page);
			const content = JSON.stringify(inner);
			const elsewhere = inner.length >= LARGE ? page.printed.get(content) : undefined;
			if (elsewhere !== undefined) return [row(field, known, `The same as in ${elsewhere}`)];
			page.printed.set(content, `${page.place}, ${field.displayName}`);
			const below = inner.map(([name, ...cells]) => [`${field.displayName} > ${name}`, ...cells]);
			return [row(field, known), ...below];
		});
}

function row(field: Field, known: Field[], elsewhere?: string): string[] {
	const { displayName, type, typeOptions, required } = field;
	const many = typeOptions?.multipleValues === true ? ', several' : '';
	const texts = [field.description, choicesOf(field), conditionOf(field, known), elsewhere];
	return [
		displayName,
		`${TYPES[type] ?? type}${many}`,
		required === true ? 'Yes' : '',
		defaultOf(field),
		texts
			.filter((text) => text !== undefined && text !== '')
			.map((text) => text?.replace(/\.$/, ''))
			.join('. '),
	].map(inCell);
}

function choicesOf({ type, options = [] }: Field): string {
	if (type !== 'options' && type !== 'multiOptions') return '';
	const names = options.flatMap((option) => ('value' in option ? [option.name] : []));
	const shown = names.slice(0, MOST_CHOICES).join(', ');
	return `${type === 'options' ? 'One of' : 'Any of'}: ${shown}${names.length > MOST_CHOICES ? ` and ${names.length - MOST_CHOICES} more` : ''}`;
}

/** When a parameter is shown: `For Leads: One per Input Item`. */
function conditionOf({ displayOptions }: Field, known: Field[]): string {
	return Object.entries(displayOptions?.show ?? {})
		.map(([name, values]) => {
			// n8n's name for a node that is the tool of an AI agent.
			if (name === '@tool') return 'For AI agents only';
			const asked = known.find((field) => field.name === name.replace(/^\//, ''));
			const words = [values].flat().map((value) => wordFor(asked, value));
			return `For ${asked?.displayName ?? name}: ${words.join(', ')}`;
		})
		.join('. ');
}

function wordFor(asked: Field | undefined, value: unknown): string {
	const option = asked?.options?.find((one) => 'value' in one && one.value === value);
	if (typeof value === 'boolean') return value ? 'On' : 'Off';
	return option?.name ?? String(value);
}

function defaultOf({ type, default: value, options = [] }: Field): string {
	if (typeof value === 'boolean') return value ? 'On' : 'Off';
	if (type === 'options') {
		const chosen = options.find((option) => 'value' in option && option.value === value);
		return chosen?.name ?? '';
	}
	if (typeof value === 'number') return String(value);
	// Longer ones are examples to edit.
	return typeof value === 'string' && value.length <= 20 ? value : '';
}

function inCell(text: string): string {
	return text.replace(/\s+/g, ' ').replace(/[|<]/g, '\\$&').trim();
}
