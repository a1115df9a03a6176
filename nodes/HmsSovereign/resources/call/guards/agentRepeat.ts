import type { IDataObject } from 'n8n-workflow';

import { isApiFailure } from '../../../api/errors';
import { InputError } from '../../../api/inputError';
import { StoppedError } from '../../../api/wait';
import type { Field, ItemRun } from '../../../operation/operation';
import { isToolRun } from '../../../operation/toolRun';

/** Executions whose calls are remembered; an agent's execution is rarely older than that. */
const MOST_EXECUTIONS = 500;

/** What agents dialled, by execution, then by who was called with what: the call's ID once it is known. */
const dialled = new Map<string, Map<string, unknown>>();

/** Only tools have an agent behind them, and n8n knows tools under `@tool`. */
const forAgents = { displayOptions: { show: { '@tool': [true] } } };

/** An option for each operation that dials. */
export const allowRepeatedCalls: Field = {
	displayName: 'Allow Repeated Calls',
	name: 'allowRepeatedCalls',
	type: 'boolean',
	default: false,
	description:
		'Whether an agent may call the same number with the same assistant more than once in one execution',
	...forAgents,
};

/** Shown where an agent could dial. */
export const approvalNotice: Field = {
	displayName:
		'This tool calls people. Put a human review step between the agent and this tool, so that somebody approves each call, and fix what the agent should not choose, such as the assistant.',
	name: 'approvalNotice',
	type: 'notice',
	default: '',
	...forAgents,
};

/**
 * Dials, unless the same AI agent has done so before in the same execution: models repeat a tool call
 * when its answer does not please them, and each one rings a phone. Elsewhere it just dials.
 *
 * @param body of `POST /calls/outbound`
 * @throws InputError that tells the agent what to do instead
 */
export async function onceForAgent(
	{ context, parameter }: ItemRun,
	body: IDataObject,
	dial: () => Promise<IDataObject>,
): Promise<IDataObject> {
	const execution = context.getExecutionId();
	const isAllowed = parameter('options.allowRepeatedCalls') === true;
	if (isAllowed || !execution || !isToolRun(context)) return await dial();

	const calls = callsOf(execution);
	const key = JSON.stringify([body.destination, body.assistant_id, body.assistant]);
	if (calls.has(key)) throw repeated(body.destination, calls.get(key));
	calls.set(key, undefined);
	const answer = await dial().catch((error: unknown) => {
		if (!mayHaveRung(error)) calls.delete(key);
		throw error;
	});
	calls.set(key, answer.call_id);
	return answer;
}

function callsOf(execution: string): Map<string, unknown> {
	const calls = dialled.get(execution) ?? new Map<string, unknown>();
	dialled.delete(execution);
	dialled.set(execution, calls);
	const [oldest] = dialled.keys();
	if (dialled.size > MOST_EXECUTIONS) dialled.delete(oldest);
	return calls;
}

/** Whether a phone may have rung although starting the call failed. */
export function mayHaveRung(error: unknown): boolean {
	if (error instanceof StoppedError) return true;
	return isApiFailure(error) && error.facts.outcomeUnknown;
}

/** All in the message: it is the only part of an error that an agent gets to read. */
function repeated(destination: unknown, id: unknown): InputError {
	const call = typeof id === 'string' ? `as call ID ${id}` : 'and it is not known how that went';
	return new InputError(
		`${String(destination)} was already called with this assistant in this execution (${call}), so it was not called again. Do not retry; read the result of that call instead, or ask the user.`,
		"To let the agent call again, turn on the option 'Allow Repeated Calls'.",
	);
}
