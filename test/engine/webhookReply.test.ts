import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../dev/byId';
import type { TestNode } from '../../dev/engine/engine';
import { runWorkflow } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';

const sandbox = useSandbox();

const TRIGGER = 'n8n-nodes-hmsovereign.hmsSovereignTrigger';

const REQUEST = { event: 'assistant-request', customer: { number: '+31612345678' } };
const toolCalls = (...ids: string[]) => ({
	event: 'tool-calls',
	tool_calls: ids.map((id) => ({
		id,
		name: 'lookup_order',
		parameters: { order: `order of ${id}` },
	})),
});

/** In n8n the trigger's output comes from a delivery; in the engine it passes on what it gets. */
function trigger(respond = 'responseNode'): TestNode {
	return {
		name: 'A "quoted" trigger',
		type: TRIGGER,
		parameters: { registration: 'manual', respond },
	};
}

async function reply(
	operation: string,
	parameters: IDataObject,
	output: IDataObject,
	between: TestNode[] = [],
) {
	const node = {
		name: 'Reply',
		parameters: { resource: 'webhookReply', operation, ...parameters },
	};
	return await runWorkflow([trigger(), ...between, node], {
		credential: sandbox.credential(),
		input: [output],
	});
}

const replyOf = ({ items }: Awaited<ReturnType<typeof reply>>) =>
	items.map(({ json }) => json.reply);

describe('Answer Assistant Request', () => {
	const { assistantId } = { assistantId: byId('2b1e3b65-2c04-4fa2-a2d7-467901e98978') };

	test.each<[string, IDataObject, IDataObject]>([
		['uses the saved assistant', {}, {}],
		[
			'limits the duration',
			{ callSettings: { maxDurationSeconds: 300 } },
			{ max_duration_seconds: 300 },
		],
		[
			'adds metadata to the saved assistant',
			{ callSettings: { metadata: { pairs: [{ name: 'crm_id', value: '12345' }] } } },
			{ assistant: { metadata: { crm_id: '12345' } } },
		],
		[
			'changes the saved assistant',
			{
				decision: 'changeSaved',
				changes: {
					firstMessage: '=Hello {{ $json.customer.number }}!',
					assistantFields: '{"tts_config": {"provider": "xai", "voice_id": "ara"}}',
				},
			},
			{
				assistant: {
					first_message: 'Hello +31612345678!',
					tts_config: { provider: 'xai', voice_id: 'ara' },
				},
			},
		],
		[
			'uses another assistant',
			{ decision: 'useOther', assistantId },
			{ assistant_id: assistantId.value },
		],
		[
			'uses another assistant with changes',
			{
				decision: 'useOther',
				assistantId,
				changes: { firstMessage: 'Good evening' },
				callSettings: {
					maxDurationSeconds: 60,
					metadata: { pairs: [{ name: 'vip', value: 'yes' }] },
				},
			},
			{
				assistant_id: assistantId.value,
				max_duration_seconds: 60,
				assistant_override: { first_message: 'Good evening', metadata: { vip: 'yes' } },
			},
		],
		[
			'rejects the call, whatever else was set before',
			{
				decision: 'reject',
				spokenText: 'Sorry, we are closed.',
				assistantId,
				changes: { firstMessage: 'Hello' },
				callSettings: { maxDurationSeconds: 60 },
			},
			{ error: 'Sorry, we are closed.' },
		],
	])('%s', async (_what, parameters, expected) => {
		const result = await reply('assistantRequest', parameters, REQUEST);
		expect(result.error).toBeUndefined();
		expect(replyOf(result)).toEqual([expected]);
		expect(sandbox.api.requests).toEqual([]);
	});

	test.each([
		[
			'a rejection without a text',
			{ decision: 'reject', spokenText: ' ' },
			"'Spoken Text' is required, but it is empty",
		],
		[
			'another assistant whose id turns out empty',
			{ decision: 'useOther', assistantId: byId('={{ "" }}') },
			"'Assistant' is required, but it is empty",
		],
	])('refuses %s', async (_what, parameters, message) => {
		const { error } = await reply('assistantRequest', parameters, REQUEST);
		expect(error?.message).toBe(message);
	});
});

