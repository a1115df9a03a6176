import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/json';
import type { Field, ItemRun, Operation } from '../../operation/operation';
import { toolReply, type ToolAnswer } from './toolReply';
import { sendReply, waitingCall } from './waitingCall';

const EVENT = 'tool-calls';

const toolCallId: Field = {
	displayName: 'Tool Call ID',
	name: 'toolCallId',
	type: 'string',
	default: '',
	placeholder: 'e.g. tool_abc123def456',
	description:
		'The ID of the tool call that this answers. Leave it empty when there is one tool call, or when results come in the order of the tool calls.',
};

const result: Field = {
	displayName: 'Result',
	name: 'result',
	type: 'string',
	takes: 'data',
	typeOptions: { rows: 3 },
	default: '={{ $json }}',
	description: 'What the tool found: a text or an object, for the assistant to talk about',
};

const errorMessage: Field = {
	displayName: 'Error Message',
	name: 'errorMessage',
	type: 'string',
	default: '',
	placeholder: 'e.g. Contact not found',
	description: 'Why the tool failed. When this is set, it is sent instead of the result.',
};

const ofAnItem = [toolCallId, result, errorMessage].map((field) => ({
	...field,
	displayOptions: { show: { resultsFrom: ['items'] } },
}));

const resultsFrom: Field = {
	displayName: 'Results From',
	name: 'resultsFrom',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Fields Below',
			value: 'fields',
			description: 'The results of all tool calls are entered in this node',
		},
		{
			name: 'Input Items',
			value: 'items',
			description: 'Each input item answers a tool call; several for the same one become a list',
		},
	],
	default: 'items',
	description: 'Where the results of the tool calls are',
};

const results: Field = {
	displayName: 'Results',
	name: 'results',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add result',
	default: {},
	displayOptions: { show: { resultsFrom: ['fields'] } },
	description: 'One entry for each tool call',
	options: [
		{
			name: 'answers',
			displayName: 'Result',
			values: [toolCallId, { ...result, default: '' }, errorMessage],
		},
	],
};

/** Answers `tool-calls` (API docs: Tool Calls) with `{results: [{tool_call_id, result}]}` or `{error}`. */
export const toolCalls: Operation = {
	name: 'Answer Tool Calls',
	value: 'toolCalls',
	action: 'Answer tool calls',
	description: 'Give the assistant the results of the tools it called, while the caller waits',
	fields: [resultsFrom, ...ofAnItem, results],
	runAll: {
		part: (item) => ({ answers: answersOf(item) }),
		run: async (parts, first) => {
			const { tool_calls: calls } = waitingCall(first, EVENT);
			const isFields = first.parameter('resultsFrom') === 'fields';
			const answers = (isFields ? parts.slice(0, 1) : parts).flatMap(answersIn);
			return await sendReply(first, EVENT, toolReply(answers, idsOf(calls)));
		},
	},
	calls: [],
	readsOnly: false,
};

function answersOf(item: ItemRun): IDataObject[] {
	if (item.parameter('resultsFrom') === 'fields') {
		const entered: unknown = item.parameter('results');
		return isObject(entered) && Array.isArray(entered.answers)
			? entered.answers.filter(isObject)
			: [];
	}
	const names = ['toolCallId', 'result', 'errorMessage'];
	return [Object.fromEntries(names.map((name) => [name, item.parameter(name) as IDataObject]))];
}

function answersIn({ answers }: IDataObject): ToolAnswer[] {
	return (Array.isArray(answers) ? answers : []).filter(isObject).map((entry) => ({
		id: String(entry.toolCallId ?? '').trim(),
		result: entry.result ?? null,
		error: String(entry.errorMessage ?? '').trim(),
	}));
}

function idsOf(calls: IDataObject[string]): string[] {
	return (Array.isArray(calls) ? calls : []).filter(isObject).map(({ id }) => String(id));
}
