import type { ReceiverReply } from './receiver';
import { useWebhookScene } from './webhookScene';

const scene = useWebhookScene();
const { listen, inboundCall } = scene;

describe('tools', () => {
	const tool = (more: object) => ({ name: 'lookup', description: 'd', ...more });
	const llm = (tools: object[]) => ({
		llm_config: { provider: 'openai', model: 'gpt-5.4', tools },
	});

	beforeEach(() => {
		scene.sandbox.calls.script({ toolCalls: [{ name: 'lookup', arguments: {} }] });
	});

	it("go to their own address before the assistant's", async () => {
		const server = { url: `${scene.receiver.url}/server`, secret: 'x' };
		await listen(llm([tool({ url: `${scene.receiver.url}/tool`, server })]));
		await inboundCall();
		const urls = scene.sandbox.webhooks.deliveries.filter(({ event }) => event === 'tool-calls');
		expect(urls.map(({ url }) => url)).toEqual([`${scene.receiver.url}/tool`]);
	});

	it('use the result that belongs to the call, an error, or say they failed', async () => {
		await listen(llm([tool({})]));
		const resultOf = async (reply: ReceiverReply | 'none') => {
			scene.receiver.replies['tool-calls'] = reply;
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
		scene.receiver.replies['tool-calls'] = { body: { result: 'ignored' } };
		const call = await inboundCall();
		expect(JSON.stringify(call.messages)).not.toContain('ignored');
	});
});
