/** Hosts that only the same machine or the same network reaches (RFC 1918, RFC 4193, RFC 6762). */
const INSIDE =
	/^(localhost|[^.:]+|.*\.(local|internal|lan|localhost)|0\.0\.0\.0|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.\d+\.\d+|\[(::1?|f[cd][0-9a-f]*:.*|fe80:.*)\])$/i;

/** Whether an address leads to the same machine or network only. */
export function isInside(url: string): boolean {
	const host = /^https?:\/\/(?:[^/@]*@)?(\[[^\]]+\]|[^/:?#]+)/i.exec(url)?.[1];
	return host === undefined || INSIDE.test(host);
}
