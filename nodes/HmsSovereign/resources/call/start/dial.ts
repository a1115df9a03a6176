import type { IDataObject } from 'n8n-workflow';

import { isApiFailure } from '../../../api/errors';
import { isObject } from '../../../api/json';
import { NoLongerWanted, type ApiRequest } from '../../../api/request';
import { StoppedError } from '../../../api/wait';
import type { ItemRun, RequestSpec } from '../../../operation/operation';
import { askGuards } from '../guards';
import { noteAgentDial } from '../guards/agentRepeat';
import { isCallingTime } from '../guards/callingHours';
import { claim, claimOf, type Dialling } from '../guards/claims';
import type { PlannedCall, Skip } from '../guards/guard';
import { noteRefusal } from '../guards/refusedForAll';
import { callBody, missingInCall } from './body';

/** Bare `{success, call_id, status: "dialing"}` (API docs: Create outbound call). */
export const outbound: RequestSpec = {
	method: 'POST',
	path: '/calls/outbound',
	missing: missingInCall,
	advice: {
		422: "Choose another 'Phone Number' to call from. It must be active and have a SIP trunk for outbound calls: Phone Number: Update sets both. This request dialled nobody.",
	},
};

/** Makes the request's body of what the form says. @throws InputError, ApiFailure before anything is dialled */
export type BodyOf = (body: IDataObject, item: ItemRun) => Promise<IDataObject>;

/** What became of an item that wanted a call: the API's bare answer, or why nobody was called. */
export type Dial = { destination: string } & ({ answer: IDataObject } | { skip: Skip });

/**
 * The one door through which every call goes out: the guards are asked, the number is claimed in this
 * process, the call is dialled, and what became of it is taken down. Never repeated unless the API said
 * that it did nothing: each dial rings somebody's phone.
 *
 * @throws InputError for input that is refused, before anything is dialled; ApiFailure
 */
export async function dial(item: ItemRun, bodyOf: BodyOf = callBody): Promise<Dial> {
	const request = item.build(outbound);
	const planned = plannedCall(request.body ?? {});
	const { destination } = planned;
	const send = async () => await sendCall(request, item, bodyOf);
	for (;;) {
		const known = claimOf(destination, item);
		const skip = await askGuards(planned, item);
		if (skip !== undefined) return { destination, skip };
		// Another execution may have claimed the number meanwhile; then the guards know more.
		const dialling = claim(destination, item, known);
		if (dialling === undefined) continue;
		const answer = await dialClaimed(planned, dialling, item, send).catch(whenKeptBack);
		if (answer !== undefined) return { destination, answer };
	}
}

/** The hours ended while the dial waited for its turn; the guards then say so. */
function whenKeptBack(error: unknown): undefined {
	if (!(error instanceof NoLongerWanted)) throw error;
}

function plannedCall({ destination, assistant_id: assistantId }: IDataObject): PlannedCall {
	return {
		destination: String(destination),
		assistantId: assistantId === undefined ? undefined : String(assistantId),
	};
}

async function dialClaimed(
	planned: PlannedCall,
	dialling: Dialling,
	item: ItemRun,
	send: () => Promise<IDataObject>,
): Promise<IDataObject> {
	const byAgent = noteAgentDial(planned, item);
	const answer = await send().catch((error: unknown) => {
		noteRefusal(error, item);
		if (mayHaveRung(error)) {
			dialling.doubtful();
		} else {
			dialling.release();
			byAgent.forget();
		}
		throw error;
	});
	dialling.dialled(answer, item.apiTime());
	byAgent.dialled(answer.call_id);
	return answer;
}

async function sendCall(request: ApiRequest, item: ItemRun, bodyOf: BodyOf): Promise<IDataObject> {
	const body = await bodyOf(request.body ?? {}, item);
	const isStillWanted = () => isCallingTime(item);
	const answer = await item.send({ ...request, body, isStillWanted });
	return isObject(answer) ? answer : {};
}

/** Whether a phone may have rung although starting the call failed. */
function mayHaveRung(error: unknown): boolean {
	if (error instanceof StoppedError) return error.doubt !== undefined;
	return isApiFailure(error) && error.facts.outcomeUnknown;
}
