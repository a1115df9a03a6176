import { casesOf } from './operationCase';

export const organization = casesOf('organization', [
	{
		operation: 'create',
		plan: ({ store }) => ({
			parameters: {
				name: 'Client A',
				additionalFields: { parentOrganizationId: store.main.id },
			},
			requests: () => [
				{
					method: 'POST',
					path: '/organizations',
					body: { name: 'Client A', parent_org_id: store.main.id },
				},
			],
			items: () => [
				{
					id: store.organizations.at(-1)?.id,
					name: 'Client A',
					parent_org_id: store.main.id,
					api_key: expect.stringMatching(/^fl_/),
					created_at: store.organizations.at(-1)?.created_at,
				},
			],
		}),
	},
	{
		operation: 'get',
		plan: ({ store: { main } }) => ({
			requests: () => [{ method: 'GET', path: '/organizations' }],
			items: () => [
				{
					id: main.id,
					name: main.name,
					minutes_balance: main.minutes_balance,
					monthly_usage_minutes: expect.any(Number),
					active_numbers: expect.any(Number),
					active_agents: expect.any(Number),
					active_calls: expect.any(Number),
					has_local_models_access: false,
					parent_org_id: null,
				},
			],
		}),
	},
	{
		operation: 'get',
		when: 'with its children',
		plan: ({ store: { main, second } }) => {
			second.parent_org_id = main.id;
			const { id, name, created_at } = second;
			return {
				parameters: { includeChildren: true },
				requests: () => [
					{ method: 'GET', path: '/organizations', query: { include_children: 'true' } },
				],
				items: () => [expect.objectContaining({ children: [{ id, name, created_at }] })],
			};
		},
	},
	{
		operation: 'updateRetention',
		plan: () => ({
			parameters: { contentRetentionDays: 30, metadataRetentionDays: 730 },
			requests: () => [
				{
					method: 'PATCH',
					path: '/organizations',
					body: { content_retention_days: 30, metadata_retention_days: 730 },
				},
			],
			items: () => [{ content_retention_days: 30, metadata_retention_days: 730 }],
		}),
	},
]);
