import type { Resource } from '../../operation/operation';
import { getHealth } from './getHealth';

export const system: Resource = {
	name: 'System',
	value: 'system',
	description: 'State of the HMS Sovereign platform',
	singular: 'System',
	operations: [getHealth],
};
