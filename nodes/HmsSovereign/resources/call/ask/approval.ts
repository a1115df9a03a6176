import type { GenericValue, IDataObject } from 'n8n-workflow';

import { isObject } from '../../../api/json';
import { callOutcome, type CallOutcome } from '../../../callResult/outcome';
import { callTranscript } from '../../../callResult/transcript';

/** Why a call that did not reach the person is no approval. */
const NOT_ANSWERED: Record<Exclude<CallOutcome, 'answered'>, string> = {
	failed: 'The call failed, so nobody was asked',
	'in-progress': "There was no answer by the end of 'Maximum Wait'",
	'no-credits': 'There are no credits left, so nobody was asked',
	'not-reached': 'Nobody answered the call',
	rejected: 'The call was rejected',
	transferred: 'The call was transferred, so the answer is not known',
	voicemail: 'A voicemail answered the call',
};

/**
 * What a person answered on a call, in the shape of n8n's own nodes that send and wait. Everything but a
 * clear yes (and the right PIN, where one is asked for) is not approved.
 *
 * @param call as the API shows it; undefined when it was not seen yet
 * @param pin the digits that must be said; undefined: no PIN is asked for; '' is never right
 */
export function approvalOf(
	id: GenericValue,
	call: IDataObject = { status: 'dialing' },
	pin: string | undefined,
): IDataObject {
	const outcome = callOutcome(call);
	const analysis = isObject(call.analysis_result) ? call.analysis_result : {};
	const refusal = refusalOf(outcome, analysis, pin);
	const reason = refusal ?? textOf(analysis.reason);
	return {
		data: { approved: refusal === undefined },
		reason: withoutPin(reason, pin),
		outcome,
		call_id: id,
		transcript: withoutPin(callTranscript(call.messages), pin),
	};
}

/** @returns why it is not approved; undefined: it is */
function refusalOf(
	outcome: CallOutcome | null,
	analysis: IDataObject,
	pin: string | undefined,
): string | undefined {
	if (outcome === null) return 'The answer is not known';
	if (outcome !== 'answered') return NOT_ANSWERED[outcome];
	const { approved, reason } = analysis;
	if (approved === false) return textOf(reason) ?? 'The person said no';
	if (approved !== true) return 'The answer was not clear';
	if (pin !== undefined && (pin === '' || digitsIn(analysis.pin) !== pin)) {
		return 'The person said yes, but the PIN was not right';
	}
	return undefined;
}

/** A PIN that was said belongs in no output: executions are kept and read by others. */
function withoutPin(text: string | null, pin: string | undefined): string | null {
	if (text === null || pin === undefined || pin === '') return text;
	const spelled = [...pin].map((digit) => `${digit}[\\s,.-]*`).join('');
	return text.replace(new RegExp(spelled, 'g'), '[PIN] ').trim();
}

function digitsIn(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number'
		? String(value).replace(/\D/g, '')
		: '';
}

function textOf(value: unknown): string | null {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
