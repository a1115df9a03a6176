import type { Recordings, SandboxOptions } from '../contract';
import type { Assistant, Message } from '../store/types';
import type { Store } from '../store/store';
import type { Timers } from '../timers';
import type { Courier } from '../webhooks/courier';
import type { Subject } from '../webhooks/messages';

/** What simulated calls need of the sandbox around them. */
export interface Surroundings {
	readonly options: Required<SandboxOptions>;
	readonly store: Store;
	readonly timers: Timers;
	readonly webhooks: Courier;
	readonly recordings: Recordings & { publish(callId: string): string };
}

/** What tools need of the call that uses them. */
export interface TalkingCall {
	readonly surroundings: Surroundings;
	readonly assistant: Assistant | null;
	readonly talk: Message[];
	/** Who and what this call's events are about. */
	subject(): Subject;
	/** The call counts as finished only when this delivery is done, too. */
	alsoWaitFor(delivery: Promise<unknown>): void;
}
