import type { IDataObject } from 'n8n-workflow';

import { AGENT_KINDS, runAgent, type AgentKind, type ToolCall } from './support/agent';
import { callEach, dialled } from './support/bulkCalls';
import { runNode } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';

const sandbox = useSandbox({ callSpeed: 100 });
const to = "={{ $fromAI('to', 'The phone number to call', 'string') }}";

/** What the user gave the agent: three tools made of our node. */
function tools(more: IDataObject = {}): Record<string, IDataObject> {
	return {
		'Get Balance': { resource: 'account', operation: 'get' },
		'List Calls': {
			resource: 'call',
			operation: 'getAll',
			limit: "={{ $fromAI('limit', 'How many calls', 'number') }}",
		},
		'Start Call': callEach(sandbox.api, 'start', { destination: to, ...more }),
		'Check Balance': { resource: 'account', operation: 'checkBalance', thresholdMinutes: 1 },
	};
}

async function agent(kind: AgentKind, script: ToolCall[], more: IDataObject = {}) {
	return await runAgent(kind, tools(more), script, { credential: sandbox.credential });
}

const call = (phone: string): ToolCall => ({ tool: 'Start Call', args: { to: phone } });
const anna = call('+31612345678');
const bob = call('+31687654321');

describe.each(AGENT_KINDS)('an agent whose tools are %s', (kind) => {
	test('reads balance and calls, and starts a call', async () => {
		const { answers, error } = await agent(kind, [
			{ tool: 'Get Balance', args: {} },
			{ tool: 'List Calls', args: { limit: 2 } },
			anna,
		]);
		expect(error).toBeUndefined();
		const [balance, calls, started] = answers.map((answer) => JSON.parse(answer) as IDataObject[]);
		expect(balance).toEqual([expect.objectContaining({ minutes_balance: 500 })]);
		expect(calls).toHaveLength(2);
		expect(started).toEqual([
			{
				success: true,
				call_id: expect.any(String),
				status: 'dialing',
				destination: '+31612345678',
			},
		]);
		expect(dialled(sandbox.api)).toEqual(['+31612345678']);
	});

	test('gets lists without transcripts, so that they fit into its memory', async () => {
		const { answers } = await agent(kind, [{ tool: 'List Calls', args: { limit: 20 } }]);
		expect(answers[0]).not.toContain('"messages"');
		expect(answers[0].length).toBeLessThan(20_000);
	});

	test('is not answered with what an earlier tool call gave', async () => {
		const { answers } = await agent(kind, [anna, bob]);
		expect(dialled(sandbox.api)).toEqual(['+31612345678', '+31687654321']);
		expect(answers[0]).not.toBe(answers[1]);
	});

	test('cannot call the same person twice in one execution', async () => {
		const { answers } = await agent(kind, [anna, anna, call('+31 6 1234 5678'), bob]);
		expect(dialled(sandbox.api)).toEqual(['+31612345678', '+31687654321']);
		const [{ call_id: id }] = JSON.parse(answers[0]) as IDataObject[];
		for (const answer of answers.slice(1, 3)) {
			expect(answer).toContain(
				`+31612345678 was already called with this assistant in this execution (as call ID ${String(id)}), so it was not called again. Do not retry`,
			);
		}
	});

	test('can call again when the user allows it', async () => {
		await agent(kind, [anna, anna], { options: { allowRepeatedCalls: true } });
		expect(dialled(sandbox.api)).toEqual(['+31612345678', '+31612345678']);
	});

	test('can call the same person in another execution', async () => {
		await agent(kind, [anna]);
		await agent(kind, [anna]);
		expect(dialled(sandbox.api)).toHaveLength(2);
	});

	test('can try again after a call that was refused', async () => {
		sandbox.api.faults.add({ kind: 'status', status: 400, path: '/calls/outbound' });
		await agent(kind, [anna, anna]);
		expect(dialled(sandbox.api)).toEqual(['+31612345678']);
	});

	test('cannot try again when the answer to a call was lost', async () => {
		sandbox.api.faults.add({ kind: 'reset-after', path: '/calls/outbound' });
		const { answers } = await agent(kind, [anna, anna]);
		expect(dialled(sandbox.api)).toEqual(['+31612345678']);
		expect(answers[0]).toContain('It may have been carried out');
		expect(answers[1]).toContain('it is not known how that went), so it was not called again');
	});

	test('calls nobody twice under Retry On Fail', async () => {
		sandbox.api.faults.add({ kind: 'reset-after', path: '/calls/outbound' });
		await runAgent(kind, tools(), [anna, anna], {
			credential: sandbox.credential,
			toolSettings: { retryOnFail: true, maxTries: 5, waitBetweenTries: 10 },
		});
		expect(dialled(sandbox.api)).toEqual(['+31612345678']);
	});

	test.each([
		[
			'a bad number',
			call('0612345678'),
			'\'Destination\': "0612345678" is not a phone number in international format. Start with + and the country code',
		],
		['no number', call(''), "'Destination'"],
	])('is told in the message what to change: %s', async (_what, script, message) => {
		const { answers } = await agent(kind, [script]);
		expect(answers[0]).toContain(message);
		expect(dialled(sandbox.api)).toEqual([]);
	});

	test('is told what is missing when there are no credits', async () => {
		sandbox.api.account.setBalance(0);
		const { answers } = await agent(kind, [anna]);
		expect(answers[0]).toMatch(/credits/i);
	});

	test('always gets the balance from Check Balance, and uses up no alert', async () => {
		const script = [{ tool: 'Check Balance', args: {} }];
		const staticData: IDataObject = {};
		const run = async () =>
			await runAgent(kind, tools(), script, {
				credential: sandbox.credential,
				mode: 'trigger',
				staticData,
			});
		await run();
		const { answers } = await run();
		expect(JSON.parse(answers[0])).toEqual([expect.objectContaining({ is_low: false })]);
	});

	test('gets the whole result of a call from Start and Wait', async () => {
		const talk = callEach(sandbox.api, 'startAndWait', { destination: to });
		const { answers } = await runAgent(
			kind,
			{ Talk: talk },
			[
				{ ...anna, tool: 'Talk' },
				{ ...anna, tool: 'Talk' },
			],
			{
				credential: sandbox.credential,
			},
		);
		expect(JSON.parse(answers[0])).toEqual([
			expect.objectContaining({ status: 'ended', summary: expect.any(String), finished: true }),
		]);
		expect(answers[1]).toContain('was already called');
		expect(dialled(sandbox.api)).toHaveLength(1);
	});
});

test('outside of an agent the same number may be called twice', async () => {
	await runNode(callEach(sandbox.api, 'start'), {
		credential: sandbox.credential,
		input: [{ phone: '+31612345678' }, { phone: '+31612345678' }],
	});
	expect(dialled(sandbox.api)).toHaveLength(2);
});
