import type { IDataObject } from 'n8n-workflow';

import { rounded, type Balance, type Limits } from './balance';

/** What a look at the balance found, next to the look before. */
export type Finding = 'fell' | 'stillLow' | 'recovered' | 'fine';

/** One line for a chat: `HMS Sovereign balance of Acme is low: 42 minutes left, about 3 days at …`. */
export function balanceMessage(
	finding: Finding,
	account: IDataObject,
	balance: Balance,
	limits: Limits,
): string {
	const name = account.company_name ?? account.name;
	const whose = typeof name === 'string' && name !== '' ? ` of ${name}` : '';
	const state = {
		fell: 'is low',
		stillLow: 'is still low',
		recovered: 'is fine again',
		fine: 'is fine',
	}[finding];
	const advice = balance.isLow ? ' Top up under Settings > Billing.' : '';
	return `HMS Sovereign balance${whose} ${state}: ${leftOf(balance)} (${alertBelow(limits)}).${advice}`;
}

function leftOf({ minutes, usedThisMonth, daysLeft }: Balance): string {
	const left = `${count(minutes, 'minute')} left`;
	const used = `${count(usedThisMonth, 'minute')} used this month`;
	const pace = daysLeft === null ? '' : `, about ${count(daysLeft, 'day')} at this month's pace`;
	return `${left}${pace}, ${used}`;
}

function alertBelow({ thresholdMinutes, daysLeft }: Limits): string {
	const days = daysLeft > 0 ? ` or ${count(daysLeft, 'day')}` : '';
	return `alert below ${count(thresholdMinutes, 'minute')}${days}`;
}

function count(amount: number, unit: string): string {
	const shown = rounded(amount);
	return `${shown} ${unit}${shown === 1 ? '' : 's'}`;
}
