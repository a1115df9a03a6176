import { createHmac } from 'node:crypto';

/**
 * `X-Webhook-Signature` as the Webhook Security page describes it: HMAC-SHA256 over
 * "<timestamp>.<raw body>", in hex, with the prefix sha256=.
 *
 * @param timestamp Unix time in seconds, as sent in `X-Webhook-Timestamp`
 */
export function signature(secret: string, timestamp: string, rawBody: string): string {
	const digest = createHmac('sha256', secret).update(`${timestamp}.${rawBody}`).digest('hex');
	return `sha256=${digest}`;
}
