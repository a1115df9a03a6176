import { locator } from '../../../fields/locator';
import type { Field, FieldGroup } from '../../../operation/operation';
import { toolParameters } from './toolParameters';
import { toTools } from './toTools';

const text = (
	displayName: string,
	name: string,
	description: string,
	more: Partial<Field> = {},
): Field => ({ displayName, name, type: 'string', default: '', description, ...more });

const webhookTool: FieldGroup = {
	name: 'webhook',
	displayName: 'Webhook Tool',
	values: [
		text('Name', 'name', 'A short name without spaces, by which the model calls the tool', {
			placeholder: 'e.g. lookup_customer',
		}),
		text('Description', 'description', 'What the tool does and when the assistant should use it', {
			placeholder: 'e.g. Find a customer by phone number',
		}),
		text('URL', 'url', 'The address that is called, such as that of an n8n webhook', {
			placeholder: 'e.g. https://n8n.example.com/webhook/lookup',
		}),
		...toolParameters,
		text('Secret', 'secret', 'Signs the calls to this URL, so that it can check who calls', {
			typeOptions: { password: true },
		}),
		{
			displayName: 'Do Not Wait',
			name: 'async',
			type: 'boolean',
			default: false,
			description: 'Whether the assistant goes on talking while the tool works',
		},
		text('Message', 'message', 'What the assistant says when it uses the tool', {
			placeholder: 'e.g. One moment, I am looking that up.',
		}),
	],
};

const endCall: FieldGroup = {
	name: 'endCall',
	displayName: 'End Call',
	values: [
		{
			displayName: 'The assistant hangs up when the conversation is done',
			name: 'notice',
			type: 'notice',
			default: '',
		},
	],
};

const transferCall: FieldGroup = {
	name: 'transfer',
	displayName: 'Transfer Call',
	values: [
		{
			displayName: 'Destinations',
			name: 'destinations',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add destination',
			default: {},
			description: 'Where the assistant may transfer a call to',
			options: [
				{
					name: 'list',
					displayName: 'Destination',
					values: [
						text('Phone Number', 'number', 'A phone number in international format', {
							placeholder: 'e.g. +31201234567',
						}),
						text('Description', 'description', 'Who answers there, so that the model can choose', {
							placeholder: 'e.g. Sales',
						}),
						text('Message', 'message', 'What the assistant says before it transfers'),
					],
				},
			],
		},
	],
};

const mcpServer: FieldGroup = {
	name: 'mcpServer',
	displayName: 'MCP Server',
	values: [
		locator({
			displayName: 'MCP Server',
			name: 'mcpServerId',
			list: 'searchMcpServers',
			description: 'The server whose tools the assistant may use',
		}),
		text('Allowed Tools', 'allowedTools', 'Names of up to 25 tools, with commas between them', {
			placeholder: 'e.g. search_mail, send_mail',
			takes: 'list',
		}),
		{
			displayName: 'Required',
			name: 'required',
			type: 'boolean',
			default: true,
			description: 'Whether calls are refused while the server cannot be reached',
		},
	],
};

const jsonTool: FieldGroup = {
	name: 'json',
	displayName: 'Tool as JSON',
	values: [
		{
			displayName: 'Tool (JSON)',
			name: 'tool',
			type: 'json',
			default: '{}',
			description: 'A tool as the HMS Sovereign API describes it',
		},
	],
};

/** `llm_config.tools` (API docs: Custom Tools). The list is always sent as a whole. */
export const tools: Field = {
	displayName: 'Tools',
	name: 'tools',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add tool',
	default: {},
	description: 'What the assistant can do during a call',
	options: [webhookTool, endCall, transferCall, mcpServer, jsonTool],
	send: { in: 'body', as: 'llm_config.tools', value: toTools },
};
