import { byId } from '../byId';
import { casesOf } from './operationCase';

const definition = {
	version: 1,
	entry_node: 'reception',
	global_prompt: null,
	nodes: [
		{ id: 'reception', type: 'conversation', instructions: 'You are the receptionist.' },
		{ id: 'goodbye', type: 'end', first_line: 'Thanks for calling.' },
	],
	edges: [{ from: 'reception', to: 'goodbye', description: 'The caller is done.' }],
};

export const workflow = casesOf('workflow', [
	{
		operation: 'create',
		plan: ({ store: { main } }) => ({
			parameters: {
				name: 'Reception',
				definition: JSON.stringify(definition),
				additionalFields: { isActive: false },
			},
			requests: () => [
				{
					method: 'POST',
					path: '/workflows',
					body: { name: 'Reception', definition, is_active: false },
				},
			],
			items: () => [main.workflows.at(-1)],
		}),
	},
	{
		operation: 'create',
		when: 'with the definition that the form suggests',
		plan: ({ store: { main } }) => ({
			parameters: { name: 'Reception' },
			requests: () => [
				{
					method: 'POST',
					path: '/workflows',
					body: {
						name: 'Reception',
						definition: {
							version: 1,
							entry_node: 'reception',
							nodes: definition.nodes,
							edges: definition.edges,
						},
					},
				},
			],
			items: () => [main.workflows.at(-1)],
		}),
	},
	{
		operation: 'delete',
		plan: ({ store: { main } }) => {
			const [{ id }] = main.workflows;
			for (const number of main.numbers) number.workflow_id = null;
			return {
				parameters: { workflowId: byId(id) },
				requests: () => [{ method: 'DELETE', path: `/workflows/${id}` }],
				items: () => [{ deleted: true, id }],
			};
		},
	},
	{
		operation: 'get',
		plan: ({ store: { main } }) => {
			const [found] = main.workflows;
			return {
				parameters: { workflowId: byId(found.id) },
				requests: () => [{ method: 'GET', path: `/workflows/${found.id}` }],
				items: () => [found],
			};
		},
	},
	{
		operation: 'getAll',
		plan: ({ store: { main } }) => ({
			parameters: { returnAll: true },
			requests: () => [{ method: 'GET', path: '/workflows' }],
			items: () =>
				main.workflows.map(({ id, name, is_active, created_at, updated_at }) => ({
					...{ id, name, is_active, created_at, updated_at },
					entry_node: expect.any(String),
					node_count: expect.any(Number),
					edge_count: expect.any(Number),
				})),
		}),
	},
	{
		operation: 'update',
		plan: ({ store: { main } }) => {
			const [found] = main.workflows;
			return {
				parameters: {
					workflowId: byId(found.id),
					updateFields: { name: 'Front door', isActive: false, definition },
				},
				requests: () => [
					{
						method: 'PATCH',
						path: `/workflows/${found.id}`,
						body: { name: 'Front door', is_active: false, definition },
					},
				],
				items: () => [found],
			};
		},
	},
]);
