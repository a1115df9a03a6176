import type { Organization } from '../../sandbox';
import { casesOf } from './operationCase';

const PROVIDERS = [
	...['deepgram', 'openai', 'elevenlabs', 'inworld', 'resend'],
	...['xai', 'gladia', 'mistral', 'google', 'google_vertex'],
];

/** Where keys are in the vault; the keys themselves never come back. */
function secretIds({ providerKeys }: Organization) {
	const ids = PROVIDERS.map((provider) => [
		`${provider}_secret_id`,
		providerKeys[provider]?.secretId ?? null,
	]);
	return Object.fromEntries(ids) as Record<string, string | null>;
}

export const providerKey = casesOf('providerKey', [
	{
		operation: 'configure',
		plan: () => ({
			parameters: { provider: 'deepgram', config: '{ "region": "eu" }' },
			requests: () => [
				{
					method: 'POST',
					path: '/byok/config',
					body: { provider: 'deepgram', config: { region: 'eu' } },
				},
			],
			items: () => [{ deepgram: { region: 'eu' } }],
		}),
	},
	{
		operation: 'delete',
		plan: () => ({
			parameters: { provider: 'deepgram' },
			requests: () => [{ method: 'DELETE', path: '/byok', body: { provider: 'deepgram' } }],
			items: () => [{ deleted: true, provider: 'deepgram' }],
		}),
	},
	{
		operation: 'get',
		plan: ({ store: { main } }) => ({
			requests: () => [{ method: 'GET', path: '/byok' }],
			items: () => [secretIds(main)],
		}),
	},
	{
		operation: 'set',
		plan: ({ store: { main } }) => ({
			parameters: { provider: 'google_vertex', providerApiKey: 'only-in-the-vault' },
			requests: () => [
				{
					method: 'POST',
					path: '/byok',
					body: { provider: 'google_vertex', api_key: 'only-in-the-vault' },
				},
			],
			items: () => [secretIds(main)],
		}),
	},
]);
