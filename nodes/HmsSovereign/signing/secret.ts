import { createHmac } from 'node:crypto';

import type { Connection } from '../api/connection';

/** Ties the derived secret to this use. It never changes: every assistant would be registered anew. */
const PURPOSE = 'n8n-nodes-hmsovereign: webhook secret';

/**
 * The secret that signs deliveries: the credential's Webhook Secret, or else one made from the API key,
 * which only holders of the key can make. A new API key therefore makes a new secret.
 */
export function signingSecret({ webhookSecret, apiKey }: Connection): string {
	return webhookSecret.trim() || keyed(apiKey.trim(), PURPOSE).toString('hex');
}

/** HMAC-SHA256 of a text: 32 bytes. */
export function keyed(key: string, text: string): Buffer {
	return createHmac('sha256', key).update(text).digest();
}
