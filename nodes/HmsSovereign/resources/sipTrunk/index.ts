import type { Resource } from '../../operation/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';

export const sipTrunk: Resource = {
	name: 'SIP Trunk',
	value: 'sipTrunk',
	description: 'Connections to your telephone provider or exchange',
	singular: 'SIP trunk',
	operations: [create, remove, get, getAll],
};
