import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../dev/byId';
import type { SavedCredential, WorkflowJson } from '../../../dev/n8n/api';
import { pickCredential, readExample } from '../../../dev/n8n/examples';
import { until } from '../../../dev/n8n/until';
import { n8nUnderTest } from '../support/n8nUnderTest';
import { openScene, type Scene } from '../support/scene';
import { startSlackStandIn, type SlackStandIn } from '../../../dev/standIns/slackStandIn';
import { createTable, type DataTable } from '../../../dev/n8n/tables';
import { everyTwoSeconds } from '../support/workflows';

describe('An example with calls, balance or campaigns', () => {
	let scene: Scene;
	let slack: SlackStandIn;
	let slackApi: SavedCredential;

	beforeAll(async () => {
		scene = await openScene({ callSpeed: 60 });
		slack = await startSlackStandIn(n8nUnderTest());
		slackApi = await scene.n8n.createCredential({
			name: 'Slack account',
			type: 'slackApi',
			data: { accessToken: 'xoxb-test' },
		});
	});

	beforeEach(() => slack.messages.splice(0));

	afterEach(() => scene.sandbox.reset());

	afterAll(async () => {
		await slack.close();
		await scene.sandbox.close();
	});

	/** What a user does with an imported example: choose credentials, assistant, number and table. */
	function prepared(file: string, table?: DataTable): WorkflowJson {
		const example = pickCredential(readExample(file), /hmsSovereign$/, scene.credential);
		const { ids } = scene.sandbox.store;
		const chosen: IDataObject = {
			assistantId: byId(ids.reception),
			phoneNumberId: byId(ids.mainLine),
			...(table && { dataTableId: byId(table.id) }),
		};
		const nodes = example.nodes.map((node) => {
			const open = Object.keys(node.parameters ?? {}).filter((name) => name in chosen);
			const choices = Object.fromEntries(open.map((name) => [name, chosen[name]]));
			return { ...node, parameters: { ...node.parameters, ...choices } as typeof node.parameters };
		});
		return pickCredential({ ...example, nodes }, /slack$/, slackApi);
	}

	/** Puts another trigger, or other parameters, in a node's place. */
	function replaced(workflow: WorkflowJson, name: string, by: object): WorkflowJson {
		const nodes = workflow.nodes.map((node) => (node.name === name ? { ...node, ...by } : node));
		return { ...workflow, nodes };
	}

	const dialled = () =>
		scene.sandbox.requests
			.filter(({ path }) => path === '/calls/outbound')
			.map(({ body }) => (body as IDataObject).destination);

	const said = () => slack.messages.map(({ text }) => text);

	describe('Balance alert to Slack', () => {
		const schedule = 'Every hour';

		it('has three nodes and no If', () => {
			const { nodes } = readExample('balance-alert-to-slack.json');
			expect(nodes.map(({ type }) => type.split('.').at(-1))).toEqual([
				'stickyNote',
				'scheduleTrigger',
				'hmsSovereign',
				'slack',
			]);
		});

		it('tells Slack once when the balance falls and once when it recovers, however often it runs', async () => {
			const example = prepared('balance-alert-to-slack.json');
			const workflow = await scene.n8n.saveWorkflow(
				replaced(example, schedule, everyTwoSeconds(schedule)),
			);
			const runs = async (more: number) => {
				const before = scene.sandbox.requests.length;
				await until('more runs', () => scene.sandbox.requests.length >= before + more);
			};
			await scene.n8n.activate(workflow);
			try {
				await runs(1);
				expect(said()).toEqual([]);
				scene.sandbox.account.setBalance(40);
				await runs(3);
				expect(said()).toEqual([expect.stringMatching(/is low: 40 minutes left/)]);
				scene.sandbox.account.setBalance(800);
				await runs(3);
				expect(said().slice(1)).toEqual([expect.stringMatching(/is fine again: 800 minutes left/)]);
			} finally {
				await scene.n8n.deactivate(workflow);
			}
		});

		it('shows the balance whenever it is run by hand', async () => {
			const example = prepared('balance-alert-to-slack.json');
			const execution = await scene.n8n.run(example, { trigger: schedule });
			expect(execution.status).toBe('success');
			expect(said()).toEqual([expect.stringMatching(/is fine: 500 minutes left/)]);
		});
	});

	describe('Call leads and write results to a table', () => {
		const columns = ['name', 'phone', 'status', 'call_id', 'end_reason', 'summary'];
		const run = async (table: DataTable) =>
			await scene.n8n.run(prepared('call-leads-to-table.json', table), {
				trigger: 'Start by hand',
			});

		it('calls everybody once, and writes how it went into each row', async () => {
			const table = await createTable(scene.n8n, columns);
			await table.add([
				{ name: 'Anna', phone: '+31 6 1111 1111' },
				{ name: 'Bob', phone: '+31622222222' },
				{ name: 'Carl', phone: '0633333333' },
				{ name: 'Dora', phone: '+31644444444' },
				{ name: 'Emil', phone: '+31655555555', status: 'ended' },
			]);
			scene.sandbox.calls.script({ destination: '+31622222222', outcome: 'failed' });

			const execution = await run(table);
			expect(execution.status).toBe('success');
			expect(dialled()).toEqual(['+31611111111', '+31622222222', '+31644444444']);
			const rows = await table.rows();
			expect(rows.map(({ name, status }) => [name, status])).toEqual([
				['Anna', 'ended'],
				['Bob', 'failed'],
				['Carl', expect.stringContaining('not called: \'Destination\': "0633333333" is not')],
				['Dora', 'ended'],
				['Emil', 'ended'],
			]);
			expect(rows[0]).toMatchObject({
				call_id: expect.stringMatching(/^call-/),
				end_reason: 'user_hangup',
				summary: expect.stringContaining('opening hours'),
			});

			const again = await run(table);
			expect(again.status).toBe('success');
			expect(dialled()).toHaveLength(3);
		});
	});

	describe('Missed call follow-up', () => {
		// n8n remembers whom it called lately, so these numbers are in no other test.
		it('calls back each person whose call came to nothing, once, a hidden number in between', async () => {
			const { calls, store } = scene.sandbox;
			calls.script({ destination: /^(\+31681111111|)$/, outcome: 'failed' });
			const ring = async (from: string) => {
				const call = calls.ring({ from, assistantId: store.ids.reception });
				const ended = await calls.finished(call.id);
				if (from === '') ended.caller_phone = null;
			};
			const trigger = 'Every 15 minutes';
			const example = prepared('missed-call-follow-up.json');
			const workflow = await scene.n8n.saveWorkflow(
				replaced(example, trigger, everyTwoSeconds(trigger)),
			);
			const runs = async (more: number) => {
				const reads = () => scene.sandbox.requests.filter(({ path }) => path === '/calls').length;
				const before = reads();
				await until('more runs', () => reads() >= before + more);
			};
			await scene.n8n.activate(workflow);
			try {
				await runs(1);
				for (const from of ['', '+31681111111', '+31681111111', '+31682222222']) await ring(from);
				await until('the call back', () => dialled().length > 0);
				await runs(3);
			} finally {
				await scene.n8n.deactivate(workflow);
			}
			expect(dialled()).toEqual(['+31681111111']);
			expect(said()).toEqual([
				':leftwards_arrow_with_hook: Calling +31681111111 back, whose call we missed',
			]);
		});
	});

	describe('Daily usage report', () => {
		it('tells Slack of the calls and minutes of yesterday, and of the balance', async () => {
			const execution = await scene.n8n.run(prepared('daily-usage-report.json'), {
				trigger: 'Every day at 8:00',
			});
			expect(execution.status).toBe('success');
			const [asked] = scene.sandbox.requests.filter(({ path }) => path === '/usage');
			const span = Date.parse(asked.query.end_date) - Date.parse(asked.query.start_date) + 1;
			expect([23, 24, 25]).toContain(span / 3_600_000);
			const { total_calls: calls, total_duration_minutes: minutes } =
				execution.runData.Yesterday[0].data?.main[0]?.[0].json ?? {};
			expect(said()).toEqual([
				expect.stringMatching(
					new RegExp(
						`^:bar_chart: \\*\\d+ \\w+\\*: ${String(calls)} calls, ${String(minutes)} minutes\n500 minutes left, [\\d.]+ used this month$`,
					),
				),
			]);
		});
	});

	describe('Campaign from a table of leads', () => {
		it('makes a campaign of all rows, starts it, and later tells Slack how it went', async () => {
			const table = await createTable(scene.n8n, ['name', 'phone', 'date']);
			await table.add([
				{ name: 'Anna', phone: '+31611111111', date: '1 May' },
				{ name: 'Bob', phone: '+31 6 2222 2222', date: '2 May' },
			]);
			const workflow = replaced(
				prepared('campaign-from-table.json', table),
				'A day later',
				// Nobody waits for a day: only the time of this copy is changed.
				{ parameters: { resume: 'timeInterval', amount: 1, unit: 'seconds' } },
			);
			const execution = await scene.n8n.run(workflow, { trigger: 'Start by hand' });
			expect(execution.status).toBe('success');
			const campaign = scene.sandbox.store.main.campaigns.at(-1);
			expect(campaign).toMatchObject({
				status: 'scheduled',
				agent_id: scene.sandbox.store.ids.reception,
				schedule_start_time: '09:00:00',
				system_message_template: 'You call {{name}} to remind them of the appointment on {{date}}.',
			});
			const leads = scene.sandbox.store.main.leads.filter(
				(lead) => lead.campaign_id === campaign?.id,
			);
			expect(leads).toMatchObject([
				{ phone_number: '+31611111111', variables: { name: 'Anna', date: '1 May' } },
				{ phone_number: '+31622222222', variables: { name: 'Bob', date: '2 May' } },
			]);
			expect(said()).toEqual([
				`:calling: *${String(campaign?.name)}* (scheduled): 0 of 2 people reached, 0 not reached`,
			]);
		});
	});
});
