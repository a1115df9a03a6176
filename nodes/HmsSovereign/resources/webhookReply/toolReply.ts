import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../api/inputError';

/** What the user gives for a tool call. */
export interface ToolAnswer {
	/** Empty: found by the number and order of the answers. */
	id: string;
	result: IDataObject[string];
	/** Not empty: the tool failed. */
	error: string;
}

const NO_RESULT = 'The workflow gave no result for this tool call';

/**
 * The reply to a delivery of tool calls (API docs: Tool Calls). The docs have one form for several calls,
 * `results`, and one for an error, which is about the whole delivery; so an error among several calls is
 * that call's result.
 *
 * @param ids of all tool calls in the delivery, each of which gets a result or an error
 * @throws InputError when it is unclear which tool call an answer is for
 */
export function toolReply(answers: ToolAnswer[], ids: string[]): IDataObject {
	const byId = new Map<string, ToolAnswer[]>(ids.map((id) => [id, []]));
	answers.forEach((answer, index) => {
		const id = answer.id || idAt(index, answers.length, ids);
		const known = byId.get(id);
		if (known === undefined) throw unknownId(id, ids);
		known.push(answer);
	});

	const failure = ids.length === 1 ? errorIn(byId.get(ids[0]) ?? []) : undefined;
	if (failure !== undefined) return { error: failure };
	return {
		results: ids.map((id) => ({ tool_call_id: id, result: resultOf(byId.get(id) ?? []) })),
	};
}

function idAt(index: number, count: number, ids: string[]): string {
	if (ids.length === 1) return ids[0];
	if (count === ids.length) return ids[index];
	throw new InputError(
		`It is unclear which of the ${ids.length} tool calls a result is for`,
		"There are more or fewer results than tool calls, so set 'Tool Call ID' for each result.",
	);
}

function unknownId(id: string, ids: string[]): InputError {
	return new InputError(
		`There is no tool call with the ID "${id}" in this delivery`,
		`Set 'Tool Call ID' to one of: ${ids.join(', ')}.`,
	);
}

function errorIn(answers: ToolAnswer[]): string | undefined {
	if (answers.length === 0) return NO_RESULT;
	return answers.find(({ error }) => error !== '')?.error;
}

function resultOf(answers: ToolAnswer[]): IDataObject[string] {
	const error = errorIn(answers);
	if (error !== undefined) return { error };
	return answers.length === 1
		? answers[0].result
		: answers.map(({ result }) => result as IDataObject);
}
