import type { IExecuteFunctions } from 'n8n-workflow';

import { isObject } from '../api/json';
import { readValue } from '../fields/values/readValue';
import { fieldsInside, isShown, readField, readFields, settled } from '../operation/fieldTree';
import type { Field, ItemRun, Operation } from '../operation/operation';
import { timeout } from './timeout';

/** Reads an item's parameters: the one way from what people enter to what operations see. */
export function parametersOf(
	context: IExecuteFunctions,
	{ fields, options = [] }: Pick<Operation, 'fields' | 'options'>,
	index: number,
): ItemRun['parameter'] {
	const all: Field[] = [...fields, { ...OPTIONS, options: [...options, timeout] }];
	// null as the fallback: without one n8n throws for parameters that are not shown.
	const raw = (name: string): unknown => context.getNodeParameter(name, index, null);
	const root = lazily(all, (name) => settled(all, name, raw(name), readValue));

	return (path) => {
		const [name, inner] = path.split('.');
		const field = all.find((one) => one.name === name && isShown(one, root, root));
		if (field === undefined) return undefined;
		const value =
			inner === undefined
				? readField(field, raw(name), readValue, root)
				: readInner(field, raw(name), inner, root);
		return value as ReturnType<ItemRun['parameter']>;
	};
}

/** One field of a collection: what is wrong with the others is said by whoever asks for them. */
function readInner(
	collection: Field,
	entered: unknown,
	name: string,
	root: Record<string, unknown>,
): unknown {
	if (!isObject(entered)) return undefined;
	const wanted = fieldsInside(collection).filter((field) => field.name === name);
	return readFields(wanted, entered, readValue, root)[name];
}

const OPTIONS: Field = { displayName: 'Options', name: 'options', type: 'collection', default: {} };

/** Reads a parameter only when a condition asks for it: an expression each, for thousands of items. */
function lazily(fields: Field[], read: (name: string) => unknown): Record<string, unknown> {
	const values: Record<string, unknown> = {};
	for (const { name } of fields) {
		Object.defineProperty(values, name, {
			get: () => read(name),
			enumerable: true,
			configurable: true,
		});
	}
	return values;
}
