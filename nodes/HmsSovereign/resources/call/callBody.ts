import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/answer';
import { merge } from '../../fields/merge';

/**
 * Puts what the form says about the assistant where the API wants it (API docs: Create outbound call):
 * `assistant` for a one-time assistant, `assistant_override` for changes to a saved one.
 *
 * @param body as the fields make it, everything about the assistant under `assistant`
 * @param mode the 'Assistant to Use' parameter
 */
export function callBody(body: IDataObject, mode: unknown): IDataObject {
	if (mode === 'oneTime') return body;
	const { assistant, assistant_override: further, ...rest } = body;
	const override = merge(objectOf(assistant), objectOf(further));
	if (mode !== 'savedWithChanges' && 'first_message' in override) {
		// A shortcut that the API has for the most frequent change.
		rest.first_message ??= override.first_message;
		delete override.first_message;
	}
	return Object.keys(override).length === 0 ? rest : { ...rest, assistant_override: override };
}

function objectOf(value: IDataObject[string]): IDataObject {
	return isObject(value) ? structuredClone(value) : {};
}
