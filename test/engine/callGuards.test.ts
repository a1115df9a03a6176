import type { IDataObject } from 'n8n-workflow';

import { runNode, type NodeRunOptions } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';
import { callEach, dialled, numbers } from './support/bulkCalls';
import { setClock } from './support/clock';

const sandbox = useSandbox({ callSpeed: 100, requestLimit: 1000 });
const goOn = { onError: 'continueRegularOutput' } as const;

async function run(
	input: IDataObject[],
	{ operation = 'start', ...more }: IDataObject & { operation?: string },
	options: Partial<NodeRunOptions> = {},
) {
	return await runNode(callEach(sandbox.api, operation, more), {
		credential: sandbox.credential,
		input,
		...options,
	});
}

const people = (phones: string[]) => phones.map((phone) => ({ phone }));

describe('Do Not Call', () => {
	test.each<[string, unknown]>([
		['a line each', '+31600000002\n+31 6 0000 0004\r\n'],
		['with commas, in any spelling', '0031 (6) 00000002, +31(0)6-0000.0004'],
		['a list from an expression', '={{ ["+31600000002", "+31600000004"] }}'],
		['numbers of one country', '0600000002; 06 0000 0004'],
	])('%s: they are not called, and come out skipped', async (_how, doNotCall) => {
		const options = { doNotCall, defaultCountryCode: '+31' };
		const { items, error } = await run(people(numbers(5)), { options });
		expect(error).toBeUndefined();
		expect(dialled(sandbox.api)).toEqual([1, 3, 5].map((one) => `+3160000000${one}`));
		expect(items[1]).toEqual({
			json: { destination: '+31600000002', skipped: true, skip_reason: 'do-not-call' },
			pairedItem: { item: 1 },
		});
	});

	test('Start and Wait puts them out beside the calls', async () => {
		const options = { doNotCall: '+31600000001' };
		const { items } = await run(people(numbers(2)), { operation: 'startAndWait', options });
		expect(items.map(({ json }) => [json.destination, json.skip_reason ?? json.outcome])).toEqual([
			['+31600000001', 'do-not-call'],
			['+31600000002', 'answered'],
		]);
	});

	test.each<[string, unknown, string]>([
		['entries that are no numbers', '+31600000002, Anna, 12', '"Anna", "12"'],
		['an expression that gives nothing', '={{ $json.list }}', 'gives no value'],
		['a list of something else', '={{ [{ phone: "+31600000002" }] }}', '{"phone":"+31600000002"}'],
	])('%s: nobody is called', async (_what, doNotCall, words) => {
		const { items } = await run(people(numbers(3)), { options: { doNotCall } }, goOn);
		expect(sandbox.api.requests).toEqual([]);
		expect(items).toHaveLength(3);
		for (const { json } of items) expect(json.error).toContain(words);
	});

	test('an empty list keeps nobody from being called', async () => {
		await run(people(numbers(2)), { options: { doNotCall: '' } });
		expect(dialled(sandbox.api)).toEqual(numbers(2));
	});
});

describe('Calling Hours', () => {
	const officeHours = (more: IDataObject = {}) => ({
		options: {
			callingHours: {
				hours: { from: '09:00', to: '17:00', timeZone: 'Europe/Amsterdam', ...more },
			},
		},
	});
	/** Monday in Amsterdam, an hour ahead of UTC. */
	const monday = (time: string) => setClock(new Date(`2026-01-12T${time}+01:00`));
	afterEach(() => jest.useRealTimers());

	test('within them everybody is called', async () => {
		monday('09:00:00');
		await run(people(numbers(2)), officeHours());
		expect(dialled(sandbox.api)).toEqual(numbers(2));
	});

	for (const operation of ['start', 'startAndWait']) {
		test(`${operation}: outside of them nobody is, and the output says from when on`, async () => {
			monday('17:00:00');
			const { items } = await run(people(numbers(2)), { operation, ...officeHours() });
			expect(sandbox.api.requests).toEqual([]);
			expect(items.map(({ json }) => json)).toEqual(
				numbers(2).map((destination) => ({
					destination,
					skipped: true,
					skip_reason: 'outside-calling-hours',
					next_allowed_at: '2026-01-13T08:00:00.000Z',
				})),
			);
		});
	}

	test('each person has a zone of their own', async () => {
		monday('10:00:00');
		const input = [
			{ phone: '+31600000001', zone: 'Europe/Amsterdam' },
			{ phone: '+12125550123', zone: 'America/New_York' },
			{ phone: '+819012345678', zone: 'Asia/Tokyo' },
		];
		const { items } = await run(input, officeHours({ timeZone: '={{ $json.zone }}' }));
		expect(items.map(({ json }) => json.next_allowed_at ?? 'called')).toEqual([
			'called',
			'2026-01-12T14:00:00.000Z',
			'2026-01-13T00:00:00.000Z',
		]);
	});

	test('without a zone it is the one of the workflow', async () => {
		setClock(new Date('2026-01-12T14:30:00Z'));
		const hours = { from: '09:00', to: '17:00' };
		await run(people(numbers(1)), { options: { callingHours: { hours } } });
		// n8n's own zone is America/New_York unless it is set: 09:30.
		expect(dialled(sandbox.api)).toEqual(numbers(1));
	});

	/** The clock jumps to 17:00 once so many dials have arrived. */
	const closingAfter = (dials: number) => {
		const closing = Date.parse('2026-01-12T17:00:02+01:00');
		let ticks = 0;
		const arrived = () => sandbox.api.requests.filter(({ path }) => path === '/calls/outbound');
		return {
			cancelWhen: () => {
				// It goes on from there, for whoever waits.
				if (arrived().length >= dials) setClock(new Date(closing + 100 * ticks++));
				return false;
			},
		};
	};

	test('a run that crosses the end of the day stops calling then', async () => {
		monday('16:59:58');
		const slow = { kind: 'slow', delayMs: 100, path: '/calls/outbound' } as const;
		sandbox.api.faults.add({ ...slow, times: Infinity });
		const { items } = await run(people(numbers(9)), officeHours(), closingAfter(4));
		expect(dialled(sandbox.api)).toEqual(numbers(4));
		expect(items.map(({ json }) => json.skip_reason ?? json.status)).toEqual([
			...new Array<string>(4).fill('dialing'),
			...new Array<string>(5).fill('outside-calling-hours'),
		]);
	});

	test('who had to wait for the rate limit is judged when the wait is over', async () => {
		monday('16:59:59');
		const refused = { kind: 'status', status: 429, retryAfter: 2 } as const;
		sandbox.api.faults.add({ ...refused, path: '/calls/outbound' });
		const { items } = await run(people(numbers(1)), officeHours(), closingAfter(1));
		expect(dialled(sandbox.api)).toEqual([]);
		expect(items[0].json.skip_reason).toBe('outside-calling-hours');
	});

	test.each<[string, IDataObject, string]>([
		[
			'an unknown zone',
			{ timeZone: 'Mars/Olympus' },
			"'Calling Hours', 'Time Zone': \"Mars/Olympus\"",
		],
		['no time', { from: '9 am' }, "'Calling Hours', 'From': \"9 am\""],
		['the same time twice', { from: '17:00' }, "'From' and 'To' are the same"],
		['no day', { days: [] }, "'Days': no day is chosen"],
	])('%s is refused, and nobody is called', async (_what, more, words) => {
		const { error } = await run(people(numbers(2)), officeHours(more));
		expect(error?.message).toContain(words);
		expect(sandbox.api.requests).toEqual([]);
	});
});

