import { byId } from '../byId';
import { casesOf } from './operationCase';

const parameters = { type: 'object', properties: { phone: { type: 'string' } } };

export const toolTemplate = casesOf('toolTemplate', [
	{
		operation: 'create',
		plan: ({ store: { main } }) => ({
			parameters: {
				name: 'Customer lookup',
				toolType: 'function',
				functionDescription: 'Find a customer in the CRM',
				functionUrl: 'https://n8n.example.com/webhook/lookup',
				functionParameters: JSON.stringify(parameters),
				functionName: 'lookup_customer',
				functionAsync: true,
				additionalFields: { description: 'For the front desk' },
			},
			requests: () => [
				{
					method: 'POST',
					path: '/tool-templates',
					body: {
						name: 'Customer lookup',
						tool_type: 'function',
						tool_config: {
							description: 'Find a customer in the CRM',
							url: 'https://n8n.example.com/webhook/lookup',
							parameters,
							name: 'lookup_customer',
							async: true,
						},
						description: 'For the front desk',
					},
				},
			],
			items: () => [main.toolTemplates.at(-1)],
		}),
	},
	{
		operation: 'create',
		when: 'to hang up',
		plan: ({ store: { main } }) => ({
			parameters: { name: 'Hang up', toolType: 'end_call' },
			requests: () => [
				{
					method: 'POST',
					path: '/tool-templates',
					body: { name: 'Hang up', tool_type: 'end_call', tool_config: {} },
				},
			],
			items: () => [main.toolTemplates.at(-1)],
		}),
	},
	{
		operation: 'create',
		when: 'to transfer',
		plan: ({ store: { main } }) => ({
			parameters: {
				name: 'To sales',
				toolType: 'transfer_call',
				destinations: {
					destination: [
						{ number: '+31 20 123 4567', description: 'Sales', message: 'One moment.' },
						{ number: '+31201234568', description: 'Support', message: '' },
					],
				},
			},
			requests: () => [
				{
					method: 'POST',
					path: '/tool-templates',
					body: {
						name: 'To sales',
						tool_type: 'transfer_call',
						tool_config: {
							destinations: [
								{
									type: 'number',
									number: '+31201234567',
									description: 'Sales',
									message: 'One moment.',
								},
								{ type: 'number', number: '+31201234568', description: 'Support' },
							],
						},
					},
				},
			],
			items: () => [main.toolTemplates.at(-1)],
		}),
	},
	{
		operation: 'delete',
		plan: ({ store: { main } }) => {
			const [{ id }] = main.toolTemplates;
			return {
				parameters: { toolTemplateId: byId(id) },
				requests: () => [{ method: 'DELETE', path: `/tool-templates/${id}` }],
				items: () => [{ deleted: true, id }],
			};
		},
	},
	{
		operation: 'get',
		plan: ({ store: { main } }) => {
			const [template] = main.toolTemplates;
			return {
				parameters: { toolTemplateId: byId(template.id) },
				requests: () => [{ method: 'GET', path: `/tool-templates/${template.id}` }],
				items: () => [template],
			};
		},
	},
	{
		operation: 'getAll',
		plan: ({ store: { main } }) => ({
			parameters: { returnAll: true },
			requests: () => [{ method: 'GET', path: '/tool-templates' }],
			items: () => main.toolTemplates,
		}),
	},
	{
		operation: 'getAll',
		when: 'the first one only',
		plan: ({ store: { main } }) => ({
			parameters: { limit: 1 },
			requests: () => [{ method: 'GET', path: '/tool-templates' }],
			items: () => main.toolTemplates.slice(0, 1),
		}),
	},
	{
		operation: 'update',
		plan: ({ store: { main } }) => {
			const [template] = main.toolTemplates;
			return {
				parameters: {
					toolTemplateId: byId(template.id),
					updateFields: {
						name: 'Hang up',
						toolType: 'end_call',
						toolConfig: '{}',
						clearFields: ['description'],
					},
				},
				requests: () => [
					{
						method: 'PATCH',
						path: `/tool-templates/${template.id}`,
						body: { name: 'Hang up', tool_type: 'end_call', tool_config: {}, description: null },
					},
				],
				items: () => [{ ...template, description: null }],
			};
		},
	},
]);
