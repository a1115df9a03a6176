import type { IDataObject } from 'n8n-workflow';

import { unwrap } from '../../api/answer';
import { isObject } from '../../api/json';
import { fillPath } from '../../api/path';
import type { ItemRun } from '../../operation/operation';

/** The assistant with this id, secrets and all: for reading before writing. @throws ApiFailure */
export async function readAssistant(item: ItemRun, assistantId: string): Promise<IDataObject> {
	return assistantIn(
		await item.send({
			method: 'GET',
			path: fillPath('/assistants/{assistantId}', { assistantId }),
			subject: `Assistant "${assistantId}"`,
		}),
	);
}

/** Takes an assistant out of its envelope. */
export function assistantIn(body: unknown): IDataObject {
	const assistant = unwrap(body, 'assistant');
	return isObject(assistant) ? assistant : {};
}
