import type { IDataObject } from 'n8n-workflow';

/** Whether a value of unknown shape is a JSON object: no array, not null. */
export function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
