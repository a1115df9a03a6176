import type { Resource } from '../../operation/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const phoneNumber: Resource = {
	name: 'Phone Number',
	value: 'phoneNumber',
	description: 'Your phone numbers, and what answers calls to them',
	singular: 'Phone number',
	operations: [create, remove, get, getAll, update],
};
