import { toHttpsUrl, wholeNumber } from '../../fields/checks';
import { keyValues } from '../../fields/collections';
import type { Field } from '../operation';

export const name: Field = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Mailbox',
	description: 'What you call this server; no two of your servers may have the same name',
	send: { in: 'body', as: 'name' },
};

export const url: Field = {
	displayName: 'URL',
	name: 'url',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://mcp.example.com/mcp',
	description: 'Address of the server: https, and reachable from the internet',
	send: { in: 'body', as: 'url', value: toHttpsUrl },
};

/** Values are write-only: the API stores them encrypted and gives back the names. */
export const headers = keyValues(
	'Headers',
	'headers',
	'Up to 10 headers to send to the server, such as Authorization. They replace all stored headers and are never shown again.',
	{ in: 'body', as: 'headers' },
	true,
);

export const timeoutSeconds: Field = {
	displayName: 'Server Timeout (Seconds)',
	name: 'timeoutSeconds',
	type: 'number',
	typeOptions: { minValue: 5, maxValue: 60 },
	default: 20,
	description: 'How long an assistant waits for the server, 5 to 60 seconds',
	send: { in: 'body', as: 'timeout_seconds', value: wholeNumber(5, 60) },
};

export const transport: Field = {
	displayName: 'Transport',
	name: 'transport',
	type: 'options',
	options: [
		{ name: 'Server-Sent Events', value: 'sse', description: 'For older servers' },
		{ name: 'Streamable HTTP', value: 'streamable_http' },
	],
	default: 'streamable_http',
	description: 'How the server is spoken to',
	send: { in: 'body', as: 'transport' },
};
