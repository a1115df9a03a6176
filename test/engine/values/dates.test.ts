import type { IDataObject } from 'n8n-workflow';

import { runNode } from '../../../dev/engine/engine';
import { useSandbox } from '../../../dev/engine/sandbox';

/** The test's workflow is in n8n's own zone, New York: 5 hours behind UTC, in summer 4. */
const sandbox = useSandbox();

async function listCalls(filters: IDataObject) {
	const parameters = { resource: 'call', operation: 'getAll', filters };
	const { error } = await runNode(parameters, { credential: sandbox.credential });
	return { error, queries: sandbox.api.requests.map(({ query }) => query) };
}

test.each([
	['2026-01-31', '2026-01-31T05:00:00.000Z', '2026-02-01T04:59:59.999Z'],
	['46053', '2026-01-31T05:00:00.000Z', '2026-02-01T04:59:59.999Z'],
	['={{ 46053 }}', '2026-01-31T05:00:00.000Z', '2026-02-01T04:59:59.999Z'],
	// Clocks go forward, and back.
	['2026-03-08', '2026-03-08T05:00:00.000Z', '2026-03-09T03:59:59.999Z'],
	['2026-11-01', '2026-11-01T04:00:00.000Z', '2026-11-02T04:59:59.999Z'],
])(
	'from %j to the same day is the whole day in the time zone of the workflow',
	async (day, from, to) => {
		const { queries } = await listCalls({ startDate: day, endDate: day });
		expect(queries).toMatchObject([{ start_date: from, end_date: to }]);
	},
);

test.each([
	['46053.5', '2026-01-31T17:00:00.000Z'],
	['={{ 46204.375 }}', '2026-07-01T13:00:00.000Z'],
	['2026-07-01T09:00:00', '2026-07-01T13:00:00.000Z'],
	['2026-07-01T09:00:00+02:00', '2026-07-01T07:00:00.000Z'],
	['={{ DateTime.fromISO("2026-07-01T09:00:00Z") }}', '2026-07-01T09:00:00.000Z'],
	['={{ new Date(1782896400000) }}', '2026-07-01T09:00:00.000Z'],
	['={{ 1782896400 }}', '2026-07-01T09:00:00.000Z'],
])('%j is the moment %s as From and as To', async (entered, moment) => {
	const { queries } = await listCalls({ startDate: entered, endDate: entered });
	expect(queries).toMatchObject([{ start_date: moment, end_date: moment }]);
});

test.each([
	['2026-02-30', 'a day that does not exist'],
	['03/04/2026', 'can be two days'],
	['={{ 12 }}', 'is not a date and time'],
	['={{ {} }}', 'is not a date and time'],
	['={{ new Date(NaN) }}', 'invalid'],
])('%j is refused by the name of the parameter, and nothing is asked', async (endDate, words) => {
	const { error, queries } = await listCalls({ endDate });
	expect(error?.message).toMatch(/'To'/);
	expect(error?.message).toContain(words);
	expect(queries).toEqual([]);
});
