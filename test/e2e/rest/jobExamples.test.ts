import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../dev/byId';
import type { SavedCredential, WorkflowJson } from '../../../dev/n8n/api';
import { pickCredential, readExample } from '../../../dev/n8n/examples';
import { createTable } from '../../../dev/n8n/tables';
import { googleHosts } from '../../../dev/standIns/googleStandIn';
import { startHttpsStandIn, type HttpsStandIn } from '../../../dev/standIns/httpsStandIn';
import { hubspotHost } from '../../../dev/standIns/hubspotStandIn';
import { slackHost } from '../../../dev/standIns/slackStandIn';
import { n8nUnderTest } from '../support/n8nUnderTest';
import { openScene, type Scene } from '../support/scene';

/** Hours that are open at any time, so that a test does not depend on when it runs. */
const allDay = {
	hours: {
		from: '00:00',
		to: '23:59',
		days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
		timeZone: { __rl: true, mode: 'id', value: 'UTC' },
	},
};

/** Hours that are over: a minute long, twelve hours from now. */
function closed() {
	const at = (minutes: number) =>
		new Date(Date.now() + 12 * 3_600_000 + minutes * 60_000).toISOString().slice(11, 16);
	return { hours: { ...allDay.hours, from: at(0), to: at(1) } };
}

