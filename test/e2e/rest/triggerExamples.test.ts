/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../dev/byId';
import type { SavedCredential, SavedWorkflow, WorkflowJson } from '../../../dev/n8n/api';
import { pickCredential, readExample } from '../../../dev/n8n/examples';
import { until } from '../../../dev/n8n/until';
import { n8nUnderTest } from '../support/n8nUnderTest';
import { openScene, type Scene } from '../support/scene';
import { startSlackStandIn, type SlackStandIn } from '../../../dev/standIns/slackStandIn';
import { activateAndWait, deactivateAndWait, triggerType } from '../support/triggers';

const COLUMNS = ['call_id', 'customer', 'ended_at', 'end_reason', 'summary'];

describe('An example with the trigger, called by a simulated call', () => {
	let scene: Scene;
	let active: SavedWorkflow | undefined;

	beforeAll(async () => {
		scene = await openScene({ callSpeed: 60 });
	});

	afterEach(async () => {
		if (active !== undefined) await deactivateAndWait(scene.n8n, active);
		active = undefined;
		scene.sandbox.reset();
	});

	afterAll(async () => await scene.sandbox.close());

	/** What a user does with an imported example: choose credentials and the assistant, then publish. */
	async function publish(example: WorkflowJson): Promise<void> {
		const assistantId = byId(scene.sandbox.store.ids.reception);
		const nodes = example.nodes.map((node) =>
			node.type === triggerType
				? { ...node, parameters: { ...node.parameters, assistantId } }
				: node,
		);
		active = await scene.n8n.saveWorkflow({ ...example, nodes });
		expect((await activateAndWait(scene.n8n, active)).status).toBe('published');
	}

	const example = (file: string, credential: SavedCredential = scene.credential) =>
		pickCredential(readExample(file), /hmsSovereign(Trigger)?$/, credential);

	/** Changes parameters of a node. */
	function withParameters(workflow: WorkflowJson, name: string, parameters: object): WorkflowJson {
		const nodes = workflow.nodes.map((node) =>
			node.name === name ? { ...node, parameters: { ...node.parameters, ...parameters } } : node,
		);
		return { ...workflow, nodes };
	}

	async function ring() {
		const { sandbox } = scene;
		const call = sandbox.calls.ring({
			from: '+31612345678',
			assistantId: sandbox.store.ids.reception,
		});
		return await sandbox.calls.finished(call.id);
	}

	const delivered = (event: string) =>
		scene.sandbox.webhooks.deliveries.filter((delivery) => delivery.event === event);

	describe('Call report to Slack and table', () => {
		let slack: SlackStandIn;

		beforeAll(async () => {
			slack = await startSlackStandIn(n8nUnderTest());
		});

		afterAll(async () => await slack.close());

		it('tells Slack of a finished call, and adds a row', async () => {
			const { n8n } = scene;
			const slackApi = await n8n.createCredential({
				name: 'Slack account',
				type: 'slackApi',
				data: { accessToken: 'xoxb-test' },
			});
			const { id: projectId } = await n8n.ask<{ id: string }>('GET', '/rest/projects/personal');
			const tables = `/rest/projects/${projectId}/data-tables`;
			const table = await n8n.ask<{ id: string }>('POST', tables, {
				name: `Calls ${Date.now()}`,
				columns: [
					...COLUMNS.map((name) => ({ name, type: 'string' })),
					{ name: 'duration_seconds', type: 'number' },
				],
			});
			await publish(
				withParameters(
					pickCredential(example('call-report-to-slack-and-table.json'), /slack$/, slackApi),
					'Add row',
					{ dataTableId: byId(table.id) },
				),
			);

			const call = await ring();
			await until('the message in Slack', () => slack.messages.length > 0);
			expect(slack.messages).toMatchObject([
				{
					channel: '#voice-calls',
					text: `:telephone_receiver: *Call with +31612345678*, ${call.duration_seconds} seconds\n${call.summary}`,
				},
			]);
			const row = await until('the row', async () => {
				const { data } = await n8n.ask<{ data: IDataObject[] }>(
					'GET',
					`${tables}/${table.id}/rows`,
				);
				return data[0];
			});
			expect(row).toMatchObject({
				call_id: call.id,
				customer: '+31612345678',
				duration_seconds: call.duration_seconds,
				end_reason: call.end_reason,
				summary: call.summary,
			});
		});
	});

	describe('Order lookup as tool call', () => {
		it('answers the assistant while the caller waits', async () => {
			const { sandbox } = scene;
			sandbox.calls.script({
				toolCalls: [
					{ name: 'lookup_order', arguments: { order_number: '1042' } },
					{ name: 'lookup_order', arguments: { order_number: '77' } },
					{ name: 'cancel_order', arguments: { order_number: '1042' } },
				],
			});
			await publish(example('order-lookup-tool-call.json'));

			const call = await ring();
			const talk = (call.messages ?? []).map(({ content }) => content).join('\n');
			expect(talk).toContain('{"status":"shipped","carrier":"PostNL","expected":"tomorrow"}');
			expect(talk).toContain('{"error":"There is no order 77"}');
			expect(talk).toContain('{"error":"This tool is not available"}');
			const replies = delivered('tool-calls').map(({ replyMs }) => replyMs);
			expect(replies).toHaveLength(3);
			expect(Math.max(...replies)).toBeLessThan(10_000);
			process.stdout.write(
				`Tool calls of a simulated call: answered after ${replies.join(', ')} ms\n`,
			);
		});
	});

	describe('Business hours greeting', () => {
		const hours = (opens: number, closes: number) => ({
			assignments: {
				assignments: [
					{ id: '1', name: 'time_zone', value: 'Europe/Amsterdam', type: 'string' },
					{ id: '2', name: 'opens', value: opens, type: 'number' },
					{ id: '3', name: 'closes', value: closes, type: 'number' },
					{ id: '4', name: 'days', value: '[1, 2, 3, 4, 5, 6, 7]', type: 'array' },
				],
			},
		});

		it('greets by the time of day when it is open', async () => {
			const file = example('business-hours-greeting.json');
			await publish(withParameters(file, 'Business hours', hours(0, 24)));
			await ring();
			const [{ replyBody, timedOut }] = delivered('assistant-request');
			expect(timedOut).toBe(false);
			expect(JSON.parse(replyBody ?? '')).toEqual({
				assistant: {
					first_message: expect.stringMatching(/^Good (morning|afternoon), how can I help you\?$/),
				},
			});
		});

		it('rejects the call when it is closed', async () => {
			const file = example('business-hours-greeting.json');
			await publish(withParameters(file, 'Business hours', hours(24, 24)));
			const call = await ring();
			expect(call.status).toBe('rejected');
			const [{ replyBody }] = delivered('assistant-request');
			expect(JSON.parse(replyBody ?? '')).toEqual({
				error: "Sorry, we are closed. We are here from 24 to 24 o'clock. Please call back then.",
			});
		});
	});

	it.each([
		'call-report-to-slack-and-table.json',
		'order-lookup-tool-call.json',
		'business-hours-greeting.json',
	])('%s has a sample event to try it with', (file) => {
		const { nodes, pinData } = readExample(file);
		const trigger = nodes.find(({ type }) => type === triggerType);
		expect(pinData).toHaveProperty([trigger?.name ?? '', 0, 'json', 'event']);
	});
});
