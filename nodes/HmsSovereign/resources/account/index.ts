import type { Resource } from '../../operation/operation';
import { checkBalance } from './checkBalance';
import { get } from './get';

export const account: Resource = {
	name: 'Account',
	value: 'account',
	description: 'Minutes balance, usage and counts of your organization',
	singular: 'Account',
	operations: [get, checkBalance],
};
