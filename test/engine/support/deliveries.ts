import axios, { type AxiosResponse } from 'axios';
import type { IDataObject } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';

import { signature } from '../../../sandbox/webhooks/signature';

export interface Delivery {
	body: Buffer;
	headers: Record<string, string>;
}

/** The documented body of an event, of a call of its own unless `own` says otherwise. */
export function eventBody(event: string, own: IDataObject = {}): string {
	return JSON.stringify({
		message: {
			type: event,
			timestamp: '2025-12-13T12:00:00.000Z',
			call: { id: randomUUID(), type: 'inbound_phone_call', status: 'in-progress' },
			phone_number: { id: null, number: '+31850835037', name: 'Praktijk — hoofdlijn' },
			customer: { number: '+31612345678' },
			assistant: { metadata: { crm_id: '12345' } },
			...own,
		},
	});
}

/** Signs as HMS Sovereign does (API docs: Webhook Security). @param timestamp Unix time in seconds */
export function signed(
	event: string,
	body: string,
	secret: string,
	timestamp: number | string = Math.floor(Date.now() / 1000),
): Delivery {
	return {
		body: Buffer.from(body),
		headers: {
			'content-type': 'application/json',
			'x-webhook-event': event,
			'x-webhook-timestamp': String(timestamp),
			'x-webhook-signature': signature(secret, String(timestamp), body),
		},
	};
}

export async function send(url: string, { body, headers }: Delivery): Promise<AxiosResponse> {
	return await axios.post(url, body, { headers, proxy: false, validateStatus: () => true });
}
