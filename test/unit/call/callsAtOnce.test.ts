/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n */
import {
	Crash,
	freshProcess,
	megabytesInUse,
	resultsOf,
	SimulatedApi,
	startAndWait,
} from './support/simulatedCalls';

const NINE = Date.parse('2026-01-12T08:00:00Z');
const phonesOf = (count: number) =>
	Array.from({ length: count }, (_, index) => `+316${String(10_000_000 + index)}`);

/** 30 to 120 seconds, spread evenly and in no order. */
const secondsOf = (index: number) => 30 + ((index * 7_919) % 91);

/** When the last call of a list would be over if each place were taken again in the same instant. */
function idealSeconds(count: number, atOnce: number): number {
	const places = new Array<number>(atOnce).fill(0);
	for (let index = 0; index < count; index += 1) {
		const free = places.indexOf(Math.min(...places));
		places[free] += secondsOf(index);
	}
	return Math.max(...places);
}

/** The largest number of calls that were live at the same time. */
function mostAtOnce(calls: SimulatedApi['calls']): number {
	return Math.max(
		...calls.map(
			({ from }, index) =>
				calls.slice(Math.max(0, index - 300), index + 1).filter(({ to }) => to > from).length,
		),
	);
}

describe('Calls at Once', () => {
	test.each([
		[500, 10],
		[500, 1],
		[500, 40],
	])('%i calls of 30 to 120 s, %i at once', async (count, atOnce) => {
		const api = new SimulatedApi(NINE, secondsOf);
		const { rows, record } = resultsOf();
		await startAndWait(freshProcess(), api, phonesOf(count), { callsAtOnce: atOnce }, record);
		expect(rows.filter((row) => row?.finished === true)).toHaveLength(count);
		expect(mostAtOnce(api.calls)).toBe(atOnce);

		const took = (Math.max(...api.calls.map(({ to }) => to)) - NINE) / 1000;
		const ratio = took / idealSeconds(count, atOnce);
		const perCall = (api.requests.lists + api.requests.singles) / count;
		process.stdout.write(
			`${count} calls, ${atOnce} at once: ${ratio.toFixed(3)} of the ideal time, ${perCall.toFixed(2)} requests a call\n`,
		);
		expect(ratio).toBeLessThan(1.1);
		if (atOnce >= 10) expect(perCall).toBeLessThan(1);
	});
});

test('10,000 people, 50 at once, within hours, a tenth not to be called, n8n restarted half-way', async () => {
	const phones = phonesOf(10_000);
	const notToCall = phones.filter((_, index) => index % 10 === 3);
	const options = {
		callsAtOnce: 50,
		skipIfCalledWithin: 48 * 60,
		doNotCall: notToCall.join('\n'),
		callingHours: {
			hours: { from: '09:00', to: '12:00', timeZone: 'Europe/Amsterdam' },
		},
	};
	const api = new SimulatedApi(NINE, secondsOf);
	const heap: number[] = [];

	// The process dies at the 3,000th dial: nobody knows any longer what it did.
	api.beforeDial = () => {
		if (api.calls.length === 3_000) throw new Crash();
	};
	await expect(
		startAndWait(freshProcess(), api, phones, options, resultsOf().record),
	).rejects.toBeInstanceOf(Crash);
	api.beforeDial = () => {
		if (api.calls.length % 1_000 === 0) heap.push(megabytesInUse());
	};
	const crashedAt = api.now;

	// The same workflow is started again, and runs into the end of the hours.
	const second = resultsOf();
	await startAndWait(freshProcess(), api, phones, options, second.record);
	expect(second.rows).toHaveLength(10_000);
	const atNoon = api.calls.length;
	expect(atNoon).toBeGreaterThan(5_000);
	expect(atNoon).toBeLessThan(9_000);
	const left = phones.filter(
		(_, index) => second.rows[index]?.skip_reason === 'outside-calling-hours',
	);
	expect(left).toHaveLength(9_000 - atNoon);
	const next = new Set(
		second.rows
			.map((row) => row?.next_allowed_at)
			.filter((_, index) => left.includes(phones[index])),
	);
	expect([...next]).toEqual(['2026-01-13T08:00:00.000Z']);

	// Those who are left are called when the output says so.
	api.now = Date.parse(String([...next][0]));
	const third = resultsOf();
	await startAndWait(freshProcess(), api, left, options, third.record);

	const called = api.calls.map(({ destination }) => destination);
	expect(new Set(called).size).toBe(called.length);
	expect([...called].sort()).toEqual(phones.filter((phone) => !notToCall.includes(phone)).sort());
	for (const { from } of api.calls) {
		const time = new Date(from).toISOString().slice(11, 16);
		expect(time >= '08:00' && time < '11:01').toBe(true);
	}
	// Calls of the process that died may still go on when the next one starts.
	const after = api.calls.filter(({ from }) => from > crashedAt);
	expect(mostAtOnce(after)).toBeLessThanOrEqual(50);
	expect(second.rows.filter((row) => row?.skip_reason === 'do-not-call')).toHaveLength(1_000);
	// Beside the simulated calls themselves, which the API keeps.
	expect(heap.length).toBeGreaterThan(4);
	expect(Math.max(...heap.slice(1)) - heap[0]).toBeLessThan(20);
	process.stdout.write(`Memory at every thousandth dial: ${heap.map(Math.round).join(', ')} MB\n`);
	expect([...second.rows, ...third.rows].filter((row) => row?.error !== undefined)).toEqual([]);
});
