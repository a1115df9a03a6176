/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n */
import { callUrl, outcome } from './helpers';
import { useOutboundScene } from './outboundScene';

const scene = useOutboundScene();
const { api, placedId } = scene;

async function whenInProgress(id: string): Promise<void> {
	const call = scene.sandbox.store.main.calls.find((entry) => entry.id === id);
	while (call?.status !== 'in-progress') await new Promise((resolve) => setTimeout(resolve, 2));
}

describe('control commands', () => {
	const control = async (id: string, command: object) =>
		await api().post(`${callUrl(id)}/control`, command);

	async function liveCall(): Promise<string> {
		scene.sandbox.calls.script({ outcome: 'never-ends' });
		const id = await placedId();
		await whenInProgress(id);
		return id;
	}

	it('are heard in the conversation, and end it', async () => {
		const id = await liveCall();
		await control(id, { type: 'inject-context', content: 'VIP', trigger_response: false });
		const said = await control(id, { type: 'say', content: 'One moment.', end_after: false });
		expect(said.data).toEqual({ success: true, message: 'Command sent successfully' });
		await control(id, { type: 'end-call', message: 'Goodbye.' });
		const call = await scene.sandbox.calls.finished(id);
		expect(call.status).toBe('ended');
		expect(call.messages?.slice(-3)).toEqual([
			{ role: 'system', content: 'VIP' },
			{ role: 'assistant', content: 'One moment.' },
			{ role: 'assistant', content: 'Goodbye.' },
		]);
	});

	it('hang up after a last sentence, or transfer', async () => {
		const first = await liveCall();
		await control(first, { type: 'say', content: 'Bye.', end_after: true });
		expect((await scene.sandbox.calls.finished(first)).status).toBe('ended');
		const second = await liveCall();
		await control(second, { type: 'transfer', destination: '+31570612301' });
		expect((await scene.sandbox.calls.finished(second)).status).toBe('transferred');
	});

	it('work only while the call is in progress', async () => {
		const over = scene.sandbox.store.main.calls[0];
		const late = await control(over.id, { type: 'end-call' });
		expect(outcome(late)).toEqual({
			status: 400,
			data: { error: 'Invalid command or call not active' },
		});
		expect((await control('unknown', { type: 'end-call' })).status).toBe(404);
	});

	it.each([
		[{ type: 'say', content: 'x' }, 'end_after is required'],
		[
			{ type: 'inject-context', content: 'x', trigger_response: 'yes' },
			'trigger_response must be a boolean',
		],
		[{ type: 'mute' }, 'type must be one of: inject-context, say, end-call, transfer'],
		[
			{ type: 'transfer', destination: 'desk' },
			'destination must be a phone number in E.164 format or a SIP URI',
		],
	])('are refused as %j', async (command, line) => {
		const id = await liveCall();
		expect((await control(id, command)).data.details).toEqual([line]);
	});

	it('are limited to 10 a window for each call', async () => {
		const [first, second] = [await liveCall(), await liveCall()];
		const say = { type: 'say', content: 'x', end_after: false };
		for (let i = 0; i < 10; i += 1) expect((await control(first, say)).status).toBe(200);
		const refused = await control(first, say);
		expect(refused.status).toBe(429);
		expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
		expect(refused.data.error).toBe('Rate limit exceeded');
		expect((await control(second, say)).status).toBe(200);
	});
});
