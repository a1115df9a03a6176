import type { Delivery, WebhookEvent, WebhookSwitches } from './contract';
import { post, type Reply } from './post';
import { signature } from './signature';

/** Where an event goes and what signs it. */
export interface Target {
	url: string;
	secret: string | null;
}

/** Delivers events and keeps a record of every attempt. */
export class Courier implements WebhookSwitches {
	retries = 0;
	duplicates = 0;
	account: { url: string; secret?: string } | null = null;
	readonly deliveries: Delivery[] = [];
	private stop = new AbortController();

	/** Delivers one event; answers the last reply. */
	async deliver(
		event: WebhookEvent,
		target: Target,
		message: object,
		timeoutMs: number,
	): Promise<Reply> {
		const rawBody = JSON.stringify({ message });
		let reply = await this.attempt(event, target, rawBody, timeoutMs);
		for (let left = this.retries; left > 0 && !isSuccess(reply); left -= 1) {
			reply = await this.attempt(event, target, rawBody, timeoutMs);
		}
		for (let left = this.duplicates; left > 0 && isSuccess(reply); left -= 1) {
			await this.attempt(event, target, rawBody, timeoutMs);
		}
		return reply;
	}

	/** Breaks off what is under way and forgets everything. */
	reset(): void {
		this.stop.abort();
		this.stop = new AbortController();
		this.retries = 0;
		this.duplicates = 0;
		this.account = null;
		this.deliveries.length = 0;
	}

	private async attempt(
		event: WebhookEvent,
		{ url, secret }: Target,
		rawBody: string,
		timeoutMs: number,
	): Promise<Reply> {
		const { signal } = this.stop;
		const headers = webhookHeaders(event, secret, rawBody);
		const start = Date.now();
		const reply = await post(url, headers, rawBody, { timeoutMs, signal });
		// After a reset nobody wants to hear of deliveries from before.
		if (!signal.aborted) {
			this.deliveries.push({
				event,
				url,
				headers,
				body: JSON.parse(rawBody) as unknown,
				rawBody,
				status: reply.status,
				replyBody: reply.body,
				replyMs: Date.now() - start,
				timedOut: reply.timedOut,
			});
		}
		return reply;
	}
}

export const isSuccess = ({ status }: Reply) => status !== null && status >= 200 && status < 300;

/** Headers of the Webhooks overview; the signature only when there is a secret. */
function webhookHeaders(event: WebhookEvent, secret: string | null, rawBody: string) {
	const timestamp = String(Math.floor(Date.now() / 1000));
	return {
		'Content-Type': 'application/json',
		// Printed like this in the documentation, presumably a slip for User-Agent.
		'User-Assistant': 'HMS-Sovereign/1.0',
		'X-Webhook-Event': event,
		'X-Webhook-Timestamp': timestamp,
		...(secret && { 'X-Webhook-Signature': signature(secret, timestamp, rawBody) }),
	};
}
