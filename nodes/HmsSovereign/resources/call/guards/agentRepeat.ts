import { InputError } from '../../../api/inputError';
import type { Field, ItemRun } from '../../../operation/operation';
import { isToolRun } from '../../../operation/toolRun';
import type { Guard, PlannedCall } from './guard';

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
 * An AI agent calls nobody twice with the same assistant in one execution: models repeat a tool call
 * when its answer does not please them, and each one rings a phone. Other words for the same call do
 * not make it another one, so all one-time assistants count as one.
 *
 * @throws InputError that tells the agent what to do instead
 */
export const agentRepeat: Guard = (planned, item) => {
	const calls = callsOfAgent(item);
	const key = keyOf(planned);
	if (calls?.has(key) === true) throw repeated(planned, calls.get(key));
	return undefined;
};

/** Takes down that an agent dials. @returns call `forget` when it did not, else `dialled` with the ID */
export function noteAgentDial(planned: PlannedCall, item: ItemRun) {
	const calls = callsOfAgent(item);
	const key = keyOf(planned);
	calls?.set(key, undefined);
	return {
		dialled: (id: unknown) => calls?.set(key, id),
		forget: () => calls?.delete(key),
	};
}

/** undefined when no agent is dialling, or when it may do so as often as it likes. */
function callsOfAgent({ context, parameter }: ItemRun): Map<string, unknown> | undefined {
	const execution = context.getExecutionId();
	const isAllowed = parameter('options.allowRepeatedCalls') === true;
	if (isAllowed || !execution || !isToolRun(context)) return undefined;
	const calls = dialled.get(execution) ?? new Map<string, unknown>();
	dialled.delete(execution);
	dialled.set(execution, calls);
	const [oldest] = dialled.keys();
	if (dialled.size > MOST_EXECUTIONS) dialled.delete(oldest);
	return calls;
}

function keyOf({ destination, assistantId = 'one-time' }: PlannedCall): string {
	return `${destination} ${assistantId}`;
}

/** All in the message: it is the only part of an error that an agent gets to read. */
function repeated({ destination }: PlannedCall, id: unknown): InputError {
	const call = typeof id === 'string' ? `as call ID ${id}` : 'and it is not known how that went';
	return new InputError(
		`${destination} was already called with this assistant in this execution (${call}), so it was not called again. Do not retry; read the result of that call instead, or ask the user.`,
		"To let the agent call again, turn on the option 'Allow Repeated Calls'.",
	);
}
