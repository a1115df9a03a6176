import type { Resource } from '../../operation/operation';
import { create } from './create';
import { remove } from './delete';
import { getAll } from './getAll';

export const campaignLead: Resource = {
	name: 'Campaign Lead',
	value: 'campaignLead',
	description: 'The people a campaign calls',
	singular: 'Lead',
	operations: [create, remove, getAll],
};
