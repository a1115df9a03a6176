import type { ChatRequest, Reply } from '../standIns/modelStandIn';

/**
 * What the simulated language model answers in the demo: it looks up the balance or the calls, or starts
 * a call when it is given a number; then it repeats what the tool said.
 */
export function demoReply({ messages, tools = [] }: ChatRequest): Reply {
	const last = messages.at(-1);
	if (last?.role === 'tool') return { text: `I looked: ${textOf(last.content).slice(0, 300)}` };
	const asked = textOf(messages.filter(({ role }) => role === 'user').at(-1)?.content);
	const offers = (name: string) => tools.some((tool) => tool.function.name === name);

	const number = /\+[\d\s-]{7,}/.exec(asked)?.[0].replace(/[\s-]/g, '');
	if (number !== undefined && offers('Start_call')) {
		const toolParameters = { phone_number: number, first_message: 'Good afternoon!' };
		return { tool: 'Start_call', args: { toolParameters, hitlParameters: {} } };
	}
	const euros = Number(/(\d+)\s*euro/i.exec(asked)?.[1]);
	if (euros > 0 && offers('Large_refund')) {
		const refund = { customer: 'Anna Jansen', euros };
		if (euros <= 50) return { tool: 'Small_refund', args: refund };
		return { tool: 'Large_refund', args: { toolParameters: refund, hitlParameters: {} } };
	}
	if (/minute|balance/i.test(asked) && offers('Get_balance'))
		return { tool: 'Get_balance', args: {} };
	if (/call/i.test(asked) && offers('List_calls'))
		return { tool: 'List_calls', args: { limit: 3 } };
	if (offers('Large_refund'))
		return { text: 'I am simulated and know one thing: "Refund 80 euros".' };
	return {
		text: 'I am simulated and know three things: "How many minutes are left?", "Which calls were there?" and "Call +31612345678".',
	};
}

function textOf(content: unknown): string {
	if (typeof content === 'string') return content;
	return content === undefined ? '' : JSON.stringify(content);
}
