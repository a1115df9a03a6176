/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import { readFileSync } from 'node:fs';
import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../dev/byId';
import { outputs, type WorkflowJson } from '../../../dev/n8n/api';
import { until } from '../../../dev/n8n/until';
import { n8nUnderTest } from '../support/n8nUnderTest';
import { openScene, type Scene } from '../support/scene';
import { hmsSovereignType, items, manualTrigger, row } from '../support/workflows';

const NODE = 'HMS Sovereign';

describe('Calls to their end, in n8n', () => {
	let scene: Scene;

	beforeAll(async () => {
		scene = await openScene({ callSpeed: 30, requestLimit: 1000 });
	});

	afterEach(() => scene.sandbox.reset());

	afterAll(async () => await scene.sandbox.close());

	/** Calls +31600000001, +31600000002 … */
	function callMany(count: number, parameters: IDataObject = {}, settings = {}): WorkflowJson {
		const { id, name } = scene.credential;
		return row('Call many', manualTrigger(), items(count), {
			name: NODE,
			type: hmsSovereignType,
			typeVersion: 1,
			parameters: {
				resource: 'call',
				operation: 'startAndWait',
				destination: '=+316{{ String($json.number).padStart(8, "0") }}',
				assistantMode: 'saved',
				assistantId: byId(scene.sandbox.store.ids.reception),
				phoneNumberId: byId(scene.sandbox.store.ids.mainLine),
				maxWaitMinutes: 0.2,
				simplify: true,
				...parameters,
			} as never,
			credentials: { hmsSovereignApi: { id, name } },
			...settings,
		});
	}

	const dialled = () =>
		scene.sandbox.requests
			.filter(({ path }) => path === '/calls/outbound')
			.map(({ body }) => (body as IDataObject).destination);

	it('50 calls, some of which fail and one of which never ends, come out in order', async () => {
		scene.sandbox.calls.script({ destination: /7$/, outcome: 'failed' });
		scene.sandbox.calls.script({ destination: '+31600000013', outcome: 'never-ends' });

		const execution = await scene.n8n.run(callMany(50));

		expect(execution.status).toBe('success');
		const [calls] = outputs(execution, NODE);
		const statuses = calls.map(({ json }) => json.status);
		expect(calls).toHaveLength(50);
		expect(statuses.filter((status) => status === 'ended')).toHaveLength(44);
		expect(statuses.filter((status) => status === 'failed')).toHaveLength(5);
		expect(calls[12].json).toMatchObject({ status: 'in-progress', finished: false });
		expect(calls.map(({ json }) => json.caller_phone)).toEqual(dialled());
		expect(new Set(dialled()).size).toBe(50);
		expect(execution.runData[NODE][0].hints).toMatchObject([
			{ message: expect.stringContaining('1 call was still going on') },
		]);
		const looks = scene.sandbox.requests.filter(({ method }) => method === 'GET').length;
		expect(looks).toBeLessThan(10);
		process.stdout.write(`Waiting for 50 calls, one of them to the maximum: ${looks} requests\n`);
	});

	it('Stop ends the wait, nobody is called again, and every call is named', async () => {
		scene.sandbox.calls.script({ outcome: 'never-ends' });
		const settings = { retryOnFail: true, maxTries: 5, waitBetweenTries: 100 };
		const saved = await scene.n8n.saveWorkflow(callMany(3, { maxWaitMinutes: 10 }, settings));
		const id = await scene.n8n.start(saved, { trigger: 'Start' });
		await until('the first look', () =>
			scene.sandbox.requests.some(({ path }) => path === '/calls'),
		);

		await scene.n8n.stop(id);
		const execution = await scene.n8n.ended(id);
		const ids = scene.sandbox.store.main.calls.slice(-3).map((call) => call.id);

		expect(execution.status).toBe('canceled');
		const log = readFileSync(n8nUnderTest().logFile, 'utf8');
		expect(log).toContain(`${NODE} was stopped after it had carried out: ${ids.join(', ')}`);
		// n8n 1 has no such data in nodes: there it is the log alone.
		if (!n8nUnderTest().version.startsWith('1.')) {
			const { customData } = await scene.n8n.ask<{ customData?: Record<string, string> }>(
				'GET',
				`/rest/executions/${id}`,
			);
			expect(customData).toEqual({ hms_sovereign_1: ids.join(', ') });
		}
		expect(dialled()).toHaveLength(3);
	});

	it('downloads the recording of a call that has ended', async () => {
		const { id, name } = scene.credential;
		const call = scene.sandbox.store.main.calls.find((one) => one.recording_url !== null);
		const execution = await scene.n8n.run(
			row('Recording', manualTrigger(), {
				name: NODE,
				type: hmsSovereignType,
				typeVersion: 1,
				parameters: {
					resource: 'call',
					operation: 'downloadRecording',
					callId: byId(call?.id ?? ''),
					binaryPropertyName: 'data',
				} as never,
				credentials: { hmsSovereignApi: { id, name } },
			}),
		);
		const [[item]] = outputs(execution, NODE);
		expect(item.binary?.data).toMatchObject({
			mimeType: 'audio/wav',
			fileName: `${String(call?.id)}.wav`,
		});
		expect(item.json.file_size_bytes).toBe(3244);
		const binaryId = item.binary?.data.id;
		if (binaryId !== undefined) {
			const file = await scene.n8n.http.get<ArrayBuffer>('/rest/binary-data', {
				params: { id: binaryId, action: 'download', fileName: 'x.wav', mimeType: 'audio/wav' },
				responseType: 'arraybuffer',
			});
			expect(file.data.byteLength).toBe(3244);
		}
		expect(scene.sandbox.recordings.requests).toHaveLength(1);
		expect(scene.sandbox.recordings.requests[0].headers.authorization).toBeUndefined();
	});
});
