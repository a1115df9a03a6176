import { randomUUID } from 'node:crypto';
import { deleted, item, list } from '../http/answers';
import { conflict } from '../http/errors';
import { route, type AnyRoute } from '../http/route';
import { timeOfDay, timeZone, uuid } from '../schema/formats';
import { fields, list as listOf, nullable, oneOf, required, text } from '../schema/rules';
import type { Campaign, Organization } from '../store/types';
import { find, mustExist, now, remove, update } from './common';
import { leadCreate, newLead } from './campaignLeads';

const campaignCreate = fields({
	name: required(text()),
	agent_id: required(uuid),
	system_message_template: nullable(text()),
	schedule_start_time: required(timeOfDay),
	schedule_end_time: required(timeOfDay),
	timezone: required(timeZone),
	leads: listOf(leadCreate),
});

/** The assistant cannot be changed, and only the platform sets `completed`. */
const campaignUpdate = fields({
	name: text(),
	status: oneOf(['draft', 'scheduled', 'paused', 'cancelled']),
	// A string in the SDK's type, never null; an empty one is taken for no message.
	system_message_template: text({ min: 0 }),
	schedule_start_time: timeOfDay,
	schedule_end_time: timeOfDay,
	timezone: timeZone,
});

export const campaigns: AnyRoute[] = [
	route({
		method: 'GET',
		path: '/campaigns',
		answer: ({ org }) =>
			list(
				'campaigns',
				org.campaigns.map((entry) => shown(org, entry)),
			),
	}),
	route({
		method: 'POST',
		path: '/campaigns',
		status: 201,
		body: campaignCreate,
		answer: ({ org, body: { leads = [], ...body } }) => {
			mustExist(org.assistants, body.agent_id, 'agent_id');
			const moment = now();
			const created: Campaign = {
				id: randomUUID(),
				status: 'draft',
				...body,
				system_message_template: body.system_message_template ?? null,
				created_at: moment,
				updated_at: moment,
			};
			org.campaigns.push(created);
			leads.forEach((lead) => org.leads.push(newLead(created.id, lead)));
			return item('campaign', shown(org, created));
		},
	}),
	route({
		method: 'GET',
		path: '/campaigns/:id',
		answer: ({ org, params }) =>
			item('campaign', shown(org, find(org.campaigns, params.id, 'Campaign'))),
	}),
	route({
		method: 'PATCH',
		path: '/campaigns/:id',
		body: campaignUpdate,
		answer: ({ org, params, body }) => {
			const found = find(org.campaigns, params.id, 'Campaign');
			refuseWhenOver(found, body.status);
			return item('campaign', shown(org, update(found, body)));
		},
	}),
	route({
		method: 'DELETE',
		path: '/campaigns/:id',
		answer: ({ org, params }) => {
			remove(org.campaigns, params.id, 'Campaign');
			org.leads = org.leads.filter((lead) => lead.campaign_id !== params.id);
			return deleted;
		},
	}),
];

/** The refusals are documented, their status is not: the sandbox answers 409. */
function refuseWhenOver(campaign: Campaign, status: string | undefined): void {
	if (campaign.status === 'completed') {
		throw conflict('A completed campaign can no longer be changed');
	}
	if (campaign.status === 'cancelled' && status && status !== 'cancelled') {
		throw conflict('A cancelled campaign cannot be started again');
	}
}

function shown(org: Organization, campaign: Campaign): object {
	const leads = org.leads.filter((lead) => lead.campaign_id === campaign.id);
	return {
		...campaign,
		total_leads: leads.length,
		completed_leads: leads.filter((lead) => lead.status === 'completed').length,
		failed_leads: leads.filter((lead) => lead.status === 'failed').length,
	};
}
