import { casesOf } from './operationCase';

export const voice = casesOf('voice', [
	{
		operation: 'getAll',
		plan: () => ({
			parameters: { limit: 2 },
			requests: () => [{ method: 'GET', path: '/voices' }],
			items: () =>
				[1, 2].map(() => ({
					id: expect.any(String),
					name: expect.any(String),
					language: expect.any(String),
					description: { en: expect.any(String), nl: expect.any(String) },
				})),
		}),
	},
]);
