import { casesOf } from './operationCase';

export const system = casesOf('system', [
	{
		operation: 'getHealth',
		plan: () => ({
			requests: () => [{ method: 'GET', path: '/health' }],
			items: () => [
				{
					status: 'ok',
					timestamp: expect.any(String),
					version: '1.0.0',
					checks: { database: { status: 'ok', latency_ms: 12 } },
				},
			],
		}),
	},
]);
