import type { Resource } from '../../operation/operation';
import { getAll } from './getAll';
import { getSummary } from './getSummary';

export const usage: Resource = {
	name: 'Usage',
	value: 'usage',
	description: 'What your calls used, call by call or in total',
	singular: 'Usage',
	operations: [getAll, getSummary],
};
