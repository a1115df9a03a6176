import { startSandbox, type Sandbox, type WebhookEvent } from '../../../sandbox';
import { client } from './helpers';
import { startReceiver, type Receiver, type ReceiverReply } from './receiver';

const CALLER = '+31687654321';
const SIGNED_WITH = 'whsec_test_secret_12345';
const ALL: WebhookEvent[] = [
	'assistant-request',
	'tool-calls',
	'status-update',
	'end-of-call-report',
];

let sandbox: Sandbox;
let receiver: Receiver;

beforeAll(async () => {
	receiver = await startReceiver();
	sandbox = await startSandbox({
		requestLimit: 100_000,
		callSpeed: 1000,
		assistantRequestTimeoutMs: 400,
		toolCallsTimeoutMs: 400,
	});
});
afterAll(async () => {
	await sandbox.close();
	await receiver.close();
});
beforeEach(() => {
	sandbox.reset();
	receiver.replies = {};
});

async function listen(more: object = {}): Promise<void> {
	const hook = {
		webhook_url: receiver.url,
		webhook_secret: SIGNED_WITH,
		webhook_events: ALL,
		...more,
	};
	const answer = await client(sandbox).patch(`/assistants/${sandbox.store.ids.reception}`, hook);
	expect(answer.status).toBe(200);
}

async function inboundCall() {
	const { id } = sandbox.calls.ring({ assistantId: sandbox.store.ids.reception, from: CALLER });
	return await sandbox.calls.finished(id);
}

describe('tools', () => {
	const tool = (more: object) => ({ name: 'lookup', description: 'd', ...more });
	const llm = (tools: object[]) => ({
		llm_config: { provider: 'openai', model: 'gpt-5.4', tools },
	});

	beforeEach(() => {
		sandbox.calls.script({ toolCalls: [{ name: 'lookup', arguments: {} }] });
	});

	it("go to their own address before the assistant's", async () => {
		const server = { url: `${receiver.url}/server`, secret: 'x' };
		await listen(llm([tool({ url: `${receiver.url}/tool`, server })]));
		await inboundCall();
		const urls = sandbox.webhooks.deliveries.filter(({ event }) => event === 'tool-calls');
		expect(urls.map(({ url }) => url)).toEqual([`${receiver.url}/tool`]);
	});

	it('use the result that belongs to the call, an error, or say they failed', async () => {
		await listen(llm([tool({})]));
		const resultOf = async (reply: ReceiverReply | 'none') => {
			receiver.replies['tool-calls'] = reply;
			return (await inboundCall()).messages?.find(({ role }) => role === 'system')?.content;
		};
		expect(await resultOf({ body: { results: [{ tool_call_id: 'other', result: 1 }] } })).toBe(
			'Result of lookup: {"error":"No result for this tool call"}',
		);
		expect(await resultOf({ body: { error: 'Contact not found' } })).toContain('Contact not found');
		expect(await resultOf({ status: 500 })).toContain('Tool failed');
		expect(await resultOf('none')).toContain('Tool timed out');
	});

	it('are not waited for when they are async', async () => {
		await listen(llm([tool({ async: true })]));
		receiver.replies['tool-calls'] = { body: { result: 'ignored' } };
		const call = await inboundCall();
		expect(JSON.stringify(call.messages)).not.toContain('ignored');
	});
});
