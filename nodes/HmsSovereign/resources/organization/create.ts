import { additionalFields } from '../../fields/collections';
import { moreFields } from '../../fields/json';
import type { Field, Operation } from '../operation';

const notice: Field = {
	displayName:
		'The output holds the API key of the new organization. HMS Sovereign shows it this once and never again: store it in a safe place, and keep in mind that n8n saves it with the execution.',
	name: 'apiKeyNotice',
	type: 'notice',
	default: '',
};

const name: Field = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Client A',
	description: 'Name of the new organization',
	send: { in: 'body', as: 'name' },
};

const parent: Field = {
	displayName: 'Parent Organization ID',
	name: 'parentOrganizationId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 1f0f9a70-3f0e-4b4e-9d63-0a8f6f5a1b11',
	description:
		'The organization that pays for the new one, which uses its minutes. Organization > Get shows the ID of yours.',
	send: { in: 'body', as: 'parent_org_id' },
};

/** POST /organizations. `api_key` is in this one answer and can never be read again. */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create organization',
	description: 'Create an organization; the output holds its API key, which is shown only once',
	request: { method: 'POST', path: '/organizations' },
	fields: [notice, name, additionalFields([moreFields, parent])],
};
