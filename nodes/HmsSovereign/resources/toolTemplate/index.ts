import type { Resource } from '../../operation/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const toolTemplate: Resource = {
	name: 'Tool Template',
	value: 'toolTemplate',
	description: 'Tools to copy into assistants: webhooks, call transfers, hanging up',
	singular: 'Tool template',
	operations: [create, remove, get, getAll, update],
};
