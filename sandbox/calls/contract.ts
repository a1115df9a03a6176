import type { Call } from '../store/types';

export type CallOutcome =
	| 'ended'
	| 'failed'
	| 'ended-with-error'
	| 'rejected'
	| 'transferred'
	| 'insufficient-credits'
	| 'never-ends';

export interface ScriptedToolCall {
	name: string;
	arguments: Record<string, unknown>;
}

/** How a simulated call goes. The newest rule that fits the other party's number is used. */
export interface CallScript {
	/** The other party's number: exactly this one, or a pattern; without it the rule fits every call. */
	destination?: string | RegExp;
	outcome?: CallOutcome;
	/** Length of the conversation in call seconds (default 60). */
	seconds?: number;
	endReason?: string;
	error?: string;
	summary?: string;
	messages?: Array<{ role: 'system' | 'user' | 'assistant'; content: string }>;
	/** Result of the analysis; used only when the assistant has an analysis plan. */
	analysis?: Record<string, unknown>;
	/** false: the call has no recording. */
	recording?: boolean;
	toolCalls?: ScriptedToolCall[];
}

export interface InboundCall {
	from: string;
	/** Number that is called; without it, the first number of the assistant. */
	numberId?: string;
	/** Assistant that answers when no number is given. */
	assistantId?: string;
}

export interface CallSimulator {
	/** Adds a rule for the calls that start from now on. */
	script(rule: CallScript): void;
	/** An inbound call arrives; returns the call as the API shows it at that moment. */
	ring(call: InboundCall): Call;
	/** Resolves when the call is over and its webhooks have been delivered. */
	finished(callId: string): Promise<Call>;
}
