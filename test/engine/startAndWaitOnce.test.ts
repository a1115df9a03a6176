/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { Fault, Sandbox } from '../../sandbox';
import { startSandbox } from '../../sandbox';
import { callEach, dialled, looks, numbers, startAndWait } from './support/bulkCalls';

const fiveTries = { retryOnFail: true, maxTries: 5, waitBetweenTries: 10 };

/** Side by side, with a sandbox each, since each test mostly waits. */
function scenario(name: string, play: (api: Sandbox) => Promise<void>): void {
	test.concurrent(name, async () => {
		const api = await startSandbox({ callSpeed: 100, requestLimit: 1000 });
		try {
			await play(api);
			expect(new Set(dialled(api)).size).toBe(dialled(api).length);
		} finally {
			await api.close();
		}
	});
}

/** Hits the third dial. */
const third = (fault: Fault): Fault => ({ path: '/calls/outbound', skip: 2, ...fault });

const sentDials = (api: Sandbox) =>
	api.requests.filter(({ path }) => path === '/calls/outbound').length;

const idsOf = (api: Sandbox, count: number) =>
	api.store.main.calls.slice(-count).map(({ id }) => id);

describe('no phone rings twice', () => {
	scenario(
		'a dial that was refused is tried again, the calls before it only waited for',
		async (api) => {
			api.faults.add(third({ kind: 'status', status: 400, times: 2 }));
			const { items, error } = await startAndWait(api, numbers(4), {}, fiveTries);
			expect(error).toBeUndefined();
			expect(dialled(api)).toEqual(numbers(4));
			expect(items.map(({ json }) => [json.caller_phone, json.status])).toEqual(
				numbers(4).map((phone) => [phone, 'ended']),
			);
		},
	);

	for (const kind of ['reset-after', 'cut-body', 'wrong-json', 'html', 'hang'] as const) {
		scenario(
			`a dial whose answer is lost (${kind}) is not repeated, and nothing after it`,
			async (api) => {
				api.faults.add(third({ kind }));
				const more = { options: { timeout: 1 } };
				const { error, items } = await startAndWait(api, numbers(4), more, fiveTries);
				expect(sentDials(api)).toBe(3);
				expect(items).toEqual([]);
				expect(error).toMatchObject({
					message: expect.stringContaining(
						'It may have been carried out; check before you run it again',
					),
					context: { itemIndex: 2 },
				});
				const ids = api.store.main.calls.filter(isFirstTwo).map(({ id }) => id);
				expect(error?.description).toContain(`Started, end not known: ${ids.join(', ')}.`);
			},
		);
	}

	scenario('a lost answer, with continue: its item fails, the others come out', async (api) => {
		api.faults.add(third({ kind: 'reset-after' }));
		const options = { ...fiveTries, onError: 'continueRegularOutput' as const };
		const { items } = await startAndWait(api, numbers(4), {}, options);
		expect(dialled(api)).toEqual(numbers(4));
		expect(items.map(({ json }) => json.status ?? 'failed')).toEqual([
			'ended',
			'ended',
			'failed',
			'ended',
		]);
	});

	scenario('an answer without an ID is taken for a lost one', async (api) => {
		api.faults.add(third({ kind: 'wrong-json', body: { success: true } }));
		const { error } = await startAndWait(api, numbers(4), {}, fiveTries);
		expect(dialled(api)).toEqual(numbers(3));
		expect(error?.message).toContain('did not say its ID');
	});

	scenario('a failure while waiting: the next try waits on for the same calls', async (api) => {
		api.faults.add({ kind: 'status', status: 403, path: '/calls', method: 'GET' });
		const { items, error } = await startAndWait(api, numbers(3), {}, fiveTries);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.status)).toEqual(['ended', 'ended', 'ended']);
		expect(dialled(api)).toEqual(numbers(3));
		expect(looks(api).lists).toBe(2);
	});

	scenario('a 429 is waited out; it was not dialled', async (api) => {
		api.faults.add(third({ kind: 'status', status: 429, retryAfter: 1 }));
		const { items } = await startAndWait(api, numbers(4));
		expect(items).toHaveLength(4);
		expect(dialled(api)).toEqual(numbers(4));
	});

	scenario(
		'a process that is killed while it waits, or dials, has called nobody twice',
		async (api) => {
			api.faults.add({ kind: 'slow', delayMs: 100, path: '/calls/outbound', times: Infinity });
			const input = {
				apiKey: api.apiKey,
				baseUrl: api.url,
				parameters: callEach(api, 'startAndWait'),
				phones: numbers(30),
			};
			const script = join(__dirname, 'support/crashingRun.ts');
			const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(input)], {
				stdio: 'ignore',
			});
			const exited = once(child, 'exit');
			while (dialled(api).length < 10 && child.exitCode === null) await pause(20);
			child.kill('SIGKILL');
			await exited;
			const atDeath = dialled(api).length;
			await pause(500);
			expect(atDeath).toBeGreaterThanOrEqual(10);
			expect(dialled(api).length).toBeLessThanOrEqual(atDeath + 1);
			expect(dialled(api)).toEqual(numbers(dialled(api).length));
		},
	);
});

