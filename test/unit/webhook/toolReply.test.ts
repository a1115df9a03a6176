import {
	toolReply,
	type ToolAnswer,
} from '../../../nodes/HmsSovereign/resources/webhookReply/toolReply';

const answer = (more: Partial<ToolAnswer>): ToolAnswer => ({
	id: '',
	result: null,
	error: '',
	...more,
});

describe('the reply to tool calls', () => {
	it('has the result under the id of the one tool call', () => {
		expect(toolReply([answer({ result: { status: 'shipped' } })], ['tool_1'])).toEqual({
			results: [{ tool_call_id: 'tool_1', result: { status: 'shipped' } }],
		});
	});

	it('makes a list of several results for the one tool call', () => {
		expect(toolReply([answer({ result: 'a' }), answer({ result: 'b' })], ['tool_1'])).toEqual({
			results: [{ tool_call_id: 'tool_1', result: ['a', 'b'] }],
		});
	});

	it('is the documented error when the one tool call failed', () => {
		const failed = [answer({ result: {}, error: 'Contact not found' })];
		expect(toolReply(failed, ['tool_1'])).toEqual({ error: 'Contact not found' });
	});

	it('answers several tool calls by id, in any order', () => {
		const answers = [answer({ id: 'tool_2', result: 2 }), answer({ id: 'tool_1', result: 1 })];
		expect(toolReply(answers, ['tool_1', 'tool_2'])).toEqual({
			results: [
				{ tool_call_id: 'tool_1', result: 1 },
				{ tool_call_id: 'tool_2', result: 2 },
			],
		});
	});

	it('answers several tool calls in their order when there are as many results without ids', () => {
		const answers = [answer({ result: 1 }), answer({ error: 'No stock' })];
		expect(toolReply(answers, ['tool_1', 'tool_2'])).toEqual({
			results: [
				{ tool_call_id: 'tool_1', result: 1 },
				{ tool_call_id: 'tool_2', result: { error: 'No stock' } },
			],
		});
	});

	it('leaves no tool call unanswered', () => {
		expect(toolReply([answer({ id: 'tool_2', result: 2 })], ['tool_1', 'tool_2'])).toEqual({
			results: [
				{
					tool_call_id: 'tool_1',
					result: { error: 'The workflow gave no result for this tool call' },
				},
				{ tool_call_id: 'tool_2', result: 2 },
			],
		});
		expect(toolReply([], ['tool_1'])).toEqual({
			error: 'The workflow gave no result for this tool call',
		});
	});

	it('refuses a result that could belong to any of several tool calls', () => {
		expect(() => toolReply([answer({ result: 1 })], ['tool_1', 'tool_2'])).toThrow(
			'It is unclear which of the 2 tool calls a result is for',
		);
	});

	it('refuses an id that is not in the delivery', () => {
		expect(() => toolReply([answer({ id: 'tool_9' })], ['tool_1'])).toThrow(
			'There is no tool call with the ID "tool_9" in this delivery',
		);
	});
});
