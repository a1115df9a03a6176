/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never in n8n */
import { readCommandLine } from './commandLine';
import type { Sandbox } from './contract';
import { startSandbox } from './index';

/** `npm run sandbox`: the simulated API, until Ctrl-C. */
async function main(): Promise<void> {
	const options = readCommandLine(process.argv.slice(2));
	const sandbox = await startSandbox(options);
	process.stdout.write(welcome(sandbox));
	const stop = () => {
		void sandbox.close().then(() => process.exit(0));
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

function welcome({ url, keys }: Sandbox): string {
	return `HMS Sovereign sandbox: a simulated API, all data in memory.

  Base URL            ${url}
  API key             ${keys.main}
  Other organization  ${keys.second}
  Revoked key         ${keys.revoked}
  Expired key         ${keys.expired}
  Key without access  ${keys.forbidden}

In n8n: Credentials > Create > HMS Sovereign API, paste the API key, and set the Base URL.
Ctrl-C stops the sandbox.
`;
}

/** One line that says what to do, not a stack trace. */
function explain(error: NodeJS.ErrnoException & { port?: number }): string {
	if (error.code === 'EADDRINUSE') {
		return `Port ${error.port} is in use. Choose another one: npm run sandbox -- --port 3457`;
	}
	return `The sandbox could not start: ${error.message}`;
}

main().catch((error: NodeJS.ErrnoException) => {
	process.stderr.write(`${explain(error)}\n`);
	process.exitCode = 1;
});
