import type { OperationCase } from './operationCase';

export const account: OperationCase[] = [
	{
		resource: 'account',
		operation: 'get',
		plan: ({ store: { main } }) => ({
			requests: () => [{ method: 'GET', path: '/account' }],
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
				requests: () => [
					{ method: 'GET', path: '/account', status: 410 },
					{ method: 'GET', path: '/organizations' },
				],
				items: () => [expect.objectContaining({ id: main.id, name: main.name })],
			};
		},
	},
	{
		resource: 'account',
		operation: 'checkBalance',
		plan: () => ({
			parameters: { thresholdMinutes: 600 },
			requests: () => [{ method: 'GET', path: '/account' }],
			items: () => [
				{
					minutes_balance: 500,
					monthly_usage_minutes: expect.any(Number),
					days_left: expect.any(Number),
					is_low: true,
					changed: true,
					message: expect.stringMatching(/^HMS Sovereign balance of .+ is low: 500 minutes left/),
				},
			],
		}),
	},
	{
		resource: 'account',
		operation: 'checkBalance',
		when: 'once the API has removed /account',
		plan: (api) => {
			api.account.remove(410);
			return {
				parameters: { thresholdMinutes: 100 },
				requests: () => [
					{ method: 'GET', path: '/account', status: 410 },
					{ method: 'GET', path: '/organizations' },
				],
				items: () => [expect.objectContaining({ minutes_balance: 500, is_low: false })],
			};
		},
	},
];
