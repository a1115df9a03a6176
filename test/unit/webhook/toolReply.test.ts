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

	describe('when tool calls of a delivery share an id', () => {
		it('gives each its own result, in their order', () => {
			const answers = [answer({ id: 'a', result: 1 }), answer({ id: 'a', result: 2 })];
			const results = [
				{ tool_call_id: 'a', result: 1 },
				{ tool_call_id: 'a', result: 2 },
			];
			expect(toolReply(answers, ['a', 'a'])).toEqual({ results });
			const withoutIds = answers.map(({ result }) => answer({ result }));
			expect(toolReply(withoutIds, ['a', 'a'])).toEqual({ results });
		});

		it('leaves the others their own', () => {
			const answers = [
				answer({ id: 'b', result: 3 }),
				answer({ id: 'a', result: 1 }),
				answer({ id: 'a', error: 'No stock' }),
			];
			expect(toolReply(answers, ['a', 'b', 'a'])).toEqual({
				results: [
					{ tool_call_id: 'a', result: 1 },
					{ tool_call_id: 'b', result: 3 },
					{ tool_call_id: 'a', result: { error: 'No stock' } },
				],
			});
		});

		it.each([1, 3])('does not guess which of two %i results are for', (count) => {
			const answers = Array.from({ length: count }, () => answer({ id: 'a', result: 1 }));
			expect(() => toolReply(answers, ['a', 'a'])).toThrow(
				'2 tool calls of this delivery have the ID "a"',
			);
		});
	});

	it('takes the simple form for the one tool call that has no id', () => {
		expect(toolReply([answer({ result: { status: 'shipped' } })], [''])).toEqual({
			result: { status: 'shipped' },
		});
		expect(toolReply([answer({ error: 'No stock' })], [''])).toEqual({ error: 'No stock' });
	});

	it('answers several tool calls without ids in their order', () => {
		expect(toolReply([answer({ result: 1 }), answer({ result: 2 })], ['', ''])).toEqual({
			results: [
				{ tool_call_id: '', result: 1 },
				{ tool_call_id: '', result: 2 },
			],
		});
	});
});
