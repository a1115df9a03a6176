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
 * that call's result. A single call without an id gets the docs' simple form, which names none.
 *
 * @param ids of all tool calls in the delivery, in order; they need not differ. Each gets a result or an error
 * @throws InputError when it is unclear which tool call an answer is for
 */
export function toolReply(answers: ToolAnswer[], ids: string[]): IDataObject {
	const byCall = answersByCall(answers, ids);
	const failure = ids.length === 1 ? errorIn(byCall[0]) : undefined;
	if (failure !== undefined) return { error: failure };
	if (ids.length === 1 && ids[0] === '') return { result: resultOf(byCall[0]) };
	return {
		results: ids.map((id, index) => ({ tool_call_id: id, result: resultOf(byCall[index]) })),
	};
}

/** For each tool call the answers to it. */
function answersByCall(answers: ToolAnswer[], ids: string[]): ToolAnswer[][] {
	if (answers.every(({ id }) => id === '')) return answersInOrder(answers, ids);
	const byId = new Map<string, ToolAnswer[]>(ids.map((id) => [id, []]));
	answers.forEach((answer, index) => {
		const id = answer.id || idAt(index, answers.length, ids);
		const known = byId.get(id);
		if (known === undefined) throw unknownId(id, ids);
		known.push(answer);
	});
	return ids.map((id, index) => {
		const given = byId.get(id) ?? [];
		const sharing = ids.filter((other) => other === id).length;
		if (sharing === 1 || given.length === 0) return given;
		if (given.length !== sharing) throw sharedId(id, sharing, given.length);
		const place = ids.slice(0, index).filter((other) => other === id).length;
		return [given[place]];
	});
}

function answersInOrder(answers: ToolAnswer[], ids: string[]): ToolAnswer[][] {
	if (ids.length === 1) return [answers];
	if (answers.length !== 0 && answers.length !== ids.length) throw unclear(ids);
	return ids.map((_id, index) => answers.slice(index, index + 1));
}

function idAt(index: number, count: number, ids: string[]): string {
	if (ids.length === 1) return ids[0];
	if (count === ids.length) return ids[index];
	throw unclear(ids);
}

function unclear(ids: string[]): InputError {
	return new InputError(
		`It is unclear which of the ${ids.length} tool calls a result is for`,
		"There are more or fewer results than tool calls, so set 'Tool Call ID' for each result.",
	);
}

function sharedId(id: string, calls: number, results: number): InputError {
	return new InputError(
		`${calls} tool calls of this delivery have the ID "${id}", but it has ${results === 1 ? '1 result' : `${results} results`}`,
		"Give each of them one result, in the order of the tool calls in the trigger's output.",
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
