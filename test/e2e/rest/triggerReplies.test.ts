/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import type { AxiosResponse } from 'axios';
import type { IDataObject } from 'n8n-workflow';
import type { SavedWorkflow } from '../../../dev/n8n/api';
import { openScene, type Scene } from '../support/scene';
import {
	activateAndWait,
	deactivateAndWait,
	deliver,
	eventBody,
	replyNode,
	triggerNode,
	waitNode,
	webhookOf,
} from '../support/triggers';
import { row, type NodeOfWorkflow } from '../support/workflows';

describe('While a call waits', () => {
	let scene: Scene;
	let active: SavedWorkflow | undefined;

	beforeAll(async () => {
		scene = await openScene();
	});

	afterEach(async () => {
		if (active !== undefined) await deactivateAndWait(scene.n8n, active);
		active = undefined;
	});

	afterAll(async () => await scene.sandbox.close());

	/** Activates a workflow whose trigger responds in this way; answers how to deliver to it. */
	async function activate(respond: string, ...nodes: NodeOfWorkflow[]) {
		const { n8n, sandbox, credential } = scene;
		const { reception } = sandbox.store.ids;
		active = await n8n.saveWorkflow(
			row('Replies', triggerNode(credential, reception, { respond }), ...nodes),
		);
		expect((await activateAndWait(n8n, active)).status).toBe('published');
		const { webhook_url, webhook_secret } = webhookOf(sandbox, reception);
		return async (event: string, own?: IDataObject): Promise<AxiosResponse & { ms: number }> => {
			const startedAt = Date.now();
			const parcel = { event, body: eventBody(event, own), secret: webhook_secret ?? '' };
			const reply = await deliver(webhook_url ?? '', parcel);
			return { ...reply, ms: Date.now() - startedAt };
		};
	}

	const failing: NodeOfWorkflow = {
		name: 'Fail',
		type: 'n8n-nodes-base.stopAndError',
		typeVersion: 1,
		parameters: { errorMessage: 'The order system is down' },
	};

	/** A workflow that promises a reply needs one, else it is not published. */
	const neverReached = () => replyNode(scene.credential, 'assistantRequest', {});

	it('answers an assistant request by the Webhook Reply operation, well within 5 s', async () => {
		const send = await activate(
			'responseNode',
			replyNode(scene.credential, 'assistantRequest', {
				decision: 'changeSaved',
				changes: { firstMessage: '=Hello {{ $json.customer.number }}!' },
				callSettings: { metadata: { pairs: [{ name: 'crm_id', value: '12345' }] } },
			}),
		);
		const reply = await send('assistant-request');
		expect(reply.status).toBe(200);
		expect(reply.data).toEqual({
			assistant: { first_message: 'Hello +31612345678!', metadata: { crm_id: '12345' } },
		});
		expect(reply.ms).toBeLessThan(4_000);
		process.stdout.write(`assistant-request was answered after ${reply.ms} ms\n`);
	});

	it('answers tool calls by the Webhook Reply operation, well within 10 s', async () => {
		const send = await activate(
			'responseNode',
			replyNode(scene.credential, 'toolCalls', {
				resultsFrom: 'items',
				result: '={{ { status: "shipped", order: $json.tool_calls[0].parameters.order_number } }}',
			}),
		);
		const toolCall = {
			id: 'tool_abc123def456',
			type: 'function',
			function: { name: 'lookup_order', arguments: { order_number: '1042' } },
		};
		const reply = await send('tool-calls', { tool_call_list: [toolCall] });
		expect(reply.status).toBe(200);
		expect(reply.data).toEqual({
			results: [
				{ tool_call_id: 'tool_abc123def456', result: { status: 'shipped', order: '1042' } },
			],
		});
		expect(reply.ms).toBeLessThan(8_000);
		process.stdout.write(`tool-calls was answered after ${reply.ms} ms\n`);
	});

	it("answers with the last node's output", async () => {
		const send = await activate('lastNode', {
			name: 'Result',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: { mode: 'raw', jsonOutput: '{ "result": { "status": "shipped" } }' },
		});
		const reply = await send('tool-calls');
		expect(reply.status).toBe(200);
		expect(reply.data).toEqual({ result: { status: 'shipped' } });
	});

	it.each(['responseNode', 'lastNode'])(
		'lets the call go on at once when the workflow fails (%s)',
		async (respond) => {
			const send = await activate(respond, failing, neverReached());
			const request = await send('assistant-request');
			expect([request.status, request.data]).toEqual([200, {}]);
			const tool = await send('tool-calls');
			expect([tool.status, tool.data]).toEqual([200, { error: 'The tool failed' }]);
			expect(Math.max(request.ms, tool.ms)).toBeLessThan(4_000);
		},
	);

	it('lets the call go on when the workflow ends without a reply', async () => {
		const nothing: NodeOfWorkflow = {
			name: 'Nothing',
			type: 'n8n-nodes-base.code',
			typeVersion: 2,
			parameters: { jsCode: 'return [];' },
		};
		const send = await activate('responseNode', nothing, neverReached());
		const request = await send('assistant-request');
		expect([request.status, request.data]).toEqual([200, {}]);
		expect(request.ms).toBeLessThan(4_000);
	});

	it.each(['responseNode', 'lastNode'])(
		'lets the call go on before HMS Sovereign stops waiting (%s)',
		async (respond) => {
			const reply = replyNode(scene.credential, 'assistantRequest', { decision: 'useSaved' });
			const send = await activate(respond, waitNode(11), {
				...reply,
				onError: 'continueRegularOutput',
			});
			const [request, tool] = await Promise.all([send('assistant-request'), send('tool-calls')]);
			expect([request.status, request.data]).toEqual([200, {}]);
			expect(request.ms).toBeGreaterThan(3_900);
			expect(request.ms).toBeLessThan(5_000);
			expect([tool.status, tool.data]).toEqual([200, { error: 'The tool did not answer in time' }]);
			expect(tool.ms).toBeGreaterThan(8_900);
			expect(tool.ms).toBeLessThan(10_000);

			// What n8n does with the response when the workflow ends must do no harm.
			const [latest] = await scene.n8n.executionsOf(active as SavedWorkflow);
			const execution = await scene.n8n.ended(latest.id);
			expect(execution.status).toBe('success');
			const afterwards = await send('status-update');
			expect(afterwards.status).toBe(200);
			process.stdout.write(`${respond}: fallbacks after ${request.ms} and ${tool.ms} ms\n`);
		},
	);

	it.each(['responseNode', 'lastNode'])(
		'does not let events wait whose reply nobody uses (%s)',
		async (respond) => {
			const send = await activate(respond, waitNode(8), neverReached());
			for (const event of ['status-update', 'end-of-call-report']) {
				const reply = await send(event);
				expect([reply.status, reply.data]).toEqual([200, {}]);
				expect(reply.ms).toBeLessThan(4_000);
			}
		},
	);
});
