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

/** Puts a value where a path with dots leads; objects on the way are made, an object there is merged into. */
export function setDeep(target: IDataObject, path: string, value: IDataObject[string]): void {
	const names = path.split('.');
	const last = names.pop() ?? path;
	let place = target;
	for (const name of names) {
		const next = place[name];
		place = isObject(next) ? next : ((place[name] = {}) as IDataObject);
	}
	const existing = place[last];
	if (isObject(existing) && isObject(value)) merge(existing, value);
	else place[last] = value;
}
