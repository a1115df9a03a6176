import type { Resource } from '../../operation/operation';
import { getAll } from './getAll';

export const voice: Resource = {
	name: 'Voice',
	value: 'voice',
	description: 'Voices that assistants can speak with',
	singular: 'Voice',
	operations: [getAll],
};
