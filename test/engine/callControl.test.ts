/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import type { IDataObject } from 'n8n-workflow';

import { byId } from '../../dev/byId';
import { runNode } from '../../dev/engine/engine';
import { useSandbox } from '../../dev/engine/sandbox';

const sandbox = useSandbox({ callSpeed: 20, controlLimit: 2, windowMs: 1_500 });

/** n8n itself refuses a field left empty, but not an expression that gives nothing. */
const EMPTY = '={{ "" }}';

async function steer(operation: string, callId: string, parameters: IDataObject = {}, items = 1) {
	return await runNode(
		{ resource: 'call', operation, callId: byId(callId), ...parameters },
		{ credential: sandbox.credential, input: Array.from({ length: items }, () => ({})) },
	);
}

/** A call that somebody has answered and that goes on until it is ended. */
async function answeredCall(): Promise<string> {
	const { api } = sandbox;
	const [{ id: numberId }] = api.store.main.numbers;
	api.calls.script({ outcome: 'never-ends' });
	const call = api.calls.ring({ from: '+31611111111', numberId });
	while (call.status !== 'in-progress') await new Promise(setImmediate);
	return call.id;
}

test('what is said in a live call is in its transcript', async () => {
	const id = await answeredCall();
	const { error } = await steer('say', id, { content: 'Een ogenblik.', endAfter: true });

	expect(error).toBeUndefined();
	const call = await sandbox.api.calls.finished(id);
	expect(call.messages).toContainEqual({ role: 'assistant', content: 'Een ogenblik.' });
});

test('switches that nobody touched are sent, since the API wants them', async () => {
	const id = await answeredCall();
	await steer('injectContext', id, { content: 'VIP' });
	await steer('say', id, { content: 'Hallo' });

	expect(sandbox.api.requests.map(({ body }) => body)).toEqual([
		{ type: 'inject-context', content: 'VIP', trigger_response: false },
		{ type: 'say', content: 'Hallo', end_after: false },
	]);
});

test.each(['say', 'injectContext', 'transfer', 'end'])(
	'"%s" in a call that is over says what the status of the call is',
	async (operation) => {
		const call = sandbox.api.store.main.calls[0];
		call.status = 'ended';
		const { error } = await steer(operation, call.id, {
			...(operation === 'transfer' && { destination: '+31201234567' }),
			...(['say', 'injectContext'].includes(operation) && { content: 'Hallo' }),
		});

		expect(error?.message).toBe(
			'Invalid command or call not active. The status of this call is "ended".',
		);
		expect(error?.description).toContain('Commands work only while the status of a call is');
		const path = `/calls/${encodeURIComponent(call.id)}`;
		expect(sandbox.api.requests.map((one) => `${one.method} ${one.path}`)).toEqual([
			`POST ${path}/control`,
			`GET ${path}`,
		]);
	},
);

test('a command refused in a call that goes on keeps the words of the API', async () => {
	const id = await answeredCall();
	const body = { error: 'Invalid command' };
	sandbox.api.faults.add({ kind: 'status', status: 400, body, path: /control$/ });
	const { error } = await steer('end', id);
	expect(error?.message).toBe('Invalid command');
});

test('when the call cannot be read either, the first error is told', async () => {
	const call = sandbox.api.store.main.calls[0];
	call.status = 'ended';
	sandbox.api.faults.add({ kind: 'status', status: 403, method: 'GET', path: /^\/calls/ });
	const { error } = await steer('end', call.id);
	expect(error?.message).toBe('Invalid command or call not active');
});

test('an unknown call is named', async () => {
	const { error } = await steer('end', 'call-_+31600000000_gone');
	expect(error?.httpCode).toBe('404');
	expect(sandbox.api.requests).toHaveLength(1);
});

test('more commands than a call takes in a minute wait, and all are carried out', async () => {
	const id = await answeredCall();
	const { error, items, ms } = await steer('say', id, { content: 'Hallo' }, 3);

	expect(error).toBeUndefined();
	expect(items).toHaveLength(3);
	expect(ms).toBeGreaterThan(800);
	const carriedOut = sandbox.api.requests.filter((one) => one.carriedOut && one.status === 200);
	expect(carriedOut).toHaveLength(3);
});

test.each([
	['say', { content: EMPTY }, "'Text' is required, but it is empty"],
	['injectContext', { content: EMPTY }, "'Context' is required, but it is empty"],
	[
		'transfer',
		{ destination: '0201234567' },
		'\'Transfer To\': "0201234567" is not a phone number',
	],
	['end', { callId: byId(EMPTY) }, "'Call'"],
])('"%s" with %j is refused before anything is sent', async (operation, parameters, words) => {
	const { error } = await steer(operation, 'call-1', parameters);
	expect(error?.message).toContain(words);
	expect(sandbox.api.requests).toEqual([]);
});
