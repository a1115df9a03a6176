import type { Resource } from '../../operation/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getResults } from './getResults';
import { update } from './update';

export const campaign: Resource = {
	name: 'Campaign',
	value: 'campaign',
	description: 'Calls to a list of leads, within daily hours',
	singular: 'Campaign',
	operations: [create, remove, get, getAll, getResults, update],
};
