import { ADVICE, MAYBE_DONE } from './support/advice';
import { runNode } from '../../dev/engine/engine';
import type { FailureRow } from './support/failures';
import { describeFailures } from './support/failures';
import { useSandbox } from '../../dev/engine/sandbox';
import { createThing, withOperations } from './support/testNode';

const timeout = { options: { timeout: 1 } };

/** Reads and deletes are repeated; a write is not, and says that nobody knows its outcome. */
function noAnswer(kind: FailureRow['fault']['kind'], reason: string): FailureRow[] {
	const fault = { kind, times: Infinity };
	const message = `Could not reach HMS Sovereign (${reason})`;
	const repeated = { message, advice: `${ADVICE.connection} ${ADVICE.repeated}`, sent: 3 };
	const once = { message: `${message}. ${MAYBE_DONE}`, advice: ADVICE.check, sent: 1 };
	return [
		{ when: kind, does: 'read', fault, parameters: timeout, ...repeated },
		{ when: kind, does: 'delete', fault, parameters: timeout, ...repeated },
		{ when: kind, does: 'create', fault, parameters: timeout, ...once },
	];
}

const closed = 'the connection was closed before the answer was complete';
const cutOff = 'the answer was cut off';

describe('no answer', () => {
	describeFailures([
		...noAnswer('reset-before', closed),
		...noAnswer('reset-after', closed).filter(({ does }) => does === 'create'),
		...noAnswer('hang', 'no answer within the time limit'),
		...noAnswer('cut-body', cutOff).filter(({ does }) => does === 'create'),
	]);
});

describe('an answer that cannot be read', () => {
	const message = 'HMS Sovereign sent an answer that could not be read';
	describeFailures([
		{
			when: 'JSON that breaks off',
			does: 'read',
			fault: { kind: 'status', status: 200, body: '{"id": "17a0' },
			message,
			advice: ADVICE.unreadable,
			status: 200,
			sent: 3,
		},
		{
			when: 'JSON that breaks off',
			does: 'create',
			fault: { kind: 'wrong-json' },
			message: `${message}. ${MAYBE_DONE}`,
			advice: `${ADVICE.unreadable} ${ADVICE.check}`,
			status: 201,
		},
		{
			when: 'an HTML page with 200',
			does: 'read',
			fault: { kind: 'html', status: 200 },
			message,
			advice: ADVICE.unreadable,
			status: 200,
		},
	]);
});

describe('a connection that is refused', () => {
	const sandbox = useSandbox();
	const parameters = { resource: 'thing', operation: 'create', thingName: 'Ltd' };

	test('a write was surely not carried out, and says nothing else', async () => {
		const { baseUrl, apiKey } = sandbox.credential();
		await sandbox.api.close();
		const { error } = await runNode(parameters, {
			...withOperations([createThing]),
			credential: { baseUrl, apiKey },
		});
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: 'Could not reach HMS Sovereign (the connection was refused)',
			description: `${ADVICE.connection} POST /organizations was not answered (item 0).`,
			context: { itemIndex: 0 },
		});
	});
});
