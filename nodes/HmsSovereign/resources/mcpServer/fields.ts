import { toHttpsUrl } from '../../fields/checks';
import { keyValues } from '../../fields/collections';
import { nameField, numberField, textField } from '../../fields/bodyFields';
import type { Field } from '../../operation/operation';

export const name = nameField(
	'e.g. Mailbox',
	'What you call this server; no two of your servers may have the same name',
);

export const url = textField({
	displayName: 'URL',
	name: 'url',
	as: 'url',
	placeholder: 'e.g. https://mcp.example.com/mcp',
	description: 'Address of the server: https, and reachable from the internet',
	value: toHttpsUrl,
});

/** Values are write-only: the API stores them encrypted and gives back the names. */
export const headers = keyValues(
	'Headers',
	'headers',
	'Up to 10 headers to send to the server, such as Authorization. They replace all stored headers and are never shown again.',
	{ in: 'body', as: 'headers' },
	true,
);

export const timeoutSeconds = numberField({
	displayName: 'Server Timeout (Seconds)',
	name: 'timeoutSeconds',
	as: 'timeout_seconds',
	min: 5,
	max: 60,
	preset: 20,
	description: 'How long an assistant waits for the server, 5 to 60 seconds',
});

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
