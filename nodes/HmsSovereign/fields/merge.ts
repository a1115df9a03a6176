import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../api/json';

/** Puts source into target. Objects are merged key by key; everything else, lists included, is replaced. */
export function merge(target: IDataObject, source: IDataObject): IDataObject {
	for (const [name, value] of Object.entries(source)) {
		const existing = Object.hasOwn(target, name) ? target[name] : undefined;
		if (isObject(existing) && isObject(value)) merge(existing, value);
		else setOwn(target, name, value);
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

/** Sets any name, `__proto__` too, which a plain assignment would take for the object's prototype. */
function setOwn(target: IDataObject, name: string, value: IDataObject[string]): void {
	Object.defineProperty(target, name, {
		value,
		writable: true,
		enumerable: true,
		configurable: true,
	});
}
