import { returnAllOrLimit } from '../../fields/lists';
import type { Operation } from '../../operation/operation';

/** GET /voices: only the platform's own voices, not those of ElevenLabs and other providers. */
export const getAll: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many voices',
	description: "Get the platform's own voices; voices of other providers are not listed",
	request: { method: 'GET', path: '/voices', answer: 'voices', list: 'whole' },
	fields: returnAllOrLimit,
};
