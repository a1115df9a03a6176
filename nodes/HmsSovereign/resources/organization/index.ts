import type { Resource } from '../../operation/operation';
import { create } from './create';
import { get } from './get';
import { updateRetention } from './updateRetention';

export const organization: Resource = {
	name: 'Organization',
	value: 'organization',
	description: 'Your organization, its child organizations, and how long data is kept',
	singular: 'Organization',
	operations: [create, get, updateRetention],
};
