import { byId } from '../byId';
import { casesOf } from './operationCase';

export const campaignLead = casesOf('campaignLead', [
	{
		operation: 'create',
		plan: ({ store: { main } }) => {
			const found = main.campaigns.filter(({ status }) => status === 'paused')[0];
			return {
				parameters: {
					campaignId: byId(found.id),
					phoneNumber: '+31 6 1234-5678',
					variables: { pairs: [{ name: 'name', value: 'John' }] },
				},
				requests: () => [
					{
						method: 'POST',
						path: `/campaigns/${found.id}/leads`,
						body: { phone_number: '+31612345678', variables: { name: 'John' } },
					},
				],
				items: () => [main.leads.at(-1)],
			};
		},
	},
	{
		operation: 'create',
		when: 'with variables as JSON',
		plan: ({ store: { main } }) => {
			const found = main.campaigns.filter(({ status }) => status === 'paused')[0];
			return {
				parameters: {
					campaignId: byId(found.id),
					phoneNumber: '+31612345678',
					additionalFields: { moreFields: '{ "variables": { "name": "John" } }' },
				},
				requests: () => [
					{
						method: 'POST',
						path: `/campaigns/${found.id}/leads`,
						body: { phone_number: '+31612345678', variables: { name: 'John' } },
					},
				],
				items: () => [main.leads.at(-1)],
			};
		},
	},
	{
		operation: 'delete',
		plan: ({ store: { main } }) => {
			const lead = main.leads.filter(({ status }) => status === 'pending')[0];
			return {
				parameters: { campaignId: byId(lead.campaign_id), leadId: byId(lead.id) },
				requests: () => [
					{ method: 'DELETE', path: `/campaigns/${lead.campaign_id}/leads/${lead.id}` },
				],
				items: () => [{ deleted: true, id: lead.id }],
			};
		},
	},
	{
		operation: 'getAll',
		plan: ({ store: { main } }) => {
			const [{ id }] = main.campaigns;
			return {
				parameters: { campaignId: byId(id), limit: 3 },
				requests: () => [{ method: 'GET', path: `/campaigns/${id}/leads` }],
				items: () => main.leads.filter((lead) => lead.campaign_id === id).slice(0, 3),
			};
		},
	},
]);