/** n8n remembers whom it called lately, so each test calls numbers of its own. */
describe('An example for a job, with stand-ins for the other service', () => {
	const google = googleHosts();
	const hubspot = hubspotHost();
	const slack = slackHost();
	let scene: Scene;
	let standIn: HttpsStandIn;
	let credentials: Array<[RegExp, SavedCredential]>;

	beforeAll(async () => {
		scene = await openScene({ callSpeed: 60 });
		const { n8n, credential } = scene;
		standIn = await startHttpsStandIn(n8nUnderTest(), {
			...google.hosts,
			...hubspot.hosts,
			...slack.hosts,
		});
		const make = async (type: string, data: IDataObject) =>
			await n8n.createCredential({ name: type, type, data });
		// As Google leaves it after a sign-in, which needs a browser.
		const signedIn = {
			clientId: 'test',
			clientSecret: 'test',
			oauthTokenData: { access_token: 'google-test', refresh_token: 'test', token_type: 'Bearer' },
		};
		credentials = [
			[/hmsSovereign$/, credential],
			[/slack$/, await make('slackApi', { accessToken: 'xoxb-test' })],
			[/hubspot$/, await make('hubspotAppToken', { appToken: 'pat-test' })],
			[/googleSheets$/, await make('googleSheetsOAuth2Api', signedIn)],
			[/googleCalendar$/, await make('googleCalendarOAuth2Api', signedIn)],
		];
	});

	beforeEach(() => {
		google.sheet.rows.length = 0;
		google.events.length = 0;
		hubspot.contacts.length = 0;
		hubspot.engagements.length = 0;
		slack.messages.length = 0;
	});

	afterEach(() => scene.sandbox.reset());

	afterAll(async () => {
		await standIn.close();
		await scene.sandbox.close();
	});

	/** What a user does with an imported example: choose credentials, assistant, number, table and so on. */
	function prepared(file: string, more: IDataObject = {}, callingHours: object = allDay) {
		const { ids, main } = scene.sandbox.store;
		const chosen: IDataObject = {
			assistantId: byId(ids.reception),
			phoneNumberId: byId(ids.mainLine),
			campaignId: byId(main.campaigns[0].id),
			documentId: byId('sheet-1'),
			sheetName: byId('0'),
			calendar: byId('praktijk@example.com'),
			...more,
		};
		const example = credentials.reduce(
			(workflow, [types, credential]) => pickCredential(workflow, types, credential),
			readExample(file),
		);
		const nodes = example.nodes.map((node) => {
			const parameters = node.parameters as IDataObject;
			const open = Object.keys(parameters).filter((name) => name in chosen);
			const options = parameters.options as IDataObject | undefined;
			const withHours = options?.callingHours ? { options: { ...options, callingHours } } : {};
			const choices = Object.fromEntries(open.map((name) => [name, chosen[name]]));
			return {
				...node,
				parameters: { ...parameters, ...withHours, ...choices } as typeof node.parameters,
			};
		});
		return { ...example, nodes };
	}

	async function run(workflow: WorkflowJson, trigger: string): Promise<void> {
		const execution = await scene.n8n.run(workflow, { trigger });
		expect(execution.error).toBeUndefined();
		expect(execution.status).toBe('success');
	}

	const dialled = () =>
		scene.sandbox.requests
			.filter(({ path }) => path === '/calls/outbound')
			.map(({ body }) => (body as IDataObject).destination);

	describe('Call leads from Google Sheets', () => {
		const file = 'leads-from-google-sheets.json';
		const trigger = 'Every working day at 9:00';

		beforeEach(() => {
			google.sheet.rows.push(
				['name', 'phone', 'status', 'call_id', 'summary', 'transcript'],
				['Anna', '+31 6 1111 1111'],
				['Bob', '0612', ''],
				['Carl', '+31622222222', 'answered'],
				['Dora', '+31633333333', ''],
			);
		});

		it('calls who is open, and writes how it went into each row', async () => {
			await run(prepared(file), trigger);
			expect(dialled()).toEqual(['+31611111111', '+31633333333']);
			expect(google.sheet.rows.map(([name, , status]) => [name, status])).toEqual([
				['name', 'status'],
				['Anna', 'answered'],
				['Bob', expect.stringMatching(/^not called: 'Destination': "0612"/)],
				['Carl', 'answered'],
				['Dora', 'answered'],
			]);
			const [, anna] = google.sheet.rows;
			expect(anna[3]).toMatch(/^call-_\+31611111111_/);
			expect(anna[4]).toContain('opening hours');
			expect(anna[5]).toContain('Assistant: ');
			await run(prepared(file), trigger);
			expect(dialled()).toHaveLength(2);
		});

		it('leaves rows open outside of the hours', async () => {
			await run(prepared(file, {}, closed()), trigger);
			expect(dialled()).toEqual([]);
			expect(google.sheet.rows[1].slice(0, 3)).toEqual(['Anna', '+31 6 1111 1111', '']);
		});
	});

	describe('Appointment reminders from Google Calendar', () => {
		it('calls the day before, says name and time, and writes the answer into the event', async () => {
			const { store, calls } = scene.sandbox;
			const assistant = store.main.assistants.find(({ id }) => id === store.ids.reception);
			Object.assign(assistant ?? {}, {
				first_message:
					'Hello {{name}}, your appointment is on {{day}} at {{time}}. Does that suit you?',
				analysis_plan: { structured_data_plan: { enabled: true, schema: {} } },
			});
			calls.script({ destination: '+31661111111', analysis: { answer: 'confirmed' } });
			const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString().slice(0, 10);
			const event = (id: string, day: string, description: string) => ({
				id,
				summary: 'Anna',
				description,
				start: { dateTime: `${day}T12:30:00Z` },
			});
			google.events.push(
				event('event-1', tomorrow, 'Check-up, tel. +31 6 6111 1111'),
				event('event-2', tomorrow, 'Without a number'),
				event('event-3', '2020-01-01', 'Long ago, +31 6 2222 2222'),
			);
			const workflow = prepared('appointment-reminders-from-google-calendar.json');
			await run(
				{ ...workflow, settings: { ...workflow.settings, timezone: 'Europe/Amsterdam' } },
				'Every day at 10:00',
			);
			expect(dialled()).toEqual(['+31661111111']);
			const sent = scene.sandbox.requests.find(({ path }) => path === '/calls/outbound')?.body;
			expect(JSON.stringify(sent)).toMatch(
				/Hello Anna, your appointment is on \w+day \d+ \w+ at 1[34]:30/,
			);
			expect(google.events.map(({ description }) => description)).toEqual([
				'Check-up, tel. +31 6 6111 1111\n\nReminder call: confirmed',
				'Without a number',
				'Long ago, +31 6 2222 2222',
			]);
		});
	});

	describe('Call outcome into HubSpot', () => {
		it('logs a call at the contact with that number, with summary and transcript', async () => {
			const { calls, store } = scene.sandbox;
			for (const from of ['+31611111111', '+31622222222']) {
				await calls.finished(calls.ring({ from, assistantId: store.ids.reception }).id);
			}
			hubspot.contacts.push({ id: '501', properties: { phone: '+31611111111' } });
			await run(prepared('call-outcome-to-hubspot.json'), 'Every 5 minutes');
			const logged = hubspot.engagements.filter(({ associations }) =>
				JSON.stringify(associations).includes('501'),
			);
			expect(logged).toEqual([
				expect.objectContaining({
					engagement: expect.objectContaining({ type: 'CALL' }),
					metadata: expect.objectContaining({
						body: expect.stringMatching(/^answered, \d+ seconds\n\n.+\n\nAssistant: /s),
						toNumber: '+31611111111',
					}),
				}),
			]);
			expect(hubspot.engagements).toHaveLength(1);
		});
	});

	describe('Redial those not reached', () => {
		const file = 'redial-not-reached.json';
		const trigger = 'Every 15 minutes';
		const columns = ['name', 'phone', 'status', 'attempts', 'next_call_at', 'summary'];

		it('calls three times at most, with longer pauses, until somebody answers', async () => {
			const table = await createTable(scene.n8n, columns);
			await table.add([
				{ name: 'Anna', phone: '+31671111111' },
				{ name: 'Bob', phone: '+31672222222', attempts: '2', next_call_at: '2020-01-01T09:00:00Z' },
				{ name: 'Carl', phone: '+31673333333' },
				{ name: 'Dora', phone: '+31674444444', next_call_at: '2099-01-01T09:00:00Z' },
			]);
			for (const destination of ['+31671111111', '+31672222222']) {
				scene.sandbox.calls.script({ destination, outcome: 'failed' });
			}
			await run(prepared(file, { dataTableId: byId(table.id) }), trigger);
			expect(dialled()).toEqual(['+31671111111', '+31672222222', '+31673333333']);
			const rows = await table.rows();
			expect(rows.map(({ name, status, attempts }) => [name, status ?? '', attempts])).toEqual([
				['Anna', '', '1'],
				['Bob', 'given up', '3'],
				['Carl', 'answered', '1'],
				['Dora', '', null],
			]);
			const pause = Date.parse(String(rows[0].next_call_at)) - Date.now();
			expect(Math.round(pause / 60_000)).toBe(60);
			await run(prepared(file, { dataTableId: byId(table.id) }), trigger);
			expect(dialled()).toHaveLength(3);
		});

		it('puts a call off to the next allowed time without counting it', async () => {
			const table = await createTable(scene.n8n, columns);
			await table.add([{ name: 'Anna', phone: '+31671111111' }]);
			await run(prepared(file, { dataTableId: byId(table.id) }, closed()), trigger);
			expect(dialled()).toEqual([]);
			const [row] = await table.rows();
			expect(row).toMatchObject({ attempts: '0' });
			const hours = (Date.parse(String(row.next_call_at)) - Date.now()) / 3_600_000;
			expect(hours).toBeGreaterThan(11.9);
			expect(hours).toBeLessThan(12.1);
		});
	});

	describe('Weekly campaign report', () => {
		it('tells Slack how many were reached, the minutes and the cost', async () => {
			const [campaign] = scene.sandbox.store.main.campaigns;
			campaign.name = 'Check-up <spring> & summer';
			await run(prepared('weekly-campaign-report.json'), 'Every Monday at 8:00');
			expect(slack.messages.map(({ text }) => text)).toEqual([
				expect.stringMatching(
					/^:bar_chart: \*Check-up &lt;spring&gt; &amp; summer\* \(completed\): \d+ of \d+ people called, \d+ still to call\n.+\n[\d.]+ minutes, [\d.]+ euro$/,
				),
			]);
		});
	});
});
