/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { setTimeout as delay } from 'node:timers/promises';

const millisecondsBetweenLooks = 100;

/**
 * Waits until `look` finds something, and returns it.
 *
 * @param what what is waited for, as the error is to name it
 * @param look answers undefined or false as long as there is nothing
 */
export async function until<Found>(
	what: string,
	look: () => Found | Promise<Found>,
	timeoutSeconds = 30,
): Promise<Exclude<Found, undefined | false>> {
	const deadline = Date.now() + timeoutSeconds * 1000;
	while (Date.now() < deadline) {
		const found = await look();
		if (found !== undefined && found !== false) {
			return found as Exclude<Found, undefined | false>;
		}
		await delay(millisecondsBetweenLooks);
	}
	throw new Error(`Waited ${timeoutSeconds} s in vain for ${what}`);
}