describe('Variables', () => {
	/** A saved assistant with placeholders, as the dashboard would have it. */
	function prepare() {
		const [assistant] = sandbox.api.store.main.assistants;
		assistant.first_message = 'Hello {{name}}, this is about {{ order }}.';
		assistant.voicemail_message = 'Sorry to miss you, {{name}}.';
		assistant.llm_config = {
			...assistant.llm_config,
			messages: [
				{ role: 'system', content: 'You call {{name}}.' },
				{ role: 'user', content: 'Keep {{this}}' },
			],
		};
		return assistant;
	}

	const values = (pairs: Record<string, string>, more: IDataObject = {}): IDataObject => ({
		additionalFields: {
			variables: { pairs: Object.entries(pairs).map(([name, value]) => ({ name, value })) },
			...more,
		},
	});

	const sent = () =>
		sandbox.api.requests.filter(({ path }) => path === '/calls/outbound').map(({ body }) => body);

	test('fill the texts of the saved assistant for this call', async () => {
		const assistant = prepare();
		const { error } = await run(
			people(numbers(3)),
			values({ name: 'Anna', order: '={{ $itemIndex }}' }),
		);
		expect(error).toBeUndefined();
		expect(sent()[2]).toEqual({
			destination: '+31600000003',
			assistant_id: assistant.id,
			number_id: expect.any(String),
			assistant_override: {
				first_message: 'Hello Anna, this is about 2.',
				voicemail_message: 'Sorry to miss you, Anna.',
				llm_config: {
					...assistant.llm_config,
					messages: [
						{ role: 'system', content: 'You call Anna.' },
						{ role: 'user', content: 'Keep {{this}}' },
					],
				},
			},
		});
		const reads = sandbox.api.requests.filter(({ method }) => method === 'GET');
		expect(reads).toHaveLength(1);
		expect(assistant.first_message).toContain('{{name}}');
	});

	test('fill a first message that is given for this call, too', async () => {
		prepare();
		const firstMessage = 'Hi {{name}}, about {{order}}?';
		await run(people(numbers(1)), { firstMessage, ...values({ name: 'Anna', order: 'A1' }) });
		expect(sent()[0]).toMatchObject({
			assistant_override: { first_message: 'Hi Anna, about A1?' },
		});
		expect(sent()[0]).not.toHaveProperty('first_message');
	});

	test('fill the texts of a one-time assistant', async () => {
		const oneTime = {
			assistantMode: 'oneTime',
			firstMessage: 'Hi {{name}}!',
			languageModel: { config: { provider: 'xai_realtime' } },
		};
		await run(people(numbers(1)), { ...oneTime, ...values({ name: 'Anna' }) });
		expect(sent()[0]).toMatchObject({ assistant: { first_message: 'Hi Anna!' } });
	});

	test.each<[string, Record<string, string>, string]>([
		['a placeholder without a value', { name: 'Anna' }, 'no value for {{order}}'],
		['an empty value', { name: 'Anna', order: '={{ $json.none }}' }, 'no value for {{order}}'],
		[
			'a value without a placeholder',
			{ name: 'Anna', order: '1', city: 'Delft' },
			"no placeholder in the assistant's texts for {{city}}",
		],
	])('%s: said before anybody is called', async (_what, pairs, words) => {
		prepare();
		const { error } = await run(people(numbers(2)), values(pairs));
		expect(error?.message).toContain(words);
		expect(sent()).toEqual([]);
	});

	test('that do not fit can be allowed', async () => {
		prepare();
		const options = { allowVariableMismatch: true };
		await run(people(numbers(1)), { options, ...values({ name: 'Anna', city: 'Delft' }) });
		expect(sent()[0]).toMatchObject({
			assistant_override: { first_message: 'Hello Anna, this is about {{ order }}.' },
		});
	});
});
