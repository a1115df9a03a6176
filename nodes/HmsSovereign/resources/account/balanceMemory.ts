import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isObject } from '../../api/json';
import type { Balance, Limits } from './balance';
import type { Finding } from './balanceMessage';

/** Thresholds that an expression changes from run to run must not fill the workflow's static data. */
const MOST_ENTRIES = 100;

const HOUR_MS = 60 * 60 * 1000;

/**
 * What earlier runs of the node told, in n8n's static data: it is saved with the workflow, except after
 * manual runs. Each account and threshold has its own entry, so they don't disturb each other.
 */
export class BalanceMemory {
	private readonly saved: IDataObject;

	private readonly entries: Map<string, IDataObject>;

	constructor(context: IExecuteFunctions) {
		this.saved = context.getWorkflowStaticData('node');
		const known = isObject(this.saved.balances) ? this.saved.balances : {};
		this.entries = new Map(
			Object.entries(known).flatMap(([key, entry]) =>
				isObject(entry) ? [[key, { isLow: entry.isLow, toldAt: entry.toldAt }]] : [],
			),
		);
	}

	/** What this balance is, next to the last one seen for the same account and limits. */
	compare(key: string, { isLow }: Balance): Finding {
		const wasLow = this.entries.get(key)?.isLow === true;
		if (isLow) return wasLow ? 'stillLow' : 'fell';
		return wasLow ? 'recovered' : 'fine';
	}

	/** @param reminderHours 0 = never */
	isReminderDue(key: string, reminderHours: number): boolean {
		const toldAt = Number(this.entries.get(key)?.toldAt ?? 0);
		return reminderHours > 0 && Date.now() - toldAt >= reminderHours * HOUR_MS;
	}

	/** Takes down that this was told. Nothing is kept before `save`. */
	told(key: string, { isLow }: Balance): void {
		this.entries.delete(key);
		if (isLow) this.entries.set(key, { isLow, toldAt: Date.now() });
	}

	save(): void {
		const newest = [...this.entries].slice(-MOST_ENTRIES);
		this.saved.balances = Object.fromEntries(newest);
	}
}

export function memoryKey(account: IDataObject, { thresholdMinutes, daysLeft }: Limits): string {
	return [account.id ?? 'account', thresholdMinutes, daysLeft].map(String).join('|');
}
