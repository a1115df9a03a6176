/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { findFreePort } from '../../../dev/n8n/ports';
import { until } from '../../../dev/n8n/until';

export interface Redis {
	port: number;
	stop: () => Promise<void>;
}

/** Starts Debian's Redis, which n8n's queue mode needs, for one test; it keeps nothing. */
export async function startRedis(folder: string): Promise<Redis> {
	const port = await findFreePort();
	const options = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no' };
	const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
	const child = spawn('redis-server', args, { stdio: 'ignore' });
	const failure = once(child, 'error').then(([error]: Error[]) => {
		throw new Error(
			`redis-server is needed for this test (Debian: redis-server). ${error.message}`,
		);
	});
	const killAtExit = () => child.kill('SIGKILL');
	process.once('exit', killAtExit);
	await Promise.race([failure, until('Redis to start', async () => await isListening(port))]);
	return {
		port,
		stop: async () => {
			process.removeListener('exit', killAtExit);
			const ended = once(child, 'exit');
			child.kill('SIGKILL');
			await ended;
		},
	};
}

async function isListening(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1', () => {
			socket.destroy();
			resolve(true);
		});
		socket.on('error', () => resolve(false));
	});
}
