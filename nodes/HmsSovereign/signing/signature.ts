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

/** Why a delivery is refused that nobody with the secret has signed. */
export const MISMATCH = 'The signature does not match';

/**
 * Checks `X-Webhook-Signature` = `sha256=` + hex(HMAC-SHA256(secret, timestamp + "." + body)), where
 * `X-Webhook-Timestamp` is Unix time in seconds (API docs: Webhook Security). The prefix may be missing,
 * and several signatures may stand in the header, of which one must fit: senders that change their
 * secret sign with both for a while.
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
	const given = digestsIn(signature);
	if (given.length === 0) return 'The X-Webhook-Signature header is no SHA-256 signature';
	// Written so that a limit that is no number lets nothing through.
	const isRecent = Math.abs(now / 1000 - Number(timestamp)) <= toleranceSeconds;
	if (!isRecent) return 'The timestamp is too far from now';

	const expected = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest();
	return given.some((digest) => timingSafeEqual(digest, expected)) ? undefined : MISMATCH;
}

/** The SHA-256 digests in a header; signatures of other kinds beside them are left aside. */
function digestsIn(signature: string): Buffer[] {
	const written = signature.split(/[\s,;]+/).map((part) => DIGEST.exec(part)?.[1]);
	return written.filter((hex) => hex !== undefined).map((hex) => Buffer.from(hex, 'hex'));
}

const DIGEST = /^(?:sha256=)?([0-9a-f]{64})$/i;
