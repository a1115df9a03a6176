import { randomBytes } from 'node:crypto';
import type { Assistant, Call, JsonObject, Organization, PhoneNumber } from '../store/types';
import type { CallScript, CallSimulator, InboundCall } from './contract';
import { LiveCall } from './liveCall';
import type { Surroundings } from './surroundings';

interface OutboundCall {
	assistant: Assistant;
	number: PhoneNumber;
	destination: string;
}

/** Starts calls, finds the script each one follows, and steers those that are going on. */
export class Simulator implements CallSimulator {
	private readonly scripts: CallScript[] = [];
	private readonly live = new Map<string, { call: LiveCall; run: Promise<void> }>();

	constructor(private readonly surroundings: Surroundings) {}

	script(rule: CallScript): void {
		this.scripts.unshift(rule);
	}

	dial(org: Organization, { assistant, number, destination }: OutboundCall): Call {
		const call = newCall('outbound', destination, number, assistant);
		this.start(org, call, { assistant, number, customer: destination });
		return call;
	}

	ring({ assistantId, numberId, from }: InboundCall): Call {
		const org = this.surroundings.store.main;
		const number =
			org.numbers.find((entry) =>
				numberId ? entry.id === numberId : entry.agent_id === assistantId,
			) ?? null;
		if (numberId && !number) throw new Error(`The sandbox has no phone number ${numberId}`);
		const answering = number ? number.agent_id : assistantId;
		const assistant = org.assistants.find((entry) => entry.id === answering) ?? null;
		const call = newCall('inbound', from, number, assistant);
		this.start(org, call, { assistant, number, customer: from });
		return call;
	}

	async finished(callId: string): Promise<Call> {
		const known = this.live.get(callId);
		if (!known) throw new Error(`The sandbox has simulated no call ${callId}`);
		await known.run;
		return known.call.call;
	}

	/** A control command that passed its checks takes effect. */
	control(call: Call, command: JsonObject): void {
		const live = this.live.get(call.id)?.call;
		if (!live) return;
		const say = (content: unknown) => {
			if (typeof content === 'string') live.talk.push({ role: 'assistant', content });
		};
		switch (command.type) {
			case 'inject-context':
				live.talk.push({ role: 'system', content: String(command.content) });
				if (command.trigger_response) say('Let me tell you about that.');
				return;
			case 'say':
				say(command.content);
				if (command.end_after) live.finish('ended', 'assistant_hangup');
				return;
			case 'end-call':
				say(command.message);
				live.finish('ended', 'assistant_hangup');
				return;
			default:
				say(command.message);
				live.finish('transferred', 'transferred');
		}
	}

	reset(): void {
		this.scripts.length = 0;
		this.live.clear();
	}

	private start(
		org: Organization,
		call: Call,
		parties: { assistant: Assistant | null; number: PhoneNumber | null; customer: string },
	): void {
		org.calls.push(call);
		const script = this.scripts.find((rule) => fits(rule, parties.customer)) ?? {};
		const live = new LiveCall(this.surroundings, { org, call, script, ...parties });
		this.live.set(call.id, { call: live, run: live.run() });
	}
}

function fits({ destination }: CallScript, number: string): boolean {
	if (destination === undefined) return true;
	if (typeof destination === 'string') return destination === number;
	return number.search(destination) >= 0;
}

/** Call ids look as on the calls pages: they contain the number with its plus. */
function newCall(
	direction: 'inbound' | 'outbound',
	customer: string,
	number: PhoneNumber | null,
	assistant: Assistant | null,
): Call {
	const moment = new Date().toISOString();
	return {
		id: `call-_${customer}_${randomBytes(6).toString('hex')}`,
		caller_phone: customer,
		assistant_phone: number?.phone_number ?? null,
		status: direction === 'outbound' ? 'connecting' : 'ringing',
		direction,
		end_reason: null,
		error: null,
		started_at: null,
		ended_at: null,
		duration_seconds: null,
		summary: null,
		analysis_result: null,
		messages: null,
		room_name: null,
		recording_url: null,
		agent_id: assistant?.id || null,
		number_id: number?.id ?? null,
		agent_name: assistant?.name ?? null,
		business_name: assistant?.business_name ?? null,
		phone_number: number?.phone_number ?? null,
		created_at: moment,
		updated_at: moment,
	};
}
