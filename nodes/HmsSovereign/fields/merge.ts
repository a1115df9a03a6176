import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../api/json';

/** Puts source into target. Objects are merged key by key; everything else, lists included, is replaced. */
export function merge(target: IDataObject, source: IDataObject): IDataObject {
	for (const [name, value] of Object.entries(source)) {
		// A JSON text can hold these names, and writing them would change every object in the process.
		if (name === '__proto__' || name === 'constructor') continue;
		const existing = target[name];
		if (isObject(existing) && isObject(value)) merge(existing, value);
		else target[name] = value;
	}
	return target;
}