describe('Answer Tool Calls', () => {
	test('answers with the input item', async () => {
		const result = await reply('toolCalls', {}, toolCalls('tool_1'));
		expect(replyOf(result)).toEqual([
			{ results: [{ tool_call_id: 'tool_1', result: toolCalls('tool_1') }] },
		]);
	});

	test('answers several tool calls from several input items, and belongs to all of them', async () => {
		const split: TestNode = { name: 'Split', type: 'test.split', parameters: {} };
		const node = {
			name: 'Reply',
			parameters: {
				resource: 'webhookReply',
				operation: 'toolCalls',
				toolCallId: '={{ $json.id }}',
				result: '={{ $json.parameters }}',
			},
		};
		const result = await runWorkflow([trigger(), split, node], {
			credential: sandbox.credential(),
			input: [toolCalls('tool_1', 'tool_2')],
			extraNodeTypes: { 'test.split': splitter },
		});
		expect(replyOf(result)).toEqual([
			{
				results: [
					{ tool_call_id: 'tool_1', result: { order: 'order of tool_1' } },
					{ tool_call_id: 'tool_2', result: { order: 'order of tool_2' } },
				],
			},
		]);
		expect(result.items[0].pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('answers with fields, a result and an error', async () => {
		const answers = [
			{ toolCallId: 'tool_2', errorMessage: 'No stock' },
			{ toolCallId: '={{ $json.tool_calls[0].id }}', result: '={{ { "a": 1 } }}' },
		];
		const result = await reply(
			'toolCalls',
			{ resultsFrom: 'fields', results: { answers } },
			toolCalls('tool_1', 'tool_2'),
		);
		expect(replyOf(result)).toEqual([
			{
				results: [
					{ tool_call_id: 'tool_1', result: { a: 1 } },
					{ tool_call_id: 'tool_2', result: { error: 'No stock' } },
				],
			},
		]);
	});

	test('answers with the documented error when the only tool call failed', async () => {
		const result = await reply(
			'toolCalls',
			{ errorMessage: 'Contact not found' },
			toolCalls('tool_1'),
		);
		expect(replyOf(result)).toEqual([{ error: 'Contact not found' }]);
	});
});

test.each([
	'Ends }} early',
	'{{ $json.x }}',
	'A "quoted" name',
	"It's {{ 1 + 1 }}",
	'back\\slash \\u007d and `tick` ${x}',
	'Anruf läuft 😀',
	'$("Other").first()',
])('finds the trigger called %s', async (name) => {
	const node = {
		name: 'Reply }} to {{ it',
		parameters: { resource: 'webhookReply', operation: 'assistantRequest' },
	};
	const result = await runWorkflow([{ ...trigger(), name }, node], {
		credential: sandbox.credential(),
		input: [REQUEST],
	});
	expect(result.error).toBeUndefined();
	expect(replyOf(result)).toEqual([{}]);
});

describe('a reply that nobody waits for', () => {
	const node: TestNode = {
		name: 'Reply',
		parameters: { resource: 'webhookReply', operation: 'assistantRequest' },
	};
	const run = async (nodes: TestNode[], output: IDataObject) =>
		(await runWorkflow(nodes, { credential: sandbox.credential(), input: [output] })).error;

	test('is refused without a trigger', async () => {
		expect(await run([node], REQUEST)).toMatchObject({
			message: 'There is no call to reply to',
			description: expect.stringContaining('started by an HMS Sovereign Trigger'),
		});
	});

	test('is refused when the trigger does not wait', async () => {
		expect(await run([trigger('onReceived'), node], REQUEST)).toMatchObject({
			message: 'The trigger "A "quoted" trigger" does not wait for this reply',
			description: expect.stringContaining("set 'Respond' to"),
		});
	});

	test('is refused for another event', async () => {
		expect(await run([trigger(), node], toolCalls('tool_1'))).toMatchObject({
			message: 'The trigger "A "quoted" trigger" did not receive the event assistant-request',
		});
	});
});

/** Gives each tool call as an item, like n8n's Split Out. */
const splitter = {
	description: {
		displayName: 'Split',
		name: 'split',
		group: ['transform' as const],
		version: 1,
		description: 'Exists in tests only',
		defaults: { name: 'Split' },
		inputs: ['main' as const],
		outputs: ['main' as const],
		properties: [],
	},
	async execute(this: { getInputData: () => Array<{ json: IDataObject }> }) {
		const calls = this.getInputData()[0].json.tool_calls as IDataObject[];
		return [calls.map((json) => ({ json, pairedItem: { item: 0 } }))];
	},
};
