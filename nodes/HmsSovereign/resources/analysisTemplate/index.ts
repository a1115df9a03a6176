import type { Resource } from '../../operation/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const analysisTemplate: Resource = {
	name: 'Analysis Template',
	value: 'analysisTemplate',
	description: 'Instructions that turn the transcript of a call into structured data',
	singular: 'Analysis template',
	operations: [create, remove, get, getAll, update],
};
