import { randomUUID } from 'node:crypto';
import { bare, deleted, item } from '../http/answers';
import { badRequest, conflict, notFound } from '../http/errors';
import { route, type AnyRoute } from '../http/route';
import { hostname } from '../schema/formats';
import { fields, required, text } from '../schema/rules';
import type { Domain, JsonObject, Organization } from '../store/types';
import { now, update } from './common';

const domainCreate = fields({ domain_name: required(hostname) });
/** The one camelCase field of the API. */
const domainSelect = fields({ resendDomainId: required(text()) });

/** The organization's e-mail domain at Resend: there is one or none. */
export const domains: AnyRoute[] = [
	route({ method: 'GET', path: '/domains', answer: ({ org }) => item('domain', org.domain) }),
	route({
		method: 'POST',
		path: '/domains',
		status: 201,
		body: domainCreate,
		answer: ({ org, body }) => {
			needResendKey(org);
			if (org.domain) throw conflict('The organization already has a domain. Delete it first.');
			org.domain = newDomain(org.id, body.domain_name, randomUUID(), 'not_started');
			return item('domain', org.domain);
		},
	}),
	route({
		method: 'DELETE',
		path: '/domains',
		answer: ({ org }) => {
			currentDomain(org);
			org.domain = null;
			return deleted;
		},
	}),
	route({
		method: 'GET',
		path: '/domains/sync',
		answer: ({ org }) => {
			needResendKey(org);
			const selected = org.domain?.resend_domain_id ?? null;
			return bare({ domains: org.resendDomains, selected_domain_id: selected });
		},
	}),
	route({
		method: 'POST',
		path: '/domains/sync',
		body: domainSelect,
		answer: ({ org, body }) => {
			needResendKey(org);
			const chosen = org.resendDomains.find((entry) => entry.id === body.resendDomainId);
			if (!chosen) throw notFound('Resend domain');
			org.domain = newDomain(org.id, chosen.name, chosen.id, chosen.status);
			return item('domain', org.domain, { message: 'Domain synced successfully from Resend' });
		},
	}),
	route({
		method: 'POST',
		path: '/domains/verify',
		answer: ({ org }) => {
			needResendKey(org);
			return item('domain', setStatus(currentDomain(org), 'pending'));
		},
	}),
	route({
		method: 'POST',
		path: '/domains/refresh',
		answer: ({ org }) => {
			needResendKey(org);
			const domain = currentDomain(org);
			// The DNS records of the simulation are always right: one refresh after verify.
			return item('domain', domain.status === 'pending' ? setStatus(domain, 'verified') : domain);
		},
	}),
];

/** Domains need a Resend key stored with BYOK; the status of the refusal is not documented. */
function needResendKey(org: Organization): void {
	if (!org.providerKeys.resend) throw badRequest('No API key is stored for resend');
}

function currentDomain(org: Organization): Domain {
	if (!org.domain) throw notFound('Domain');
	return org.domain;
}

function setStatus(domain: Domain, status: string): Domain {
	const records = domain.records?.map((record) => ({ ...record, status })) ?? null;
	const verified_at = status === 'verified' ? now() : null;
	return update(domain, { status, records, verified_at });
}

function newDomain(orgId: string, name: string, resendId: string, status: string): Domain {
	const moment = now();
	return {
		id: randomUUID(),
		org_id: orgId,
		domain_name: name,
		resend_domain_id: resendId,
		status,
		region: 'eu-west-1',
		records: dnsRecords(status),
		created_at: moment,
		updated_at: moment,
		verified_at: status === 'verified' ? moment : null,
	};
}

function dnsRecords(status: string): JsonObject[] {
	const feedback = 'feedback-smtp.example.com';
	return [
		{ record: 'SPF', name: 'send', type: 'MX', ttl: 'Auto', status, value: feedback, priority: 10 },
		{ record: 'SPF', name: 'send', type: 'TXT', ttl: 'Auto', status, value: 'v=spf1 -all' },
		{ record: 'DKIM', name: 'resend._domainkey', type: 'TXT', ttl: 'Auto', status, value: 'p=MIG' },
	];
}
