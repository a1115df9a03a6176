export type WebhookEvent =
	| 'assistant-request'
	| 'tool-calls'
	| 'status-update'
	| 'end-of-call-report';

/** One attempt to deliver one event. */
export interface Delivery {
	event: WebhookEvent;
	url: string;
	headers: Record<string, string>;
	body: unknown;
	rawBody: string;
	/** Status of the reply; null when there was none. */
	status: number | null;
	replyBody: string | null;
	replyMs: number;
	timedOut: boolean;
}

export interface WebhookSwitches {
	/** How often a delivery that was not answered with 2xx is sent again (default 0; undocumented). */
	retries: number;
	/** How many extra times each answered delivery is sent (default 0). */
	duplicates: number;
	deliveries: Delivery[];
	/** The account-level webhook, which only the dashboard can set. */
	account: { url: string; secret?: string } | null;
}
