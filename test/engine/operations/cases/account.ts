import type { OperationCase } from '../operationCase';

export const account: OperationCase[] = [
	{
		resource: 'account',
		operation: 'get',
		plan: ({ store: { main } }) => ({
			requests: [{ method: 'GET', path: '/account' }],
			items: () => [
				{
					id: main.id,
					email: main.email,
					company_name: main.name,
					minutes_balance: main.minutes_balance,
					monthly_usage_minutes: expect.any(Number),
					active_numbers: expect.any(Number),
					active_agents: expect.any(Number),
					active_calls: expect.any(Number),
				},
			],
		}),
	},
	{
		resource: 'account',
		operation: 'get',
		when: 'once the API has removed /account',
		plan: (api) => {
			api.account.remove(410);
			const { main } = api.store;
			return {
				requests: [
					{ method: 'GET', path: '/account', status: 410 },
					{ method: 'GET', path: '/organizations' },
				],
				items: () => [expect.objectContaining({ id: main.id, name: main.name })],
			};
		},
	},
];
