import { casesOf } from './operationCase';

const period = { startDate: '2020-01-01T00:00:00', endDate: '2040-01-01T00:00:00Z' };

/** A time without a zone is in the workflow's: five hours behind UTC in January. */
const sentPeriod = { start_date: '2020-01-01T05:00:00.000Z', end_date: '2040-01-01T00:00:00.000Z' };

export const usage = casesOf('usage', [
	{
		operation: 'getAll',
		plan: ({ store: { main } }) => ({
			parameters: { limit: 3, filters: period },
			requests: () => [
				{ method: 'GET', path: '/usage', query: { ...sentPeriod, limit: '3', offset: '0' } },
			],
			items: () => main.usage.slice(-3).reverse(),
		}),
	},
	{
		operation: 'getAll',
		when: 'all of them',
		plan: ({ store: { main } }) => ({
			parameters: { returnAll: true },
			requests: () => [{ method: 'GET', path: '/usage', query: { limit: '1000', offset: '0' } }],
			items: () => [...main.usage].reverse(),
		}),
	},
	{
		operation: 'getSummary',
		plan: ({ store: { main } }) => ({
			parameters: { filters: period },
			requests: () => [{ method: 'GET', path: '/usage', query: { ...sentPeriod, limit: '1' } }],
			items: () => [
				{
					total_calls: main.usage.length,
					total_duration_seconds: main.usage.reduce(
						(sum, { duration_sec }) => sum + duration_sec,
						0,
					),
					total_duration_minutes: expect.any(Number),
				},
			],
		}),
	},
]);
