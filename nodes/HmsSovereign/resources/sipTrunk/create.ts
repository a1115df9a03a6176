import { additionalFields } from '../../fields/collections';
import { moreFields } from '../../fields/json';
import { nameField, textField } from '../../fields/bodyFields';
import type { Field, Operation } from '../../operation/operation';

const provider = textField({
	displayName: 'Provider',
	name: 'provider',
	as: 'provider',
	required: true,
	placeholder: 'e.g. Voys',
	description: 'Name of your telephone provider',
});

const address = textField({
	displayName: 'Address',
	name: 'address',
	as: 'address',
	required: true,
	placeholder: 'e.g. sip.example.com',
	description: 'Host name of the SIP server',
});

const password = textField({
	displayName: 'Password',
	name: 'authPassword',
	as: 'auth_password',
	secret: true,
	description: 'Password for the SIP server. HMS Sovereign stores it encrypted and never shows it.',
});

const transport: Field = {
	displayName: 'Transport',
	name: 'transport',
	type: 'options',
	options: [
		{ name: 'TCP', value: 'tcp' },
		{ name: 'TLS', value: 'tls', description: 'Encrypted' },
		{ name: 'UDP', value: 'udp' },
	],
	default: 'udp',
	description: 'How the SIP server is reached',
	send: { in: 'body', as: 'transport' },
};

const username = textField({
	displayName: 'User Name',
	name: 'authUsername',
	as: 'auth_username',
	description: 'User name for the SIP server',
});

/** POST /sip-trunks. There is no update: a trunk is deleted and created again. */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create SIP trunk',
	description: 'Create a SIP trunk. To change one later, delete it and create it again.',
	request: { method: 'POST', path: '/sip-trunks', answer: 'trunk' },
	fields: [
		{ ...nameField('e.g. Office PBX', 'What you call this trunk'), required: true },
		provider,
		address,
		additionalFields([moreFields, password, transport, username]),
	],
};
