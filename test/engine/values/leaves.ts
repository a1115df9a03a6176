import { isINodePropertyCollection, type IDataObject } from 'n8n-workflow';

import { fieldsInside } from '../../../nodes/HmsSovereign/operation/fieldTree';
import type { Field } from '../../../nodes/HmsSovereign/operation/operation';

/** A parameter that holds a value, and where it stands in a node's parameters. */
export interface Leaf {
	field: Field;
	path: Array<string | number>;
	/** The display names of the groups around it, and its own. */
	names: string[];
}

/**
 * The parameters that a node has a value for, and those that could be added to its collections.
 *
 * @param parameters as a workflow saves them
 */
export function leavesOf(fields: Field[], parameters: IDataObject): Leaf[] {
	return fields
		.flatMap((field) => leavesIn(field, parameters[field.name], [field.name], []))
		.filter(({ field }) => field.type !== 'notice' && field.noDataExpression !== true);
}

function leavesIn(field: Field, value: unknown, path: Leaf['path'], outer: string[]): Leaf[] {
	const names = [...outer, field.displayName];
	if (field.type === 'collection') {
		const held = isRecord(value) ? value : {};
		return fieldsInside(field).flatMap((inner) =>
			inner.type === 'fixedCollection' && !(inner.name in held)
				? []
				: leavesIn(inner, held[inner.name], [...path, inner.name], names),
		);
	}
	if (field.type !== 'fixedCollection') return [{ field, path, names }];
	return (field.options ?? []).filter(isINodePropertyCollection).flatMap((group) => {
		const rows = isRecord(value) ? value[group.name] : undefined;
		const entries = Array.isArray(rows) ? rows.slice(0, 1) : [rows];
		return entries.flatMap((row: unknown, index) => {
			if (!isRecord(row)) return [];
			const place = [...path, group.name, ...(Array.isArray(rows) ? [index] : [])];
			return (group.values as Field[])
				.filter(({ name }) => name in row)
				.flatMap((inner) => leavesIn(inner, row[inner.name], [...place, inner.name], names));
		});
	});
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function valueAt(parameters: IDataObject, path: Leaf['path']): unknown {
	return path.reduce<unknown>(
		(place, key) => (isRecord(place) || Array.isArray(place) ? Reflect.get(place, key) : undefined),
		parameters,
	);
}

/** Groups on the way that are not there yet are added. */
export function setAt(parameters: IDataObject, path: Leaf['path'], value: unknown): void {
	let place: object = parameters;
	path.forEach((key, index) => {
		const isLast = index === path.length - 1;
		const next: unknown = Reflect.get(place, key);
		if (isLast) Reflect.set(place, key, value);
		else if (typeof next === 'object' && next !== null) place = next;
		else {
			const added = {};
			Reflect.set(place, key, added);
			place = added;
		}
	});
}
