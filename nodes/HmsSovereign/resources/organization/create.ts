import { additionalFields } from '../../fields/collections';
import { moreFields } from '../../fields/json';
import { nameField, textField } from '../../fields/bodyFields';
import type { Field, Operation } from '../../operation/operation';

const notice: Field = {
	displayName:
		'The output holds the API key of the new organization. HMS Sovereign shows it this once and never again: have the next node store it in a safe place. n8n saves it with the execution, and may hide it there.',
	name: 'apiKeyNotice',
	type: 'notice',
	default: '',
};

const parent = textField({
	displayName: 'Parent Organization ID',
	name: 'parentOrganizationId',
	as: 'parent_org_id',
	placeholder: 'e.g. 1f0f9a70-3f0e-4b4e-9d63-0a8f6f5a1b11',
	description:
		'The organization that pays for the new one, which uses its minutes. Organization > Get shows the ID of yours.',
});

/** POST /organizations. `api_key` is in this one answer and can never be read again. */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create organization',
	description: 'Create an organization; the output holds its API key, which is shown only once',
	request: { method: 'POST', path: '/organizations' },
	fields: [
		notice,
		{ ...nameField('e.g. Client A', 'Name of the new organization'), required: true },
		additionalFields([moreFields, parent]),
	],
};
