import axios from 'axios';
import { startSandbox } from '../../../sandbox';
import { callUrl, client, outcome } from './helpers';
import { DESTINATION, useOutboundScene } from './outboundScene';

const scene = useOutboundScene();
const { api, place, placedId } = scene;

describe('an outbound call', () => {
	it('goes from dialing to a report, is charged and logged', async () => {
		const answer = await place();
		expect(outcome(answer)).toEqual({
			status: 200,
			data: {
				success: true,
				call_id: expect.stringContaining('call-_+31612345678_'),
				status: 'dialing',
			},
		});
		const id = answer.data.call_id as string;
		const logsBefore = scene.sandbox.store.main.usage.length;

		await scene.sandbox.calls.finished(id);
		const { data } = await api().get(callUrl(id));
		expect(data).toMatchObject({
			status: 'ended',
			direction: 'outbound',
			end_reason: 'user_hangup',
			duration_seconds: 60,
			caller_phone: DESTINATION,
			agent_name: 'Receptie',
			analysis_result: { sentiment: 8, primary_topic: 'opening hours', question_answered: true },
		});
		expect(Date.parse(data.ended_at as string) - Date.parse(data.started_at as string)).toBe(
			60_000,
		);
		expect(data.summary).toEqual(expect.any(String));
		expect(data.messages.length).toBeGreaterThan(2);
		expect((await api().get('/account')).data.minutes_balance).toBe(499);
		expect(scene.sandbox.store.main.usage).toHaveLength(logsBefore + 1);
	});

	it.each([
		['failed', null, null],
		['rejected', null, null],
		['insufficient-credits', null, null],
		['ended-with-error', 'STT connection failed', 20],
		['transferred', null, 20],
	] as const)('can end as %s', async (status, error, seconds) => {
		scene.sandbox.calls.script({ destination: /^\+316/, outcome: status, seconds: 20 });
		const call = await scene.sandbox.calls.finished(await placedId());
		expect(call).toMatchObject({ status, error, duration_seconds: seconds ?? 0 });
		expect(call.started_at === null).toBe(seconds === null);
	});

	it('follows the newest script that fits its number', async () => {
		scene.sandbox.calls.script({ seconds: 10, summary: 'any' });
		scene.sandbox.calls.script({ destination: '+31600000000', seconds: 99 });
		const call = await scene.sandbox.calls.finished(await placedId());
		expect(call).toMatchObject({ duration_seconds: 10, summary: 'any' });
	});

	it('ends at the longest duration of its assistant', async () => {
		const call = await scene.sandbox.calls.finished(
			await placedId({ assistant_override: { max_duration_seconds: 5 } }),
		);
		expect(call).toMatchObject({ end_reason: 'max_duration', duration_seconds: 5 });
	});

	it('is not dialled without credits', async () => {
		scene.sandbox.account.setBalance(0);
		const answer = await place();
		expect(answer.status).toBe(402);
		expect(answer.data).toMatchObject({ error: 'Insufficient credits', balance: 0 });
		expect(scene.sandbox.store.main.calls).toHaveLength(130);
		scene.sandbox.errorShape = 'nested';
		expect((await place()).data.error.code).toBe('insufficient_credits');
	});

	it.each([
		['no assistant', { assistant_id: undefined }, 400],
		[
			'two assistants',
			{ assistant: { llm_config: { provider: 'openai_live', model: 'gpt-live-1' } } },
			400,
		],
		['a deprecated field', { agent_id: '17a0cb75-fa09-4bdd-9a44-92a70d829c88' }, 400],
		['a national number', { destination: '0612345678' }, 400],
		['an unknown assistant', { assistant_id: '00000000-0000-4000-8000-000000000000' }, 404],
		['an unknown number', { number_id: '00000000-0000-4000-8000-000000000000' }, 404],
		['a number without trunk', { number_id: '9b0c1d4e-5f6a-4b8c-8d0e-1f2a3b4c5d6e' }, 422],
	])('is refused with %s', async (_what, wrong, status) => {
		expect((await place(wrong)).status).toBe(status);
	});

	it('wants ears and a voice for a one-time assistant with a text model', async () => {
		const assistant = { llm_config: { provider: 'openai', model: 'gpt-5.4' } };
		const { data } = await place({ assistant_id: undefined, assistant });
		expect(data.details).toEqual([
			'assistant.stt_config is required',
			'assistant.tts_config is required',
		]);
	});

	it('has a recording on another host, until the link expires or it is erased', async () => {
		const id = await placedId();
		const { recording_url } = await scene.sandbox.calls.finished(id);
		const url = String(recording_url);
		expect(new URL(url).host).not.toBe(new URL(scene.sandbox.url).host);
		const get = async () =>
			await axios.get<ArrayBuffer>(url, {
				responseType: 'arraybuffer',
				headers: { 'X-Test': 'seen' },
				validateStatus: () => true,
			});
		const found = await get();
		expect(found.headers['content-type']).toBe('audio/wav');
		expect(Buffer.from(found.data).subarray(0, 4).toString()).toBe('RIFF');
		scene.sandbox.recordings.expire(id);
		expect((await get()).status).toBe(403);
		scene.sandbox.recordings.erase(id);
		expect((await get()).status).toBe(404);
		expect(scene.sandbox.recordings.requests.map(({ status }) => status)).toEqual([200, 403, 404]);
		expect(scene.sandbox.recordings.requests[0].headers['x-test']).toBe('seen');
	});

	it('leaves no transcript and no recording with gdpr_mode', async () => {
		await api().patch(`/assistants/${scene.ids().reception}`, { gdpr_mode: true });
		const call = await scene.sandbox.calls.finished(await placedId());
		expect(call).toMatchObject({ messages: null, recording_url: null, status: 'ended' });
	});

	it('is being set up at first, and counts as active', async () => {
		const slow = await startSandbox({ callSpeed: 1 });
		const { data } = await client(slow).post('/calls/outbound', {
			destination: DESTINATION,
			assistant_id: slow.store.ids.reception,
		});
		const call = await client(slow).get(callUrl(data.call_id as string));
		const account = await client(slow).get('/account');
		await slow.close();
		expect(call.data.status).toBe('connecting');
		expect(account.data.active_calls).toBe(1);
	});
});
