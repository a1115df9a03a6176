import { runNode } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';
import { createThing, readThing, withOperations } from './support/testNode';

const sandbox = useSandbox({ requestLimit: 1_000 });

/** What a person sees in n8n's log at the level "debug". */
async function logOf(ids: string[], more: object = {}): Promise<string[]> {
	const { logs } = await runNode(
		{ resource: 'thing', operation: 'read', thingId: '={{ $json.id }}' },
		{
			...withOperations([readThing, createThing]),
			credential: { ...sandbox.credential(), webhookSecret: 'whsec/4471' },
			input: ids.map((id) => ({ id })),
			onError: 'continueRegularOutput',
			...more,
		},
	);
	return logs.filter((line) => line.includes('HMS Sovereign: '));
}

describe('n8n’s debug log', () => {
	test('has one line for each request: method, path, status, time, tries, wait', async () => {
		const lines = await logOf(['a', 'b']);
		expect(lines).toHaveLength(2);
		for (const [index, id] of ['a', 'b'].entries()) {
			expect(lines[index]).toMatch(
				new RegExp(
					`^debug: HMS Sovereign: GET /things/${id}: 404, \\d+ ms, tries: 1, waited: \\d+ ms`,
				),
			);
		}
	});

	test('says how often a request was sent, and how long it was held back', async () => {
		sandbox.api.faults.add({ kind: 'reset-before' });
		sandbox.api.faults.add({ kind: 'status', status: 429, retryAfter: 1 });
		const [line, ...others] = await logOf(['a']);
		expect(others).toEqual([]);
		expect(line).toMatch(/: 404, \d+ ms, tries: 3, waited: (2|3)\d{3} ms/);
	});

	test('says why there was no answer', async () => {
		sandbox.api.faults.add({ kind: 'reset-before', times: Infinity });
		const [line] = await logOf(['a']);
		expect(line).toContain(': the connection was closed before the answer was complete, ');
		expect(line).toContain('tries: 3');
	});

	test('shows no secret, also when somebody entered one as an ID', async () => {
		const { apiKey } = sandbox.credential();
		const log = (await logOf([apiKey, 'whsec/4471'])).join('\n');
		expect(log).toContain('GET /things/****: 404');
		expect(log).not.toContain(apiKey);
		expect(log).not.toMatch(/whsec|Bearer/i);
	});
});
