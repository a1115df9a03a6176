import type { Call, WebhookEvent } from '../../../sandbox';
import { useSharedSandbox, type SharedSandbox } from './helpers';
import { startReceiver, type Receiver } from './receiver';

export const CALLER = '+31687654321';
export const SIGNED_WITH = 'whsec_test_secret_12345';
const ALL: WebhookEvent[] = [
	'assistant-request',
	'tool-calls',
	'status-update',
	'end-of-call-report',
];

/** A sandbox and a receiver for its webhooks; the receiver's replies are forgotten before each test. */
export interface WebhookScene extends SharedSandbox {
	readonly receiver: Receiver;
	/** Sends the events of the reception assistant to the receiver; `more` goes into the same PATCH. */
	listen: (more?: object) => Promise<void>;
	/** Rings the reception assistant and waits for the end of the call. */
	inboundCall: () => Promise<Call>;
}

/** Call at the top of a test file about webhooks. */
export function useWebhookScene(): WebhookScene {
	let receiver: Receiver;
	// Hooks run in this order: the receiver is there before the sandbox, and closes after it.
	beforeAll(async () => {
		receiver = await startReceiver();
	});
	const shared = useSharedSandbox({
		requestLimit: 100_000,
		callSpeed: 1000,
		assistantRequestTimeoutMs: 400,
		toolCallsTimeoutMs: 400,
	});
	afterAll(async () => await receiver.close());
	beforeEach(() => {
		receiver.replies = {};
	});

	return {
		get sandbox() {
			return shared.sandbox;
		},
		get receiver() {
			return receiver;
		},
		api: shared.api,
		ids: shared.ids,
		listen: async (more = {}) => {
			const hook = {
				webhook_url: receiver.url,
				webhook_secret: SIGNED_WITH,
				webhook_events: ALL,
				...more,
			};
			const answer = await shared.api().patch(`/assistants/${shared.ids().reception}`, hook);
			expect(answer.status).toBe(200);
		},
		inboundCall: async () => {
			const { calls } = shared.sandbox;
			const { id } = calls.ring({ assistantId: shared.ids().reception, from: CALLER });
			return await calls.finished(id);
		},
	};
}
