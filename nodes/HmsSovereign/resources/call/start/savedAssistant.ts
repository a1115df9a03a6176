import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { ItemRun } from '../../../operation/operation';
import { readAssistant } from '../../assistant/read';

/** How long it is believed, so that calling a thousand people does not read it a thousand times. */
const REFRESH_MS = 60_000;

interface KnownAssistant {
	id: string;
	readAt: number;
	assistant: IDataObject;
}

const knownTo = new WeakMap<IExecuteFunctions, KnownAssistant>();

/** The saved assistant of a call, as it was at most a minute ago. @throws ApiFailure */
export async function savedAssistant(item: ItemRun, id: string): Promise<IDataObject> {
	const known = knownTo.get(item.context);
	if (known?.id === id && Date.now() - known.readAt < REFRESH_MS) return known.assistant;
	const assistant = await readAssistant(item, id);
	knownTo.set(item.context, { id, readAt: Date.now(), assistant });
	return assistant;
}
