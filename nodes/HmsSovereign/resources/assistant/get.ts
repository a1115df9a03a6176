import { simplify } from '../../fields/lists';
import { assistantId } from '../../fields/resourceIds';
import type { Operation } from '../../operation/operation';
import { simplified } from './simplified';

/** GET /assistants/{id} */
export const get: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get assistant',
	description: 'Get an assistant; turn off Simplify for its model, voice, prompt and tools',
	request: {
		method: 'GET',
		path: '/assistants/{assistantId}',
		answer: 'assistant',
		simplified,
	},
	fields: [assistantId, simplify],
};
