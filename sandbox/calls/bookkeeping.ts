import { randomUUID } from 'node:crypto';
import type { Call, Organization } from '../store/types';
import type { Surroundings } from './surroundings';

/**
 * Charges a call that was answered and logs its usage. How minutes are rounded is not documented;
 * the balance is fractional, so the sandbox charges by the second.
 */
export function book({ store }: Surroundings, org: Organization, call: Call): void {
	const seconds = call.duration_seconds ?? 0;
	const payer = store.payerOf(org);
	const balance = payer.minutes_balance - seconds / 60;
	payer.minutes_balance = Math.max(0, Math.round(balance * 100) / 100);
	org.usage.push({
		id: randomUUID(),
		duration_sec: seconds,
		call_type: 'phone',
		phone_number: call.phone_number,
		agent_name: call.agent_name,
		business_name: call.business_name,
		created_at: new Date().toISOString(),
	});
}