describe('Stop', () => {
	scenario('while waiting ends within 250 ms, and the error names every call', async (api) => {
		api.calls.script({ outcome: 'never-ends' });
		const { error, msAfterCancel, run, logs } = await startAndWait(
			api,
			numbers(3),
			{},
			{
				...fiveTries,
				cancelWhen: () => looks(api).lists === 1,
			},
		);
		expect(msAfterCancel).toBeLessThan(250);
		expect(dialled(api)).toEqual(numbers(3));
		expect(error?.description).toContain(`Started, end not known: ${idsOf(api, 3).join(', ')}.`);
		// n8n saves a stopped execution before the node ends, so the ids are also where that has them.
		expect(run.data.resultData.metadata).toEqual({ hms_sovereign_1: idsOf(api, 3).join(', ') });
		expect(logs.join('\n')).toContain(
			`stopped after it had carried out: ${idsOf(api, 3).join(', ')}`,
		);
	});

	scenario('while dialling dials nobody more, and the error names every call', async (api) => {
		api.faults.add({
			kind: 'slow',
			delayMs: 300,
			path: '/calls/outbound',
			skip: 2,
			times: Infinity,
		});
		const { error, msAfterCancel } = await startAndWait(
			api,
			numbers(20),
			{},
			{
				...fiveTries,
				cancelWhen: () => sentDials(api) === 3,
			},
		);
		expect(msAfterCancel).toBeLessThan(250);
		await pause(500);
		expect(dialled(api)).toEqual(numbers(3));
		expect(error?.message).toMatch(
			/POST \/calls\/outbound was under way and may have been carried out/,
		);
		const ids = api.store.main.calls.filter(isFirstTwo).map(({ id }) => id);
		expect(error?.description).toContain(ids.join(', '));
	});

	scenario('with many calls keeps as many ids as n8n takes, and all in the log', async (api) => {
		api.calls.script({ outcome: 'never-ends' });
		const { run, logs } = await startAndWait(
			api,
			numbers(60),
			{},
			{
				cancelWhen: () => looks(api).lists === 1,
			},
		);
		const kept = Object.values(run.data.resultData.metadata ?? {});
		expect(kept).toHaveLength(6);
		expect(kept.every((value) => value.length <= 255)).toBe(true);
		for (const id of idsOf(api, 60)) expect(logs.join('\n')).toContain(id);
	});

	scenario('after the node has ended leaves no note', async (api) => {
		const { run } = await startAndWait(api, numbers(1), { maxWaitMinutes: 0 });
		expect(run.data.resultData.metadata).toBeUndefined();
	});
});

const isFirstTwo = ({ caller_phone: phone }: { caller_phone: string | null }) =>
	numbers(2).includes(String(phone));

async function pause(ms: number): Promise<void> {
	await new Promise((resolve) => void setTimeout(resolve, ms));
}
