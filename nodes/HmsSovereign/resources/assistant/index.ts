import type { Resource } from '../../operation/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const assistant: Resource = {
	name: 'Assistant',
	value: 'assistant',
	description: 'The voice assistants that answer and place calls',
	singular: 'Assistant',
	operations: [create, remove, get, getAll, update],
};
