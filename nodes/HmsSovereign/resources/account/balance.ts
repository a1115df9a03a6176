import { tryToParseDateTime, type IDataObject } from 'n8n-workflow';

import { InputError } from '../../api/inputError';

/** When a balance counts as low. */
export interface Limits {
	/** Minutes; low is below, not at. */
	thresholdMinutes: number;
	/** Days that the balance must still last at this month's pace; 0 = not looked at. */
	daysLeft: number;
}

/** A balance, judged. */
export interface Balance {
	minutes: number;
	usedThisMonth: number;
	/** How long the balance lasts at this month's pace; null when nothing was used yet. */
	daysLeft: number | null;
	isLow: boolean;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Judges an account (API docs: Get organization).
 *
 * @param zone the month begins at midnight there
 * @throws InputError when the answer holds no balance
 */
export function judge(account: IDataObject, limits: Limits, zone: string): Balance {
	const minutes = Number(account.minutes_balance ?? NaN);
	if (!Number.isFinite(minutes)) {
		throw new InputError(
			'HMS Sovereign did not say how many minutes are left',
			'Look at the balance in the HMS Sovereign dashboard under Settings > Billing, and run the node again later.',
		);
	}
	const usedThisMonth = Number(account.monthly_usage_minutes ?? 0) || 0;
	const daysLeft = daysAtPace(minutes, usedThisMonth, daysOfMonthGone(zone));
	const isShort = limits.daysLeft > 0 && daysLeft !== null && daysLeft < limits.daysLeft;
	return { minutes, usedThisMonth, daysLeft, isLow: minutes < limits.thresholdMinutes || isShort };
}

/** In the month's first hours little use would look like a furious pace, so at least a day has gone. */
function daysOfMonthGone(zone: string): number {
	const now = tryToParseDateTime(new Date(), zone);
	return Math.max(1, (now.toMillis() - now.startOf('month').toMillis()) / DAY_MS);
}

function daysAtPace(minutes: number, used: number, daysGone: number): number | null {
	return used > 0 ? rounded(Math.max(0, minutes) / (used / daysGone)) : null;
}

export function rounded(value: number): number {
	return Math.round(value * 10) / 10;
}
