import type { Campaign, Organization } from '../../sandbox';
import { byId } from '../byId';
import { casesOf, type ExpectedRequest } from './operationCase';

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

/** A campaign with three leads: reached at the second attempt, not reached, and not called yet. */
function calledTwice(org: Organization): Campaign {
	const found = org.campaigns[0];
	const [sample] = org.calls;
	const call = (id: string, number: string, minutesAgo: number, seconds: number) => ({
		...sample,
		id,
		direction: 'outbound' as const,
		agent_id: found.agent_id,
		caller_phone: number,
		status: 'ended' as const,
		created_at: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
		started_at: seconds === 0 ? null : sample.created_at,
		duration_seconds: seconds,
		summary: seconds === 0 ? null : 'Confirmed.',
		messages: seconds === 0 ? null : [{ role: 'assistant' as const, content: 'Hello.' }],
		analysis_result: null,
	});
	org.calls.push(
		call('call-1', '+31611111111', 60, 0),
		// The same number, called by hand after the campaign had: no attempt of it.
		call('call-2', '+31611111111', 30, 150),
		call('call-3', '+31622222222', 20, 0),
		call('call-4', '+31611111111', 10, 600),
	);
	const [lead] = org.leads;
	const of = { campaign_id: found.id, last_attempt_at: null, call_id: null, attempts: 0 };
	org.leads.splice(
		...([0, Infinity] as const),
		{ ...lead, ...of, id: 'lead-1', phone_number: '+31611111111', call_id: 'call-2', attempts: 2 },
		{ ...lead, ...of, id: 'lead-2', phone_number: '+31622222222', call_id: 'call-3', attempts: 1 },
		{ ...lead, ...of, id: 'lead-3', phone_number: '+31633333333', status: 'pending' },
	);
	return found;
}

function resultRequests(found: Campaign): ExpectedRequest[] {
	const query = { start_date: found.created_at, limit: '1000', offset: '0' };
	return [
		{ method: 'GET', path: `/campaigns/${found.id}` },
		{ method: 'GET', path: `/campaigns/${found.id}/leads` },
		{ method: 'GET', path: '/calls', query },
	];
}

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
	{
		operation: 'getResults',
		plan: ({ store: { main } }) => {
			const found = calledTwice(main);
			return {
				parameters: { campaignId: byId(found.id), pricePerMinute: 0.1 },
				requests: () => resultRequests(found),
				items: () => [
					{
						campaign_id: found.id,
						name: found.name,
						status: found.status,
						total_leads: 3,
						leads_called: 2,
						leads_open: 1,
						outcomes: expect.objectContaining({ answered: 1, 'not-reached': 1, voicemail: 0 }),
						total_calls: 3,
						total_minutes: 2.5,
						total_cost: 0.25,
						leads: [
							expect.objectContaining({
								attempts: 2,
								outcome: 'answered',
								minutes: 2.5,
								cost: 0.25,
							}),
							expect.objectContaining({ attempts: 1, outcome: 'not-reached', minutes: 0, cost: 0 }),
							expect.objectContaining({ attempts: 0, outcome: null, call_id: null, minutes: 0 }),
						],
					},
				],
			};
		},
	},
	{
		operation: 'getResults',
		when: 'one item per lead, no price',
		plan: ({ store: { main } }) => {
			const found = calledTwice(main);
			const leads = main.leads.filter((lead) => lead.campaign_id === found.id);
			return {
				parameters: { campaignId: byId(found.id), resultsAs: 'leads' },
				requests: () => resultRequests(found),
				items: () =>
					leads.map(
						({ id, phone_number, variables, status, attempts, last_attempt_at, call_id }) => ({
							lead_id: id,
							...{ phone_number, variables, status, attempts, last_attempt_at, call_id },
							outcome: attempts === 0 ? null : expect.any(String),
							minutes: expect.any(Number),
							summary: attempts === 2 ? 'Confirmed.' : null,
							transcript: attempts === 2 ? 'Assistant: Hello.' : null,
							analysis_result: null,
						}),
					),
			};
		},
	},
]);
