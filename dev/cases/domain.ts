import type { Domain, Organization } from '../../sandbox';
import { byId } from '../byId';
import { casesOf } from './operationCase';

function storeResendKey(org: Organization): void {
	org.providerKeys.resend = { secretId: 'vault-resend', apiKey: 'only-in-the-vault' };
}

function addDomain(org: Organization): Domain {
	storeResendKey(org);
	const [{ id, name }] = org.resendDomains;
	const at = '2026-01-01T00:00:00.000Z';
	const record = { record: 'SPF', name: 'send', type: 'MX', ttl: 'Auto', status: 'pending' };
	return (org.domain = {
		...{ id: 'd1d1d1d1-0000-4000-8000-000000000001', org_id: org.id, domain_name: name },
		...{ resend_domain_id: id, status: 'pending', region: 'eu-west-1' },
		...{ records: [{ ...record, value: 'feedback-smtp.example.com', priority: 10 }] },
		...{ created_at: at, updated_at: at, verified_at: null },
	});
}

export const domain = casesOf('domain', [
	{
		operation: 'create',
		plan: ({ store: { main } }) => {
			storeResendKey(main);
			return {
				parameters: { domainName: 'mail.example.com' },
				requests: () => [
					{ method: 'POST', path: '/domains', body: { domain_name: 'mail.example.com' } },
				],
				items: () => [main.domain],
			};
		},
	},
	{
		operation: 'delete',
		plan: ({ store: { main } }) => {
			addDomain(main);
			return {
				requests: () => [{ method: 'DELETE', path: '/domains' }],
				items: () => [{ deleted: true }],
			};
		},
	},
	{
		operation: 'get',
		plan: ({ store: { main } }) => {
			addDomain(main);
			return { requests: () => [{ method: 'GET', path: '/domains' }], items: () => [main.domain] };
		},
	},
	{
		operation: 'get',
		when: 'when there is none',
		plan: () => ({
			requests: () => [{ method: 'GET', path: '/domains' }],
			items: () => [{ domain: null }],
		}),
	},
	{
		operation: 'getResendDomains',
		plan: ({ store: { main } }) => {
			addDomain(main);
			const [first, ...others] = main.resendDomains;
			return {
				parameters: { returnAll: true },
				requests: () => [{ method: 'GET', path: '/domains/sync' }],
				items: () => [
					{ ...first, selected: true },
					...others.map((other) => ({ ...other, selected: false })),
				],
			};
		},
	},
	{
		operation: 'getResendDomains',
		when: 'the first one only, none selected',
		plan: ({ store: { main } }) => {
			storeResendKey(main);
			return {
				parameters: { limit: 1 },
				requests: () => [{ method: 'GET', path: '/domains/sync' }],
				items: () => [{ ...main.resendDomains[0], selected: false }],
			};
		},
	},
	{
		operation: 'refresh',
		plan: ({ store: { main } }) => {
			addDomain(main);
			return {
				requests: () => [{ method: 'POST', path: '/domains/refresh' }],
				items: () => [main.domain],
			};
		},
	},
	{
		operation: 'selectResendDomain',
		plan: ({ store: { main } }) => {
			storeResendKey(main);
			const [{ id }] = main.resendDomains;
			return {
				parameters: { resendDomainId: byId(id) },
				requests: () => [{ method: 'POST', path: '/domains/sync', body: { resendDomainId: id } }],
				items: () => [main.domain],
			};
		},
	},
	{
		operation: 'verify',
		plan: ({ store: { main } }) => {
			addDomain(main);
			return {
				requests: () => [{ method: 'POST', path: '/domains/verify' }],
				items: () => [main.domain],
			};
		},
	},
]);
