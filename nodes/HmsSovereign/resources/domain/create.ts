import { textField } from '../../fields/bodyFields';
import type { Operation } from '../../operation/operation';
import { needsResendKey } from './advice';

/** POST /domains: there is one domain or none. */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create domain',
	description:
		'Set up the domain that e-mails are sent from. The output lists the DNS records to add.',
	request: {
		method: 'POST',
		path: '/domains',
		answer: 'domain',
		advice: {
			400: `Check the 'Domain Name', without https:// and without a slash. ${needsResendKey[400]}`,
			409: 'There is one e-mail domain for each organization. Read it with Domain: Get; to use another one, delete it first with Domain: Delete.',
		},
	},
	fields: [
		textField({
			displayName: 'Domain Name',
			name: 'domainName',
			as: 'domain_name',
			required: true,
			placeholder: 'e.g. mail.example.com',
			description: 'The domain; a Resend key must be stored with Provider Key > Set first',
		}),
	],
};
