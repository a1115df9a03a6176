import type { Call, Lead, Organization } from '../types';
import { daysAgo, IDS, numberedId } from './ids';

const NAMES = [
	'Jan de Vries',
	'Fatima El Amrani',
	'Pieter Bakker',
	'Sanne Visser',
	'Mohammed Yilmaz',
	'Els Smit',
	'Daan Mulder',
	'Lotte Bos',
	'Karin Peters',
	'Tom Hendriks',
	'Ingrid Dekker',
	'Bram Jansen',
];

const STATUSES: Array<Lead['status']> = ['completed', 'completed', 'failed', 'skipped', 'pending'];

/** A reminder campaign that is half done, and one that is over and can no longer be changed. */
export function seedCampaigns(org: Organization): void {
	const shared = {
		agent_id: IDS.reminders,
		system_message_template: 'Herinner {{name}} aan de afspraak op {{date}}.',
		schedule_start_time: '09:00:00',
		schedule_end_time: '17:00:00',
		timezone: 'Europe/Amsterdam',
	};
	org.campaigns.push(
		{
			id: IDS.finishedCampaign,
			name: 'Halfjaarlijkse controle voorjaar',
			status: 'completed',
			...shared,
			created_at: daysAgo(60),
			updated_at: daysAgo(45),
		},
		{
			id: IDS.campaign,
			name: 'Afspraakherinneringen',
			status: 'paused',
			...shared,
			created_at: daysAgo(10),
			updated_at: daysAgo(1),
		},
	);
	const calls = org.calls.filter((call) => call.direction === 'outbound' && call.started_at);
	NAMES.forEach((name, index) => {
		const [past, recent] = [calls[index], calls[calls.length - 1 - index]];
		org.leads.push(lead(IDS.finishedCampaign, index, name, 'completed', past));
		org.leads.push(lead(IDS.campaign, index + 100, name, STATUSES[index] ?? 'pending', recent));
	});
}

/** A lead that was called has the number and the id of that call. */
function lead(
	campaignId: string,
	index: number,
	name: string,
	status: Lead['status'],
	call: Call,
): Lead {
	const called = status === 'completed' || status === 'failed';
	return {
		id: numberedId(0x1ead, index),
		campaign_id: campaignId,
		phone_number: called ? String(call.caller_phone) : `+316${10_000_000 + index * 7919}`,
		variables: { name, date: 'dinsdag 10:30' },
		status,
		call_id: called ? call.id : null,
		attempts: called ? 1 : 0,
		last_attempt_at: called ? call.created_at : null,
		created_at: daysAgo(campaignId === IDS.campaign ? 10 : 60),
	};
}
