import { KEY_PROVIDERS } from '../catalogue/speech';
import { bare } from '../http/answers';
import { badRequest, notFound } from '../http/errors';
import { route, type AnyRoute } from '../http/route';
import { anyObject, fields, oneOf, required, text } from '../schema/rules';
import type { Organization } from '../store/types';

const provider = oneOf(KEY_PROVIDERS);
const keySet = fields({ provider: required(provider), api_key: required(text()) });
const keyDelete = fields({ provider: required(provider) });
const keyConfig = fields({ provider: required(provider), config: required(anyObject) });

/** Provider keys: values go in and never come out again, only the id of the vault entry does. */
export const byok: AnyRoute[] = [
	route({
		method: 'GET',
		path: '/byok',
		answer: ({ org }) => bare({ byok_keys: secretIds(org) }),
	}),
	route({
		method: 'POST',
		path: '/byok',
		status: 201,
		body: keySet,
		answer: ({ org, body }) => {
			const secretId = `vault-${body.provider}-${Date.now()}`;
			org.providerKeys[body.provider] = { secretId, apiKey: body.api_key };
			return bare({ success: true, byok_keys: secretIds(org) });
		},
	}),
	route({
		method: 'DELETE',
		path: '/byok',
		body: keyDelete,
		answer: ({ org, body }) => {
			if (!org.providerKeys[body.provider]) throw notFound(`Key of ${body.provider}`);
			delete org.providerKeys[body.provider];
			return bare({ success: true, byok_keys: secretIds(org) });
		},
	}),
	route({
		method: 'POST',
		path: '/byok/config',
		body: keyConfig,
		answer: ({ org, body }) => {
			if (!org.providerKeys[body.provider]) {
				throw badRequest(`No API key is stored for ${body.provider}`);
			}
			const merged = { ...org.providerConfigs[body.provider], ...body.config };
			org.providerConfigs[body.provider] = merged;
			return bare({ byok_config: org.providerConfigs });
		},
	}),
];

const secretIds = (org: Organization) =>
	Object.fromEntries(
		KEY_PROVIDERS.map((name) => [`${name}_secret_id`, org.providerKeys[name]?.secretId ?? null]),
	);
