import {
	isINodeProperties,
	isINodePropertyCollection,
	NodeHelpers,
	type IDisplayOptions,
	type INodeParameters,
} from 'n8n-workflow';

import { asInputError } from '../api/inputError';
import { isObject } from '../api/json';
import type { Field } from './operation';

/** A field that is shown, and what was entered into it. */
export interface EnteredField {
	field: Field;
	entered: unknown;
}

/** The fields directly inside a collection or inside the groups of a fixed collection; none in others. */
export function fieldsInside({ options = [] }: Field): Field[] {
	return options.flatMap((option) => {
		if (isINodePropertyCollection(option)) return option.values;
		return isINodeProperties(option) ? [option] : [];
	});
}

/** All fields of a tree: each one, then those inside it. */
export function allFields(fields: Field[]): Field[] {
	return fields.flatMap((field) => [field, ...allFields(fieldsInside(field))]);
}

/** The same field changed, with those inside it, which are changed first. */
export function mapField(field: Field, change: (field: Field) => Field): Field {
	const options = field.options?.map((option) => {
		if (isINodePropertyCollection(option)) {
			return { ...option, values: option.values.map((inner) => mapField(inner, change)) };
		}
		return isINodeProperties(option) ? mapField(option, change) : option;
	});
	return change({ ...field, ...(options !== undefined && { options }) });
}

/**
 * Every field that is shown, in their order, with what was entered. A field that says where its value goes
 * (`send`) is handed over as a whole; of others, those inside follow.
 *
 * @param entered what the fields hold, by their names
 * @param root what the node's own parameters hold, for conditions such as `/leads`
 */
export function* enteredFields(
	fields: Field[],
	entered: Record<string, unknown>,
	root = entered,
): Generator<EnteredField> {
	for (const field of fields) {
		const value = entered[field.name];
		if (!isShown(field, entered, root)) continue;
		yield { field, entered: value };
		if (field.send !== undefined || !isObject(value)) continue;
		for (const option of field.options ?? []) {
			if (isINodeProperties(option)) yield* enteredFields([option], value, root);
			if (!isINodePropertyCollection(option)) continue;
			const group = value[option.name];
			if (isObject(group)) yield* enteredFields(option.values, group, root);
		}
	}
}

/** Turns what was entered into a field into what its kind says; undefined: nothing. @throws Error */
export type Read = (field: Field, entered: unknown) => unknown;

/**
 * Reads the fields that are shown, those inside collections and groups too.
 *
 * @param root as for `enteredFields`
 * @returns the same tree, only with what is shown and was entered
 * @throws InputError naming the field
 */
export function readFields(
	fields: Field[],
	entered: Record<string, unknown>,
	read: Read,
	root: Record<string, unknown>,
): Record<string, unknown> {
	const beside = Object.fromEntries(
		fields.map(({ name }) => [name, settled(fields, name, entered[name], read)]),
	);
	const values: Record<string, unknown> = {};
	for (const field of fields) {
		if (!(field.name in entered) || !isShown(field, beside, root)) continue;
		const value = readField(field, entered[field.name], read, root);
		if (value !== undefined) values[field.name] = value;
	}
	return values;
}

/** One field of those, and what is inside it. @throws InputError naming the field */
export function readField(
	field: Field,
	entered: unknown,
	read: Read,
	root: Record<string, unknown>,
): unknown {
	if (field.type === 'collection' && isObject(entered)) {
		return readFields(fieldsInside(field), entered, read, root);
	}
	if (field.type === 'fixedCollection' && isObject(entered)) {
		return readGroups(field, entered, read, root);
	}
	try {
		return read(field, entered) ?? presetOf(field);
	} catch (error) {
		throw asInputError(field.displayName, error);
	}
}

function readGroups(
	{ options = [] }: Field,
	entered: Record<string, unknown>,
	read: Read,
	root: Record<string, unknown>,
): Record<string, unknown> {
	const groups: Record<string, unknown> = {};
	for (const group of options.filter(isINodePropertyCollection)) {
		const rows = entered[group.name];
		const readRow = (row: unknown) =>
			isObject(row) ? readFields(group.values, row, read, root) : {};
		if (Array.isArray(rows)) groups[group.name] = rows.map(readRow);
		else if (isObject(rows)) groups[group.name] = readRow(rows);
	}
	return groups;
}

/** What a condition gets to see: the value as it is read, or as it was entered when that is refused. */
export function settled(fields: Field[], name: string, entered: unknown, read: Read): unknown {
	for (const field of fields.filter((one) => one.name === name)) {
		try {
			return read(field, entered) ?? presetOf(field);
		} catch {
			continue;
		}
	}
	return entered;
}

/** What only steers the node, and is not sent, is never without a value. @returns undefined for others */
function presetOf({ send, type, default: preset }: Field): unknown {
	if (send?.readsEmpty === true) return '';
	const isSteering = send === undefined && ['boolean', 'number', 'options'].includes(type);
	return isSteering ? preset : undefined;
}

/**
 * Whether n8n shows a field. Several fields may have the same name, such as the models of each provider;
 * the one shown counts. n8n drops what is hidden when a workflow is loaded, but not when an expression
 * decides about it.
 */
export function isShown(
	field: Field,
	beside: Record<string, unknown>,
	root: Record<string, unknown>,
): boolean {
	if (field.displayOptions === undefined) return true;
	const { show, hide } = field.displayOptions;
	const displayOptions = { show: aboutFields(show), hide: aboutFields(hide) };
	// n8n types what a node's parameters hold more narrowly than what it hands over for them.
	const values = [beside, root] as INodeParameters[];
	return NodeHelpers.displayParameter(
		values[0],
		{ ...field, displayOptions },
		null,
		null,
		values[1],
	);
}

/**
 * Conditions about the node itself (`@tool`, `@version`) cannot change during a run, so n8n has settled
 * them before: for what they hide, nothing is handed over.
 */
function aboutFields(conditions: IDisplayOptions['show']): IDisplayOptions['show'] {
	return Object.fromEntries(
		Object.entries(conditions ?? {}).filter(([name]) => !name.startsWith('@')),
	);
}
