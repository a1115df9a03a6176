import { additionalFields } from '../../fields/collections';
import { moreFields } from '../../fields/json';
import type { Field, Operation } from '../operation';

const name: Field = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Office PBX',
	description: 'What you call this trunk',
	send: { in: 'body', as: 'name' },
};

const provider: Field = {
	displayName: 'Provider',
	name: 'provider',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Voys',
	description: 'Name of your telephone provider',
	send: { in: 'body', as: 'provider' },
};

const address: Field = {
	displayName: 'Address',
	name: 'address',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. sip.example.com',
	description: 'Host name of the SIP server',
	send: { in: 'body', as: 'address' },
};

const password: Field = {
	displayName: 'Password',
	name: 'authPassword',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	description: 'Password for the SIP server. HMS Sovereign stores it encrypted and never shows it.',
	send: { in: 'body', as: 'auth_password' },
};

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

const username: Field = {
	displayName: 'User Name',
	name: 'authUsername',
	type: 'string',
	default: '',
	description: 'User name for the SIP server',
	send: { in: 'body', as: 'auth_username' },
};

/** POST /sip-trunks. There is no update: a trunk is deleted and created again. */
export const create: Operation = {
	name: 'Create',
	value: 'create',
	action: 'Create SIP trunk',
	description: 'Create a SIP trunk. To change one later, delete it and create it again.',
	request: { method: 'POST', path: '/sip-trunks', answer: 'trunk' },
	fields: [name, provider, address, additionalFields([moreFields, password, transport, username])],
};
