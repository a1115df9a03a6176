import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/json';
import { CALL_OUTCOMES, callOutcome } from '../../callResult/outcome';
import { callTranscript } from '../../callResult/transcript';

/** A lead with the calls that were made to it, the newest first. */
export interface LeadResult {
	lead: IDataObject;
	calls: IDataObject[];
}

/**
 * Joins leads with their calls. The API names a lead's last call only; earlier attempts are the calls of
 * the campaign's assistant to the same number before it, as many as the lead counts.
 *
 * @param calls what was called since the campaign was created
 */
export function joinCalls(
	campaign: IDataObject,
	leads: IDataObject[],
	calls: IDataObject[],
): LeadResult[] {
	const byId = new Map(calls.map((call) => [call.id, call]));
	const byNumber = new Map<unknown, IDataObject[]>();
	for (const call of calls) {
		if (call.direction !== 'outbound' || call.agent_id !== campaign.agent_id) continue;
		byNumber.set(call.caller_phone, [...(byNumber.get(call.caller_phone) ?? []), call]);
	}
	return leads.map((lead): LeadResult => {
		const attempts = Number(lead.attempts ?? 0);
		const last = byId.get(lead.call_id);
		const others = (byNumber.get(lead.phone_number) ?? [])
			.filter((call) => call !== last && timeOf(call) <= timeOf(last ?? {}, Infinity))
			.sort((a, b) => timeOf(b) - timeOf(a));
		return { lead, calls: [...(last === undefined ? [] : [last]), ...others].slice(0, attempts) };
	});
}

function timeOf({ created_at: madeAt }: IDataObject, unknown = 0): number {
	const time = Date.parse(String(madeAt));
	return Number.isNaN(time) ? unknown : time;
}

/**
 * One lead with what came of it.
 *
 * @param price of a minute, in whatever currency; undefined leaves the cost out
 */
export function leadRow({ lead, calls }: LeadResult, price: number | undefined): IDataObject {
	const [last] = calls;
	const minutes = minutesOf(calls);
	return {
		lead_id: lead.id,
		phone_number: lead.phone_number,
		variables: isObject(lead.variables) ? lead.variables : {},
		status: lead.status,
		attempts: lead.attempts ?? 0,
		last_attempt_at: lead.last_attempt_at ?? null,
		call_id: last?.id ?? lead.call_id ?? null,
		outcome: last === undefined ? null : callOutcome(last),
		minutes: rounded(minutes),
		...(price !== undefined && { cost: rounded(minutes * price) }),
		summary: last?.summary ?? null,
		transcript: callTranscript(last?.messages),
		analysis_result: last?.analysis_result ?? null,
	};
}

/** The campaign in figures: leads by status, calls by how they went, minutes and cost. */
export function totals(
	campaign: IDataObject,
	results: LeadResult[],
	price: number | undefined,
): IDataObject {
	const calls = results.flatMap((result) => result.calls);
	const minutes = minutesOf(calls);
	const outcomes = CALL_OUTCOMES.map((outcome) => [
		outcome,
		results.filter((result) => result.calls[0] && callOutcome(result.calls[0]) === outcome).length,
	]);
	return {
		campaign_id: campaign.id,
		name: campaign.name,
		status: campaign.status,
		total_leads: results.length,
		leads_called: results.filter((result) => result.calls.length > 0).length,
		leads_open: results.filter(({ lead }) => lead.status === 'pending').length,
		outcomes: Object.fromEntries(outcomes),
		total_calls: calls.length,
		total_minutes: rounded(minutes),
		...(price !== undefined && { total_cost: rounded(minutes * price) }),
	};
}

function minutesOf(calls: IDataObject[]): number {
	return calls.reduce((sum, call) => sum + Number(call.duration_seconds ?? 0), 0) / 60;
}

function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}
