import { isRealtime } from '../catalogue/languageModels';
import { insufficientCredits, notFound, unprocessable } from '../http/errors';
import { e164, uuid } from '../schema/formats';
import { assistantOverride, transientAssistant } from '../schema/assistant/index';
import { also, fields, required, text } from '../schema/rules';
import type { Assistant, Call, Organization, PhoneNumber } from '../store/types';
import type { World } from '../world';
import { newAssistant } from '../store/newAssistant';
import { checkConfig } from './assistants';

type TransientAssistant = ReturnType<typeof transientAssistant>;

/**
 * POST /calls/outbound in its three modes: a stored assistant, a stored assistant with changes, or
 * an assistant for this call only. The deprecated spellings (agent_id, agent, agent_config) are
 * refused: nothing new should use them.
 */
export const outboundCall = also(
	fields({
		destination: required(e164),
		number_id: uuid,
		assistant_id: uuid,
		assistant: transientAssistant,
		assistant_override: assistantOverride,
		first_message: text(),
	}),
	(body) => {
		if (body.assistant && (body.assistant_id || body.assistant_override)) {
			return ['assistant must not be combined with assistant_id or assistant_override'];
		}
		if (!body.assistant && !body.assistant_id) return ['assistant_id or assistant is required'];
		return body.assistant ? missingSpeech(body.assistant) : [];
	},
);

/** Text models need ears and a voice: both configs are required for a one-time assistant. */
function missingSpeech(assistant: TransientAssistant): string[] {
	if (isRealtime(assistant.llm_config.provider)) return [];
	return (['stt_config', 'tts_config'] as const)
		.filter((name) => !assistant[name])
		.map((name) => `assistant.${name} is required`);
}

type OutboundCall = ReturnType<typeof outboundCall>;

/** Starts the call, or refuses before anything is dialled. */
export function placeCall(world: World, org: Organization, body: OutboundCall): Call {
	const assistant = assistantFor(org, body);
	const number = callingNumber(org, body.number_id);
	const { minutes_balance: balance } = world.store.payerOf(org);
	if (balance <= 0) throw insufficientCredits(balance);
	return world.calls.dial(org, { assistant, number, destination: body.destination });
}

/** The assistant as it is on this call; an override replaces whole top-level blocks. */
function assistantFor(org: Organization, body: OutboundCall): Assistant {
	const given = body.assistant ?? body.assistant_override ?? {};
	const base = body.assistant_id
		? org.assistants.find((entry) => entry.id === body.assistant_id)
		: newAssistant('Transient assistant');
	if (!base) throw notFound('Assistant');
	checkConfig(org, given, given.llm_config ?? base.llm_config);
	return {
		...base,
		...given,
		...(body.first_message && { first_message: body.first_message }),
		...(!body.assistant_id && { id: '' }),
	};
}

/** Outbound dialing needs a number with a SIP trunk (Campaigns guide). */
function callingNumber(org: Organization, id: string | undefined): PhoneNumber {
	const usable = (entry: PhoneNumber) => entry.is_active && entry.transfer_trunk_id !== null;
	if (id === undefined) {
		const any = org.numbers.find(usable);
		if (!any) throw unprocessable('No phone number is available for outbound calls');
		return any;
	}
	const number = org.numbers.find((entry) => entry.id === id);
	if (!number) throw notFound('Phone number');
	if (!usable(number)) {
		throw unprocessable('The phone number has no SIP trunk for outbound dialing or is not active');
	}
	return number;
}
