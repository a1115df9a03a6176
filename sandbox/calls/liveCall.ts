import type {
	Assistant,
	Call,
	CallStatus,
	Message,
	Organization,
	PhoneNumber,
} from '../store/types';
import { decide } from '../webhooks/replies';
import { message, type Subject } from '../webhooks/messages';
import { targetOf } from '../webhooks/targets';
import type { WebhookEvent } from '../webhooks/contract';
import { book } from './bookkeeping';
import type { CallScript } from './contract';
import { analysisFor, DEFAULT_SUMMARY, defaultTalk } from './conversation';
import type { Surroundings, TalkingCall } from './surroundings';
import { callTools } from './toolCalls';

/** Call seconds from dialing to ringing, from ringing to the answer, and from the end to the report. */
const DIALING = 1;
const RINGING = 3;
const REPORTING = 2;

export interface LiveCallOptions {
	org: Organization;
	call: Call;
	assistant: Assistant | null;
	number: PhoneNumber | null;
	customer: string;
	script: CallScript;
}

interface Ending {
	status: CallStatus;
	reason: string;
	/** Known when the call runs its full length; else measured. */
	seconds?: number;
	error?: string;
}

/** One call from the first ring to the report. */
export class LiveCall implements TalkingCall {
	readonly call: Call;
	readonly script: CallScript;
	readonly talk: Message[] = [];
	assistant: Assistant | null;
	private answeredAt = 0;
	private hangUp: (ending: Ending) => void = () => {};
	/** Deliveries go out one after another, so that events arrive in the order they happened. */
	private outbox: Promise<unknown> = Promise.resolve();

	constructor(
		readonly surroundings: Surroundings,
		private readonly options: LiveCallOptions,
	) {
		this.call = options.call;
		this.script = options.script;
		this.assistant = options.assistant;
	}

	/** Goes through the whole call; resolves when the last webhook has been delivered. */
	async run(): Promise<void> {
		if (this.call.direction === 'outbound') await this.dial();
		else if (!(await this.requestAssistant())) return;
		const { outcome = 'ended', error } = this.script;
		if (outcome === 'failed' || outcome === 'rejected' || outcome === 'insufficient-credits') {
			return this.end({ status: outcome, reason: outcome, seconds: 0, error });
		}
		this.answer();
		this.end(await this.converse());
		await this.report();
	}

	/** Ends the conversation from outside: control commands. */
	finish(status: CallStatus, reason: string): void {
		this.hangUp({ status, reason });
	}

	/** The call counts as finished only when this delivery is done, too. */
	alsoWaitFor(delivery: Promise<unknown>): void {
		this.outbox = Promise.all([this.outbox, delivery]);
	}

	/** Who and what this call's events are about. */
	subject(): Subject {
		const { call, number, customer } = this.options;
		return { call, number, customer, assistant: this.assistant };
	}

	private async dial(): Promise<void> {
		await this.pause(DIALING);
		this.setStatus('ringing');
		await this.pause(RINGING);
	}

	/** Inbound: asks the webhook who answers. False when the call ends here. */
	private async requestAssistant(): Promise<boolean> {
		const { surroundings, options } = this;
		if (surroundings.store.payerOf(options.org).minutes_balance <= 0) {
			// Billing guide: an inbound call without credits is logged as rejected.
			this.end({ status: 'rejected', reason: 'insufficient_credits', seconds: 0 });
			return false;
		}
		const target = targetOf('assistant-request', this.assistant, surroundings.webhooks);
		if (target) {
			const timeoutMs = surroundings.options.assistantRequestTimeoutMs;
			const body = message('assistant-request', this.subject());
			const reply = await surroundings.webhooks.deliver(
				'assistant-request',
				target,
				body,
				timeoutMs,
			);
			const decision = decide(reply, options.org, this.assistant);
			if (decision.kind === 'reject') {
				this.call.messages = [{ role: 'assistant', content: decision.spoken }];
				this.end({ status: 'rejected', reason: 'rejected', seconds: 0 });
				return false;
			}
			this.assistant = decision.assistant;
		}
		await this.pause(RINGING);
		if (this.assistant) return true;
		this.end({ status: 'failed', reason: 'no_assistant', seconds: 0 });
		return false;
	}

	private answer(): void {
		this.answeredAt = Date.now();
		const setUp = this.call.direction === 'outbound' ? DIALING + RINGING : RINGING;
		this.call.started_at = later(this.call.created_at, setUp);
		if (this.assistant) {
			this.call.agent_id = this.assistant.id || null;
			this.call.agent_name = this.assistant.name;
		}
		this.setStatus('in-progress');
		this.announce('status-update');
	}

