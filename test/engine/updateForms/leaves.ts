import type { IDataObject } from 'n8n-workflow';
import { isINodeProperties, isINodePropertyCollection } from 'n8n-workflow';

import type { Field } from '../../../nodes/HmsSovereign/operation/operation';
import { UNCHANGED } from '../../../nodes/HmsSovereign/fields/changes';

/** A field of a form that says where its value goes, and what must be chosen for it to be shown. */
export interface Leaf {
	field: Field;
	/** Collections and groups it lies in: `['updateFields', 'voice', 'config', 'settings']`. */
	path: string[];
	/** What is chosen in other fields so that this one is shown. */
	chosen: Array<{ field: Field; path: string[]; value: string; wanted: string[] }>;
}

/** Every field of a form, down to those of a provider's settings. */
export function leavesOf(
	fields: Field[],
	above: Omit<Leaf, 'field'> = { path: [], chosen: [] },
): Leaf[] {
	return fields.flatMap((field) => {
		const { path } = above;
		const chosen = [...above.chosen, ...choicesFor(field, fields, path)];
		if (field.send !== undefined) return [{ field, path, chosen }];
		return (field.options ?? []).flatMap((option) => {
			const inside = [...path, field.name];
			if (isINodeProperties(option)) return leavesOf([option], { path: inside, chosen });
			if (!isINodePropertyCollection(option)) return [];
			return leavesOf(option.values, { path: [...inside, option.name], chosen });
		});
	});
}

/** "Unchanged" where that shows the field, since it chooses nothing. */
function choicesFor({ displayOptions }: Field, beside: Field[], path: string[]): Leaf['chosen'] {
	return Object.entries(displayOptions?.show ?? {}).flatMap(([name, wanted = []]) => {
		const values = wanted.map(String);
		const value = values.includes(UNCHANGED.value) ? UNCHANGED.value : values[0];
		const field = beside.find((one) => one.name === name && isShownWith(one, displayOptions?.show));
		return field === undefined ? [] : [{ field, path, value, wanted: values }];
	});
}

function isShownWith(field: Field, wanted: Record<string, unknown> = {}): boolean {
	const { provider } = field.displayOptions?.show ?? {};
	return (
		provider === undefined ||
		[wanted.provider].flat().some((one) => provider.includes(one as string))
	);
}

/** The parameters of a node in which this field holds a value, and all others are as n8n presets them. */
export function parametersWith({ field, path, chosen }: Leaf, entered: unknown): IDataObject {
	const parameters: IDataObject = {};
	for (const one of chosen) {
		if (one.value !== UNCHANGED.value) place(parameters, [...one.path, one.field.name], one.value);
	}
	place(parameters, [...path, field.name], entered);
	return parameters;
}

export function place(target: IDataObject, names: string[], value: unknown): void {
	const inner = names.slice(0, -1).reduce((at, name) => (at[name] ??= {}) as IDataObject, target);
	inner[names[names.length - 1]] = value as IDataObject;
}

/** Paths with dots that differ between two objects; lists count as one value. */
export function differences(before: unknown, after: unknown, at = ''): string[] {
	if (!isPlain(before) || !isPlain(after)) {
		return JSON.stringify(before) === JSON.stringify(after) ? [] : [at];
	}
	const names = new Set([...Object.keys(before), ...Object.keys(after)]);
	return [...names].flatMap((name) =>
		differences(before[name], after[name], at === '' ? name : `${at}.${name}`),
	);
}

const isPlain = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
