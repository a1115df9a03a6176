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

/** Ties the secret of a waiting execution to this use. */
const WAITING = 'n8n-nodes-hmsovereign: waiting execution';

/**
 * The secret that signs the reports for which an execution waits. It is made of the credential again when
 * a report comes, so it is stored nowhere in n8n.
 */
export function waitingSecret(connection: Connection, executionId: string, nodeId: string): string {
	return keyed(signingSecret(connection), `${WAITING} ${executionId} ${nodeId}`).toString('hex');
}

/** HMAC-SHA256 of a text: 32 bytes. */
export function keyed(key: string, text: string): Buffer {
	return createHmac('sha256', key).update(text).digest();
}
