/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readCommandLine } from '../../../sandbox/commandLine';

const ROOT = join(__dirname, '../../..');

/** Starts `npm run sandbox` without npm; `stopAt` sends Ctrl-C once the output contains it. */
async function runSandbox(args: string[], stopAt?: string) {
	const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
	const child = spawn(process.execPath, [tsx, 'sandbox/main.ts', ...args], { cwd: ROOT });
	let output = '';
	const read = (chunk: Buffer) => {
		output += chunk.toString();
		if (stopAt && output.includes(stopAt)) child.kill('SIGINT');
	};
	child.stdout.on('data', read);
	child.stderr.on('data', read);
	const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
	return { code, output };
}

it('prints the base URL and the key, and ends cleanly on Ctrl-C', async () => {
	const { code, output } = await runSandbox(['--port', '0'], 'Ctrl-C stops the sandbox.\n');
	expect(output).toMatch(/Base URL +http:\/\/127\.0\.0\.1:\d+\/api\/v1/);
	expect(output).toMatch(/API key +fl_live_/);
	expect(code).toBe(0);
});

it('says in one line that its port is in use', async () => {
	const other = createServer();
	await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
	const { port } = other.address() as AddressInfo;
	const { code, output } = await runSandbox(['--port', String(port)]);
	await new Promise((resolve) => other.close(resolve));
	expect(output).toBe(
		`Port ${port} is in use. Choose another one: npm run sandbox -- --port 3457\n`,
	);
	expect(code).toBe(1);
});

it('reads its options', () => {
	expect(readCommandLine([])).toEqual({ port: 3456, seed: true, windowMs: 60_000, callSpeed: 1 });
	expect(
		readCommandLine(['--no-seed', '--window-ms', '2000', '--call-speed=60', '--port', '0']),
	).toEqual({ port: 0, seed: false, windowMs: 2000, callSpeed: 60 });
});

it.each([['--port=99999'], ['--window-ms=x'], ['--call-speed=0'], ['--unknown']])(
	'refuses %s',
	(option) => {
		expect(() => readCommandLine([option])).toThrow();
	},
);
