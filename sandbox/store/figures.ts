import type { Call, Organization } from './types';

const DAY_MS = 24 * 60 * 60 * 1000;

const UNFINISHED: string[] = ['connecting', 'ringing', 'in-progress'];

/** A call that is being set up or going on. */
const isUnfinished = (call: Call) => UNFINISHED.includes(call.status);

/** The counters that account and organization answers share. */
export function figures(org: Organization, payer: Organization) {
	return {
		minutes_balance: payer.minutes_balance,
		monthly_usage_minutes: minutesOfLast30Days(org),
		active_numbers: org.numbers.filter((entry) => entry.is_active).length,
		active_agents: org.assistants.filter((entry) => entry.is_active).length,
		active_calls: org.calls.filter(isUnfinished).length,
	};
}

/**
 * What "monthly" means is not documented. The sandbox takes the last 30 days, so that the figure
 * does not fall to zero on the first of a month.
 */
function minutesOfLast30Days(org: Organization): number {
	const since = new Date(Date.now() - 30 * DAY_MS).toISOString();
	const logs = org.usage.filter((log) => log.created_at >= since);
	return Math.round(logs.reduce((sum, log) => sum + log.duration_sec, 0) / 60);
}
