import type { Call, PhoneNumber } from '../store/types';
import type { WebhookEvent } from './contract';

/** Who and what an event is about. */
export interface Subject {
	call: Call;
	number: PhoneNumber | null;
	/** The other party. */
	customer: string;
	/** The assistant as it is on this call, with what the receiver added, such as `metadata`. */
	assistant: object | null;
}

/**
 * `message` of an event: the common part of the Webhooks overview and the event's own fields.
 * The call id is the one of the REST API; whether that is so in reality is not documented.
 */
export function message(event: WebhookEvent, subject: Subject, own: object = {}): object {
	const { call, number, customer, assistant } = subject;
	return {
		type: event,
		timestamp: new Date().toISOString(),
		call: { id: call.id, type: `${call.direction}_phone_call`, status: call.status },
		phone_number: {
			id: number?.id ?? null,
			number: number?.phone_number ?? null,
			name: number ? 'Phone number' : null,
		},
		customer: { number: customer },
		...(assistant && event !== 'assistant-request' && { assistant: withoutSecret(assistant) }),
		...own,
	};
}

/** The secret signs the event; it does not travel in it. */
function withoutSecret(assistant: object): object {
	return { ...assistant, webhook_secret: undefined };
}
