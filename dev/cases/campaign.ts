import type { Campaign, Organization } from '../../sandbox';
import { byId } from '../byId';
import { casesOf } from './operationCase';

/** A campaign as the API shows it: with the counts of its leads. */
function shown(org: Organization, campaign: Campaign) {
	const leads = org.leads.filter((lead) => lead.campaign_id === campaign.id);
	const having = (status: string) => leads.filter((lead) => lead.status === status).length;
	return {
		...campaign,
		total_leads: leads.length,
		completed_leads: having('completed'),
		failed_leads: having('failed'),
	};
}

function simplified(org: Organization, campaign: Campaign) {
	const { id, name, agent_id, status, timezone, ...rest } = shown(org, campaign);
	const { schedule_start_time, schedule_end_time } = rest;
	const { total_leads, completed_leads, failed_leads } = rest;
	return {
		...{ id, name, agent_id, status, schedule_start_time, schedule_end_time, timezone },
		...{ total_leads, completed_leads, failed_leads },
	};
}

/** n8n's own default, which the test's workflow has not changed. */
const WORKFLOW_ZONE = 'America/New_York';

const hours = {
	schedule_start_time: '09:30:00',
	schedule_end_time: '17:00:00',
	timezone: WORKFLOW_ZONE,
};

export const campaign = casesOf('campaign', [
	{
		operation: 'create',
		plan: ({ store: { main } }) => {
			const [{ id }] = main.assistants;
			return {
				parameters: {
					name: 'Reminders',
					assistantId: byId(id),
					scheduleStartTime: '09:30',
					scheduleEndTime: '17:00:00',
					timezone: { __rl: true, mode: 'list', value: 'Europe/Amsterdam' },
					leadsFrom: 'fields',
					leads: {
						lead: [
							{
								phoneNumber: '+31 6 1234 5678',
								variables: { pairs: [{ name: 'name', value: 'Anna' }] },
							},
							{ phoneNumber: '+31687654321', variables: {} },
						],
					},
					additionalFields: { systemMessageTemplate: 'Remind {{name}}.' },
				},
				requests: () => [
					{
						method: 'POST',
						path: '/campaigns',
						body: {
							name: 'Reminders',
							agent_id: id,
							...hours,
							timezone: 'Europe/Amsterdam',
							leads: [
								{ phone_number: '+31612345678', variables: { name: 'Anna' } },
								{ phone_number: '+31687654321' },
							],
							system_message_template: 'Remind {{name}}.',
						},
					},
				],
				items: () => main.campaigns.slice(-1).map((created) => shown(main, created)),
			};
		},
	},
	{
		operation: 'create',
		when: 'without leads, in the time zone of the workflow',
		plan: ({ store: { main } }) => {
			const [{ id }] = main.assistants;
			return {
				parameters: { name: 'Empty', assistantId: byId(id), scheduleStartTime: '09:30' },
				requests: () => [
					{ method: 'POST', path: '/campaigns', body: { name: 'Empty', agent_id: id, ...hours } },
				],
				items: () => [expect.objectContaining({ name: 'Empty', status: 'draft', total_leads: 0 })],
			};
		},
	},
	{
		operation: 'create',
		when: 'saved while the time zone was a text field that could be left empty',
		plan: ({ store: { main } }) => {
			const [{ id }] = main.assistants;
			return {
				parameters: {
					name: '={{ $json.name }}',
					assistantId: byId(id),
					scheduleStartTime: '09:30',
					timezone: '={{ $json.zone }}',
				},
				input: [
					{ name: 'Left empty', zone: '' },
					{ name: 'Zone', zone: 'Asia/Calcutta' },
				],
				requests: () => [
					{
						method: 'POST',
						path: '/campaigns',
						body: { name: 'Left empty', agent_id: id, ...hours },
					},
					{
						method: 'POST',
						path: '/campaigns',
						body: { name: 'Zone', agent_id: id, ...hours, timezone: 'Asia/Calcutta' },
					},
				],
				items: () => main.campaigns.slice(-2).map((created) => shown(main, created)),
				pairedItems: [{ item: 0 }, { item: 1 }],
			};
		},
	},
	{
		operation: 'create',
		when: 'leads from JSON',
		plan: ({ store: { main } }) => {
			const [{ id }] = main.assistants;
			const leads = [{ phone_number: '+31 6 12345678', variables: { visits: 3, vip: true } }];
			return {
				parameters: {
					name: 'Visits',
					assistantId: byId(id),
					scheduleStartTime: '09:30',
					leadsFrom: 'json',
					leadsJson: JSON.stringify(leads),
				},
				requests: () => [
					{
						method: 'POST',
						path: '/campaigns',
						body: {
							name: 'Visits',
							agent_id: id,
							...hours,
							leads: [{ phone_number: '+31612345678', variables: { visits: '3', vip: 'true' } }],
						},
					},
				],
				items: () => [expect.objectContaining({ name: 'Visits', total_leads: 1 })],
			};
		},
	},
	{
		operation: 'create',
		when: 'one campaign with a lead from each input item',
		plan: ({ store: { main } }) => {
			const [{ id }] = main.assistants;
			return {
				input: [
					{ phone: '+31612345678', name: 'Anna' },
					{ phone: '+31 6 8765 4321', name: 'Bram' },
				],
				parameters: {
					name: 'Of {{ $json.name }}',
					assistantId: byId(id),
					scheduleStartTime: '09:30',
					leadsFrom: 'inputItems',
					leadPhoneNumber: '={{ $json.phone }}',
					leadVariables: { pairs: [{ name: 'name', value: '={{ $json.name }}' }] },
				},
				requests: () => [
					{
						method: 'POST',
						path: '/campaigns',
						body: {
							name: 'Of {{ $json.name }}',
							agent_id: id,
							...hours,
							leads: [
								{ phone_number: '+31612345678', variables: { name: 'Anna' } },
								{ phone_number: '+31687654321', variables: { name: 'Bram' } },
							],
						},
					},
				],
				items: () => main.campaigns.slice(-1).map((created) => shown(main, created)),
				pairedItems: [[{ item: 0 }, { item: 1 }]],
			};
		},
	},
	{
		operation: 'delete',
		plan: ({ store: { main } }) => {
			const [{ id }] = main.campaigns;
			return {
				parameters: { campaignId: byId(id) },
				requests: () => [{ method: 'DELETE', path: `/campaigns/${id}` }],
				items: () => [{ deleted: true, id }],
			};
		},
	},
	{
		operation: 'get',
		plan: ({ store: { main } }) => {
			const [found] = main.campaigns;
			return {
				parameters: { campaignId: byId(found.id), simplify: false },
				requests: () => [{ method: 'GET', path: `/campaigns/${found.id}` }],
				items: () => [shown(main, found)],
			};
		},
	},
	{
		operation: 'get',
		when: 'simplified',
		plan: ({ store: { main } }) => {
			const [found] = main.campaigns;
			return {
				parameters: { campaignId: byId(found.id) },
				requests: () => [{ method: 'GET', path: `/campaigns/${found.id}` }],
				items: () => [simplified(main, found)],
			};
		},
	},
	{
		operation: 'getAll',
		plan: ({ store: { main } }) => ({
			parameters: { returnAll: true, simplify: false },
			requests: () => [{ method: 'GET', path: '/campaigns' }],
			items: () => main.campaigns.map((found) => shown(main, found)),
		}),
	},
	{
		operation: 'getAll',
		when: 'simplified, the first one only',
		plan: ({ store: { main } }) => ({
			parameters: { limit: 1 },
			requests: () => [{ method: 'GET', path: '/campaigns' }],
			items: () => main.campaigns.slice(0, 1).map((found) => simplified(main, found)),
		}),
	},
	{
		operation: 'update',
		plan: ({ store: { main } }) => {
			const found = main.campaigns.filter(({ status }) => status === 'paused')[0];
			return {
				parameters: {
					campaignId: byId(found.id),
					updateFields: {
						name: 'Evening',
						status: 'scheduled',
						scheduleStartTime: '18:00',
						scheduleEndTime: '20:30:30',
						timezone: 'Europe/Brussels',
						clearFields: ['system_message_template'],
					},
				},
				requests: () => [
					{
						method: 'PATCH',
						path: `/campaigns/${found.id}`,
						body: {
							name: 'Evening',
							status: 'scheduled',
							schedule_start_time: '18:00:00',
							schedule_end_time: '20:30:30',
							timezone: 'Europe/Brussels',
							system_message_template: '',
						},
					},
				],
				items: () => [{ ...shown(main, found), system_message_template: '' }],
			};
		},
	},
]);
