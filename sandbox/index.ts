/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never in n8n */
import type { AddressInfo } from 'node:net';
import { RecordingsHost } from './calls/recordingsHost';
import type { Sandbox, SandboxOptions } from './contract';
import { buildServer } from './http/server';
import { API_PATH } from './http/exchange';
import { World } from './world';

export * from './contract';
export type * from './calls/contract';
export type * from './webhooks/contract';
export type * from './store/types';

/**
 * Starts a simulated HMS Sovereign API on 127.0.0.1, with its whole state in memory.
 *
 * @throws Error with code EADDRINUSE when the wanted port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const recordings = new RecordingsHost();
	// The seed's calls link to their recordings, so that host has to be there first.
	await recordings.listen();
	const world = new World(options, recordings);
	const server = buildServer(world);
	const listening = server.listen({ host: '127.0.0.1', port: world.options.port });
	await listening.catch(async (error: Error) => {
		await recordings.close();
		throw error;
	});
	const { port } = server.server.address() as AddressInfo;

	const close = async () => {
		world.stop();
		await Promise.all([server.close(), recordings.close()]);
	};
	return Object.assign(world, { url: `http://127.0.0.1:${port}${API_PATH}`, close });
}
