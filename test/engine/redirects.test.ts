import type { Sandbox } from '../../sandbox';
import { startSandbox } from '../../sandbox';
import { ADVICE, MAYBE_DONE } from './support/advice';
import { runFailure } from './support/failures';

let otherHost: Sandbox;
beforeEach(async () => {
	otherHost = await startSandbox();
});
afterEach(async () => await otherHost.close());

const statuses = [301, 302, 303, 307, 308];

function redirect(status: number) {
	const location = `${otherHost.url}/organizations`;
	return { kind: 'redirect' as const, status, location, times: Infinity };
}

test.each(statuses)('a %d to a read is not followed, so the key stays here', async (status) => {
	const { error, api } = await runFailure({ does: 'read', fault: redirect(status) });
	expect(error).toMatchObject({
		message: `HMS Sovereign answered with a redirect (${status})`,
		description: `${ADVICE.redirect} GET /things/bad was answered with ${status} (item 1).`,
		context: { itemIndex: 1 },
	});
	expect(otherHost.requests).toEqual([]);
	expect(api.requests.filter(({ path }) => path === '/things/bad')).toHaveLength(1);
});

test.each(statuses)(
	'a %d to a write is not followed, nor is the write repeated',
	async (status) => {
		const { error, api } = await runFailure({ does: 'create', fault: redirect(status) });
		// See Other is the answer to something that was done.
		const doubt = status === 303 ? `. ${MAYBE_DONE}` : '';
		expect(error?.message).toBe(`HMS Sovereign answered with a redirect (${status})${doubt}`);
		expect(otherHost.requests).toEqual([]);
		expect(api.requests.map(({ body }) => body)).toEqual([
			{ name: 'First Ltd' },
			{ name: 'Bad Ltd' },
		]);
	},
);
