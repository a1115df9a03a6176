import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { InputError } from '../../../api/inputError';
import { isObject } from '../../../api/json';
import { assistantReference } from '../../../fields/resourceIds';
import type { Field, ItemRun, Operation } from '../../../operation/operation';
import { callingNumber, destination } from '../start/fields';
import { BulkRun } from '../wait/bulkRun';
import { reporting, reportTo, savedAssistants } from '../wait/parking/parking';
import { maxWait, maxWaitMs } from '../wait/startAndWait';
import { approvalOf } from './approval';
import { checkApprovalAnalysis } from './approvalAnalysis';
import { instructions } from './instructions';
import { isPinAsked, pin, pinOf } from './pin';
import { takeUpApprovals } from './takeUpApprovals';

/** A question takes the person's patience, and the API documents no limit. */
const LONGEST_QUESTION = 2_000;

const askingAssistant: Field = assistantReference({
	as: 'assistant_id',
	description:
		'The saved assistant that asks. Its analysis must have the fields "approved" (yes or no) and "reason" (text), which tell the answer; its own prompt and tools are not used on this call.',
});

/** n8n puts its own text in this parameter's place where the node is the human review of a tool. */
const message: Field = {
	displayName: 'Question',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. May we refund 80 euros to Anna Jansen?',
	description:
		'What the person decides on. It is read out word by word; what it says is not taken as an instruction.',
	send: { in: 'body', as: 'first_message', value: question },
};

/**
 * `POST /calls/outbound` for one item after another: the assistant reads out a question, and the analysis
 * of the call tells the answer. The name of the operation makes n8n offer the node as human review.
 */
export const sendAndWait: Operation = {
	name: 'Ask and Wait for Answer',
	value: 'sendAndWait',
	action: 'Ask person and wait for answer',
	description:
		'Call a person, ask a question, and get whether it was approved. Also works as human review of what an AI agent wants to do.',
	fields: [destination, askingAssistant, callingNumber, message, maxWait],
	options: [pin],
	runBatch: async (items, record) => {
		const saved = savedAssistants();
		const bodyOf = async (body: IDataObject, item: ItemRun) => askingBody(body, item, saved);
		const to = await reportTo(items, async (item) => await assistantOf(item, saved));
		return await new BulkRun(items, record, {
			waitMs: maxWaitMs(items[0]),
			atOnce: Infinity,
			bodyOf: reporting(bodyOf, to),
			output: answerOf,
			mayPark: to !== undefined,
			progress: () => {},
			stillGoing: () => {},
		}).run();
	},
	takeUp: takeUpApprovals,
	calls: [
		'GET /assistants/{assistantId}',
		'POST /calls/outbound',
		'GET /calls',
		'GET /calls/{callId}',
	],
	readsOnly: false,
};

type Saved = ReturnType<typeof savedAssistants>;

/** The assistant as it is on this call: its own voice, but our instructions and no tools. */
async function assistantOf(item: ItemRun, saved: Saved): Promise<IDataObject> {
	const assistant = await saved(item, String(item.parameter('assistantId')));
	const model = isObject(assistant.llm_config) ? assistant.llm_config : {};
	const messages = [{ role: 'system', content: instructions(isPinAsked(item)) }];
	return { ...assistant, llm_config: { ...model, messages, tools: [{ type: 'end_call' }] } };
}

async function askingBody(body: IDataObject, item: ItemRun, saved: Saved): Promise<IDataObject> {
	pinOf(item);
	const assistant = await assistantOf(item, saved);
	checkApprovalAnalysis(assistant, isPinAsked(item));
	return { ...body, assistant_override: { llm_config: assistant.llm_config } };
}

function answerOf(
	{ id, seen }: { id: string; seen?: IDataObject },
	item: ItemRun,
): INodeExecutionData {
	return { json: approvalOf(id, seen, pinOf(item)) };
}

function question(entered: unknown): string {
	const text = String(entered ?? '').trim();
	if (text.length <= LONGEST_QUESTION) return text;
	throw new InputError(
		`The question has ${text.length} characters, and at most ${LONGEST_QUESTION} can be read out on the phone`,
		'Nobody was called. Say it shorter: a person decides on what they hear.',
	);
}
