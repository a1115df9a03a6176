import { ADVICE, MAYBE_DONE } from './support/advice';
import type { FailedRun } from './support/failures';
import { runFailure } from './support/failures';

const twice = { retryOnFail: true, maxTries: 2, waitBetweenTries: 10 };
const fiveTimes = { retryOnFail: true, maxTries: 5, waitBetweenTries: 10 };

const refused = { kind: 'status' as const, status: 400, body: '' };
const lost = { kind: 'reset-after' as const };

/** The names that were sent, in order. */
function sent({ api }: FailedRun): string[] {
	return api.requests.map(({ body }) => (body as { name: string }).name);
}

/** The names of the organizations that the run left behind. */
function made({ api }: FailedRun): string[] {
	return api.store.organizations.map(({ name }) => name).filter((name) => name.endsWith('Ltd'));
}

test('a write that failed for sure is tried again, those before it are not', async () => {
	const run = await runFailure({ does: 'create', fault: refused }, twice);
	expect(run.error).toBeUndefined();
	expect(sent(run)).toEqual(['First Ltd', 'Bad Ltd', 'Bad Ltd', 'Third Ltd']);
	expect(made(run)).toEqual(['First Ltd', 'Bad Ltd', 'Third Ltd']);
});

test('the output of a retried run holds every item once, in order', async () => {
	const { items } = await runFailure({ does: 'create', fault: refused }, twice);
	expect(items.map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual([
		['First Ltd', { item: 0 }],
		['Bad Ltd', { item: 1 }],
		['Third Ltd', { item: 2 }],
	]);
});

test('five tries of a write that is refused each time send the others once', async () => {
	const fault = { ...refused, times: Infinity };
	const run = await runFailure({ does: 'create', fault }, fiveTimes);
	expect(sent(run)).toEqual(['First Ltd', ...Array<string>(5).fill('Bad Ltd')]);
	expect(made(run)).toEqual(['First Ltd']);
});

test('a write whose answer was lost is never sent again', async () => {
	const run = await runFailure({ does: 'create', fault: lost }, fiveTimes);
	expect(sent(run)).toEqual(['First Ltd', 'Bad Ltd']);
	expect(made(run)).toEqual(['First Ltd', 'Bad Ltd']);
});

test.each(['hang', 'cut-body', 'wrong-json', 'html', 'reset-before'] as const)(
	'a write with an unknown outcome (%s) is never sent again',
	async (kind) => {
		const parameters = { options: { timeout: 1 } };
		const run = await runFailure({ does: 'create', fault: { kind }, parameters }, fiveTimes);
		expect(sent(run)).toEqual(['First Ltd', 'Bad Ltd']);
	},
);

test('the refusal to send again says so and what to check', async () => {
	const { error } = await runFailure({ does: 'create', fault: lost }, twice);
	const reason = 'the connection was closed before the answer was complete';
	expect(error).toMatchObject({
		message: `Could not reach HMS Sovereign (${reason}). ${MAYBE_DONE} (not sent again by Retry On Fail)`,
		description: expect.stringContaining(ADVICE.check),
		context: { itemIndex: 1 },
	});
});

test('with continue, an unknown outcome is shown on its item and the rest is written once', async () => {
	const options = { ...fiveTimes, onError: 'continueRegularOutput' as const };
	const run = await runFailure({ does: 'create', fault: lost }, options);
	expect(sent(run)).toEqual(['First Ltd', 'Bad Ltd', 'Third Ltd']);
	expect(run.items[1].json.error).toContain(MAYBE_DONE);
});

test('with continue and a failed first item, which n8n takes for a failed node, nothing is sent twice', async () => {
	const options = { ...fiveTimes, onError: 'continueRegularOutput' as const };
	const run = await runFailure({ does: 'create', fault: { ...lost, skip: 0 } }, options);
	expect(sent(run)).toEqual(['First Ltd', 'Bad Ltd', 'Third Ltd']);
	expect(made(run)).toEqual(['First Ltd', 'Bad Ltd', 'Third Ltd']);
});

test('reads are simply read again', async () => {
	const run = await runFailure({ does: 'read', fault: { ...refused, times: 1 } }, twice);
	expect(run.error).toBeUndefined();
	expect(run.items).toHaveLength(3);
});