	/** The conversation, until it is over by itself or somebody ends it. */
	private async converse(): Promise<Ending> {
		const { outcome = 'ended', seconds: wanted = 60, endReason, error } = this.script;
		const longest = this.assistant?.max_duration_seconds ?? Infinity;
		const seconds = Math.min(wanted, longest);
		const stopped = new Promise<Ending>((resolve) => (this.hangUp = resolve));
		const natural = (): Ending => {
			if (outcome === 'ended-with-error') {
				return {
					status: outcome,
					reason: endReason ?? 'error',
					seconds,
					error: error ?? 'STT connection failed',
				};
			}
			if (outcome === 'transferred') {
				return { status: outcome, reason: endReason ?? 'transferred', seconds };
			}
			const reason = wanted > longest ? 'max_duration' : (endReason ?? 'user_hangup');
			return { status: 'ended', reason, seconds };
		};
		const talking = async (): Promise<Ending> => {
			await this.pause(seconds / 2);
			// Somebody may have hung up meanwhile.
			if (this.call.status !== 'in-progress') return await stopped;
			if (this.script.toolCalls?.length) await callTools(this, this.script.toolCalls);
			if (outcome === 'never-ends') return await stopped;
			await this.pause(seconds / 2);
			return natural();
		};
		return await Promise.race([talking(), stopped]);
	}

	private end({ status, reason, seconds, error }: Ending): void {
		const { call } = this;
		const talked = seconds ?? this.elapsed();
		call.end_reason = reason;
		call.error = error ?? null;
		call.duration_seconds = Math.round(talked);
		call.ended_at = later(call.started_at ?? call.created_at, talked);
		this.setStatus(status);
		if (!call.started_at) return;
		book(this.surroundings, this.options.org, call);
		// Documented for these two ends only; a transferred call gets its report.
		if (status === 'ended') this.announce('status-update', { end_reason: reason });
		if (status === 'ended-with-error') {
			this.announce('status-update', { end_reason: reason, error: call.error });
		}
	}

	/** Summary, transcript, analysis and recording come a little after the end. */
	private async report(): Promise<void> {
		await this.pause(REPORTING);
		const { call, script, assistant } = this;
		if (!assistant) return;
		const analysis = analysisFor(assistant);
		call.summary = script.summary ?? DEFAULT_SUMMARY;
		call.analysis_result = analysis && { ...analysis, ...script.analysis };
		// What gdpr_mode leaves out is not documented; presumably transcript and recording.
		if (!assistant.gdpr_mode) {
			call.messages = [...(script.messages ?? defaultTalk(assistant)), ...this.talk];
			if (script.recording !== false)
				call.recording_url = this.surroundings.recordings.publish(call.id);
		}
		call.updated_at = new Date().toISOString();
		this.announce('end-of-call-report', {
			duration_seconds: call.duration_seconds,
			end_reason: call.end_reason,
			started_at: call.started_at,
			ended_at: call.ended_at,
			summary: call.summary,
			messages: call.messages ?? [],
			...(call.analysis_result && { analysis: call.analysis_result }),
			...(call.recording_url && { recording_url: call.recording_url }),
		});
		await this.outbox;
	}

	/** Sends an event without waiting for it: its answer is not used. */
	private announce(event: WebhookEvent, own: object = {}): void {
		const { webhooks, options } = this.surroundings;
		const target = targetOf(event, this.assistant, webhooks);
		if (!target) return;
		const body = message(event, this.subject(), own);
		// No time limit is documented for these events; here: the one of tool calls.
		const send = () => webhooks.deliver(event, target, body, options.toolCallsTimeoutMs);
		this.outbox = this.outbox.then(send);
	}

	private setStatus(status: CallStatus): void {
		this.call.status = status;
		this.call.updated_at = new Date().toISOString();
	}

	private elapsed(): number {
		return ((Date.now() - this.answeredAt) / 1000) * this.surroundings.options.callSpeed;
	}

	/** Waits for call seconds, which pass `callSpeed` times as fast as real ones. */
	private async pause(seconds: number): Promise<void> {
		await this.surroundings.timers.sleep((seconds * 1000) / this.surroundings.options.callSpeed);
	}
}

const later = (moment: string, seconds: number) =>
	new Date(Date.parse(moment) + seconds * 1000).toISOString();
