import { randomUUID } from 'node:crypto';
import { deleted, item, list } from '../http/answers';
import { conflict } from '../http/errors';
import { route, type AnyRoute } from '../http/route';
import { e164 } from '../schema/formats';
import { fields, mapOf, required, text } from '../schema/rules';
import type { Lead, Organization } from '../store/types';
import { find, now, remove } from './common';

/** Values of variables are strings; numbers have to be turned into text. */
export const leadCreate = fields({
	phone_number: required(e164),
	variables: mapOf(text({ min: 0 })),
});

export const campaignLeads: AnyRoute[] = [
	route({
		method: 'GET',
		path: '/campaigns/:id/leads',
		answer: ({ org, params }) => {
			find(org.campaigns, params.id, 'Campaign');
			return list('leads', leadsOf(org, params.id));
		},
	}),
	route({
		method: 'POST',
		path: '/campaigns/:id/leads',
		status: 201,
		body: leadCreate,
		answer: ({ org, params, body }) => {
			const campaign = find(org.campaigns, params.id, 'Campaign');
			if (campaign.status === 'completed') {
				throw conflict('A completed campaign can no longer be changed');
			}
			const created = newLead(campaign.id, body);
			org.leads.push(created);
			return item('lead', created);
		},
	}),
	route({
		method: 'DELETE',
		path: '/campaigns/:id/leads/:leadId',
		answer: ({ org, params }) => {
			find(org.campaigns, params.id, 'Campaign');
			const lead = find(leadsOf(org, params.id), params.leadId, 'Lead');
			// Documented as refused; the status is not documented.
			if (lead.status === 'calling') throw conflict('Lead is being called and cannot be removed');
			remove(org.leads, lead.id, 'Lead');
			return deleted;
		},
	}),
];

/** Oldest first, all at once. */
const leadsOf = (org: Organization, campaignId: string): Lead[] =>
	org.leads.filter((lead) => lead.campaign_id === campaignId);

export function newLead(
	campaignId: string,
	{ phone_number, variables = {} }: ReturnType<typeof leadCreate>,
): Lead {
	return {
		id: randomUUID(),
		campaign_id: campaignId,
		phone_number,
		variables,
		status: 'pending',
		call_id: null,
		attempts: 0,
		last_attempt_at: null,
		created_at: now(),
	};
}
