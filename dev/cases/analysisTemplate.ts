import { byId } from '../byId';
import { casesOf } from './operationCase';

const schema = { type: 'object', properties: { budget: { type: 'number' } } };

export const analysisTemplate = casesOf('analysisTemplate', [
	{
		operation: 'create',
		plan: ({ store: { main } }) => ({
			parameters: {
				name: 'Lead qualification',
				systemPrompt: 'You are a sales analyst.',
				userPrompt: 'Find the budget. Transcript: {transcript}',
				schema: JSON.stringify(schema),
				additionalFields: { description: 'For sales' },
			},
			requests: () => [
				{
					method: 'POST',
					path: '/analysis-templates',
					body: {
						name: 'Lead qualification',
						system_prompt: 'You are a sales analyst.',
						user_prompt: 'Find the budget. Transcript: {transcript}',
						schema,
						description: 'For sales',
					},
				},
			],
			items: () => [main.analysisTemplates.at(-1)],
		}),
	},
	{
		operation: 'create',
		when: 'its results described in rows',
		plan: ({ store: { main } }) => ({
			parameters: {
				name: 'Wish',
				systemPrompt: 'Be brief.',
				userPrompt: '{transcript}',
				results: {
					list: [
						{
							name: 'wish',
							type: 'choice',
							choices: 'move, cancel',
							description: 'What is wanted',
						},
						{ name: 'urgent', type: 'boolean' },
						{ name: '' },
					],
				},
			},
			requests: () => [
				{
					method: 'POST',
					path: '/analysis-templates',
					body: {
						name: 'Wish',
						system_prompt: 'Be brief.',
						user_prompt: '{transcript}',
						schema: {
							type: 'object',
							properties: {
								wish: { type: 'string', enum: ['move', 'cancel'], description: 'What is wanted' },
								urgent: { type: 'boolean' },
							},
						},
					},
				},
			],
			items: () => [main.analysisTemplates.at(-1)],
		}),
	},
	{
		operation: 'delete',
		plan: ({ store: { main } }) => {
			const [{ id }] = main.analysisTemplates;
			return {
				parameters: { analysisTemplateId: byId(id) },
				requests: () => [{ method: 'DELETE', path: `/analysis-templates/${id}` }],
				items: () => [{ deleted: true, id }],
			};
		},
	},
	{
		operation: 'get',
		plan: ({ store: { main } }) => {
			const [template] = main.analysisTemplates;
			return {
				parameters: { analysisTemplateId: byId(template.id) },
				requests: () => [{ method: 'GET', path: `/analysis-templates/${template.id}` }],
				items: () => [template],
			};
		},
	},
	{
		operation: 'getAll',
		plan: ({ store: { main } }) => ({
			parameters: { returnAll: true },
			requests: () => [{ method: 'GET', path: '/analysis-templates' }],
			items: () => main.analysisTemplates,
		}),
	},
	{
		operation: 'update',
		plan: ({ store: { main } }) => {
			const [template] = main.analysisTemplates;
			return {
				parameters: {
					analysisTemplateId: byId(template.id),
					updateFields: {
						name: 'Budget',
						schema,
						systemPrompt: 'Be brief.',
						userPrompt: '{summary}',
					},
				},
				requests: () => [
					{
						method: 'PATCH',
						path: `/analysis-templates/${template.id}`,
						body: {
							name: 'Budget',
							schema,
							system_prompt: 'Be brief.',
							user_prompt: '{summary}',
						},
					},
				],
				items: () => [template],
			};
		},
	},
	{
		operation: 'update',
		when: 'clearing the description',
		plan: ({ store: { main } }) => {
			const [, template] = main.analysisTemplates;
			return {
				parameters: {
					analysisTemplateId: byId(template.id),
					updateFields: { clearFields: ['description'] },
				},
				requests: () => [
					{
						method: 'PATCH',
						path: `/analysis-templates/${template.id}`,
						body: { description: null },
					},
				],
				items: () => [{ ...template, description: null }],
			};
		},
	},
]);
