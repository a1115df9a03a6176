import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far a delivery's time may be off, both ways, in seconds (API docs: Webhook Security). */
export const DEFAULT_TOLERANCE = 300;

/** What a delivery says of itself; undefined = the header is missing or was sent twice. */
export interface SignatureHeaders {
	timestamp: string | undefined;
	signature: string | undefined;
}

export interface SignatureCheck {
	/** The bytes as they came: JSON that was parsed and written again may differ. */
	body: Buffer;
	secret: string;
	toleranceSeconds: number;
	/** Milliseconds since 1970. */
	now: number;
}

/**
 * Checks `X-Webhook-Signature` = `sha256=` + hex(HMAC-SHA256(secret, timestamp + "." + body)), where
 * `X-Webhook-Timestamp` is Unix time in seconds (API docs: Webhook Security). The prefix may be missing.
 *
 * @returns why the delivery is refused, for the sender and the log; undefined = it is genuine
 */
export function refusalOf(
	{ timestamp, signature }: SignatureHeaders,
	{ body, secret, toleranceSeconds, now }: SignatureCheck,
): string | undefined {
	if (signature === undefined) return 'The X-Webhook-Signature header is missing';
	if (timestamp === undefined) return 'The X-Webhook-Timestamp header is missing';
	if (!/^\d{1,12}$/.test(timestamp)) return 'The X-Webhook-Timestamp header is no Unix time';
	const given = /^(?:sha256=)?([0-9a-f]{64})$/.exec(signature)?.[1];
	if (given === undefined) return 'The X-Webhook-Signature header is no SHA-256 signature';

	const expected = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest();
	if (!timingSafeEqual(Buffer.from(given, 'hex'), expected)) return 'The signature does not match';
	const ageSeconds = Math.abs(now / 1000 - Number(timestamp));
	return ageSeconds > toleranceSeconds ? 'The timestamp is too far from now' : undefined;
}
