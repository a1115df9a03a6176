import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../../api/json';
import { wholeChanges } from '../../assistant/blocks';
import { missingInOneTime, oneTimeAssistant } from '../../assistant/complete';
import type { ItemRun } from '../../../operation/operation';
import { savedAssistant } from './savedAssistant';
import { withVariables } from './variables';

/**
 * Puts what the form says about the assistant where the API wants it (API docs: Create outbound call):
 * `assistant` for a one-time assistant, `assistant_override` for changes to a saved one.
 *
 * @param body as the fields make it, everything about the assistant under `assistant`
 * @throws InputError for an assistant that the API cannot take; ApiFailure
 */
export async function callBody(body: IDataObject, item: ItemRun): Promise<IDataObject> {
	const { variables, ...described } = body;
	const whole = await withAssistant(described, item);
	return isObject(variables) ? await withVariables(whole, variables, item) : whole;
}

async function withAssistant(body: IDataObject, item: ItemRun): Promise<IDataObject> {
	const mode = item.parameter('assistantMode');
	if (mode === 'oneTime') {
		return { ...body, assistant: oneTimeAssistant(objectOf(body.assistant)) };
	}
	const { assistant, assistant_override: further, ...rest } = body;
	const [changes, written] = [objectOf(assistant), objectOf(further)];
	if (mode !== 'savedWithChanges' && changes.first_message !== undefined) {
		// A shortcut that the API has for the most frequent change.
		rest.first_message ??= changes.first_message;
		delete changes.first_message;
	}
	const read = async () => await savedAssistant(item, String(rest.assistant_id));
	const override = await wholeChanges(changes, written, read);
	return { ...rest, ...(Object.keys(override).length > 0 && { assistant_override: override }) };
}

/** For the request that the fields make: the form is the same for all ways of choosing the assistant. */
export function missingInCall({ assistant }: IDataObject, item: ItemRun): string[] {
	return item.parameter('assistantMode') === 'oneTime' ? missingInOneTime(assistant) : [];
}

function objectOf(value: IDataObject[string]): IDataObject {
	return isObject(value) ? structuredClone(value) : {};
}
