import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../api/json';
import { merge } from '../../../fields/merge';
import { changesBlocks, withWholeBlocks } from '../../assistant/blocks';
import { checkAssistant, checkOneTime, withModel } from '../../assistant/check';
import { readAssistant } from '../../assistant/read';
import type { ItemRun } from '../../../operation/operation';

/**
 * Puts what the form says about the assistant where the API wants it (API docs: Create outbound call):
 * `assistant` for a one-time assistant, `assistant_override` for changes to a saved one.
 *
 * @param body as the fields make it, everything about the assistant under `assistant`
 * @throws InputError for an assistant that the API cannot take; ApiFailure
 */
export async function callBody(body: IDataObject, item: ItemRun): Promise<IDataObject> {
	const mode = item.parameter('assistantMode');
	if (mode === 'oneTime') return oneTime(body);
	const { assistant, assistant_override: further, ...rest } = body;
	const override = merge(objectOf(assistant), objectOf(further));
	if (mode !== 'savedWithChanges' && 'first_message' in override) {
		// A shortcut that the API has for the most frequent change.
		rest.first_message ??= override.first_message;
		delete override.first_message;
	}
	if (Object.keys(override).length === 0) return rest;
	return { ...rest, assistant_override: await wholeOverride(override, rest.assistant_id, item) };
}

function oneTime({ assistant, ...rest }: IDataObject): IDataObject {
	const described = withModel(objectOf(assistant));
	checkAssistant(described);
	checkOneTime(described);
	return { ...rest, assistant: described };
}

/** An override replaces whole blocks, so a changed block is completed from the saved assistant. */
async function wholeOverride(
	override: IDataObject,
	assistantId: IDataObject[string],
	item: ItemRun,
): Promise<IDataObject> {
	const whole = changesBlocks(override)
		? withWholeBlocks(await readAssistant(item, String(assistantId)), override)
		: override;
	checkAssistant(whole);
	return whole;
}

function objectOf(value: IDataObject[string]): IDataObject {
	return isObject(value) ? structuredClone(value) : {};
}
