/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in tests only */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { runNode } from '../../dev/engine/engine';
import { withSandbox } from '../../dev/engine/sandbox';

const readAccount = { resource: 'account', operation: 'get', options: { timeout: 1 } };
const startCall = {
	resource: 'organization',
	operation: 'create',
	organizationName: 'First Ltd',
	name: 'First Ltd',
	options: { timeout: 1 },
};

/** Hands a server of a few lines to a test. */
async function withServer(
	listener: RequestListener,
	body: (baseUrl: string, server: Server) => Promise<void>,
): Promise<void> {
	const server = createServer(listener);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	try {
		await body(`http://127.0.0.1:${port}/api/v1`, server);
	} finally {
		server.closeAllConnections();
		server.close();
	}
}

test('the time limit is for the whole answer, not from byte to byte', async () => {
	await withServer(
		(_request, response) => {
			response.writeHead(200, { 'content-type': 'application/json' });
			const timer = setInterval(() => response.write(' '), 200);
			response.on('close', () => clearInterval(timer));
		},
		async (baseUrl) => {
			const { error, ms } = await runNode(readAccount, {
				credential: { baseUrl, apiKey: 'fl_live_drip_drip_drip' },
			});
			expect(error?.message).toContain('no answer within the time limit');
			// Three tries of a second each, and the pauses between them.
			expect(ms).toBeLessThan(20_000);
		},
	);
});

test('an answer without an end is cut off, and not asked for again', async () => {
	let requests = 0;
	await withServer(
		(_request, response) => {
			requests += 1;
			response.writeHead(200, { 'content-type': 'application/json' });
			const chunk = Buffer.alloc(4 * 1024 * 1024, ' ');
			const more = () => {
				while (!response.destroyed && response.write(chunk));
			};
			response.on('drain', more);
			more();
		},
		async (baseUrl) => {
			const { error } = await runNode(
				{ ...readAccount, options: { timeout: 20 } },
				{ credential: { baseUrl, apiKey: 'fl_live_endless_endless' } },
			);
			expect(error?.message).toContain('the answer was larger than 64 MB');
			expect(requests).toBe(1);
		},
	);
});

test.each([303, 408, 499])('a write that is answered with %d is not sent again', async (status) => {
	await withSandbox({}, async (api, credential) => {
		api.faults.add({ kind: 'status', status, body: '', times: Infinity });
		const { error } = await runNode(startCall, {
			credential,
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 10,
		});
		expect(error?.message).toContain('It may have been carried out');
		expect(api.requests).toHaveLength(1);
	})();
});

test('a 200 that says it failed is an error in its words', async () => {
	await withSandbox({}, async (api, credential) => {
		api.faults.add({
			kind: 'status',
			status: 200,
			body: { success: false, error: 'Not possible today' },
		});
		const { error } = await runNode(startCall, { credential });
		expect(error?.message).toBe('Not possible today');
	})();
});
