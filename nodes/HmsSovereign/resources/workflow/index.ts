import type { Resource } from '../../operation/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const workflow: Resource = {
	name: 'Call Workflow',
	value: 'workflow',
	description: 'Conversations of several steps that answer calls to a number',
	singular: 'Call workflow',
	operations: [create, remove, get, getAll, update],
};
