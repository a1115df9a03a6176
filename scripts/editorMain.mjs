/**
 * `npm run editor`: the real n8n editor with this package installed from its packed tarball, a
 * simulated HMS Sovereign API and simulated services, and the example workflows, ready to run.
 * Started by editor.mjs, which installs what is missing.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startDemoEditor } from '../dev/demoEditor/demoEditor';
import { CREDENTIAL_NAME } from '../dev/demoEditor/fillEditor';
import { RINGS } from '../dev/demoEditor/phone';
import { owner } from '../dev/n8n/api';
import { ensureN8n } from '../dev/n8n/ensureN8n.mjs';
import { ensureFreshBuild } from '../dev/n8n/freshBuild.mjs';
import { packPackage } from '../dev/n8n/packPackage.mjs';
import { cacheFolder, repositoryRoot } from '../dev/n8n/paths.mjs';
import { isPortFree } from '../dev/n8n/ports';
import { logTail } from '../dev/n8n/server';
import { currentN8n, findVersion, knownVersions } from '../dev/n8n/versions.mjs';

const help = `npm run editor -- [options]

  --port <number>         port of the editor (5678)
  --user-folder <folder>  where n8n keeps its data (.cache/n8n/editor-<version>)
  --fresh                 start without the workflows and settings of earlier runs
  --tarball <file>        install this tarball instead of building and packing one
  --version <n8n>         ${knownVersions.map((known) => known.version).join(', ')}, or any other
  --help                  this text
`;

/** @type {import('../dev/demoEditor/demoEditor').DemoEditor | undefined} */
let editor;
let stopping = false;

function readOptions() {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '5678' },
			'user-folder': { type: 'string' },
			fresh: { type: 'boolean', default: false },
			tarball: { type: 'string' },
			version: { type: 'string', default: currentN8n.version },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(help);
		process.exit(0);
	}
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 1 || port > 65535) {
		throw new Error(`--port must be a number from 1 to 65535, not "${values.port}"`);
	}
	const { version } = findVersion(values.version);
	const userFolder = path.resolve(
		values['user-folder'] ?? path.join(cacheFolder, `editor-${version}`),
	);
	return { port, userFolder, fresh: values.fresh, tarball: values.tarball, version };
}

async function main() {
	const { port, userFolder, fresh, tarball, version } = readOptions();
	const started = Date.now();
	if (!(await isPortFree(port))) {
		throw new Error(
			`Port ${port} is in use. Choose another one: npm run editor -- --port ${port + 1}`,
		);
	}
	const install = await ensureN8n(findVersion(version));
	const packed = tarball ?? (await buildAndPack());
	if (fresh) rmSync(path.join(userFolder, '.n8n'), { recursive: true, force: true });

	process.stdout.write('Starting n8n and loading the examples (usually about 20 s) ...\n');
	const demo = await startDemoEditor({ install, tarball: packed, userFolder, port });
	editor = demo;
	void demo.n8n.ended.then(() => reportEnd(demo.n8n.logFile));
	rememberBoard(demo.board.url);
	demo.messages.watch(({ service, place, text }) => {
		process.stdout.write(`\n[${service} ${place}] ${text}\n`);
	});
	tell(version, userFolder, port, demo, Math.round((Date.now() - started) / 1000));
}

async function buildAndPack() {
	await ensureFreshBuild();
	return await packPackage(path.join(repositoryRoot, '.cache'));
}

/** For `npm run ring`, in another terminal. */
function rememberBoard(url) {
	mkdirSync(cacheFolder, { recursive: true });
	writeFileSync(path.join(cacheFolder, 'board.json'), JSON.stringify({ url }));
}

function tell(version, userFolder, port, { board, sandbox, servicesMissing }, seconds) {
	const rings = RINGS.map(({ name, what }) => `  npm run ring -- ${name.padEnd(11)} ${what}`).join(
		'\n',
	);
	process.stdout.write(`
n8n ${version} is ready after ${seconds} s:  http://localhost:${port}

  Sign in with    ${owner.email}  /  ${owner.password}   (the account is set up already)
  Examples        are in the list of workflows: open one, press Execute workflow
  Messages        that the examples send to Slack and others: ${board.url}
  Credential      "${CREDENTIAL_NAME}" is set up: use it, or make your own with
                  API key ${sandbox.apiKey} and base URL ${sandbox.url}
  Data and log    ${path.relative(process.cwd(), userFolder) || '.'}

Nobody is really called. To have a call arrive, in another terminal or on the page of messages:

${rings}
${servicesMissing === undefined ? '' : `\n${servicesMissing}\n`}
Ctrl-C ends it all.
`);
}

async function reportEnd(logFile) {
	if (stopping) return;
	process.stderr.write(`n8n ended by itself. The end of its log:\n${logTail(logFile)}\n`);
	await stopAll(1);
}

async function stopAll(exitCode) {
	if (stopping) return;
	stopping = true;
	await editor?.stop();
	process.exit(exitCode);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.on(signal, () => void stopAll(0));
}

main().catch(async (error) => {
	process.stderr.write(`${error.message}\n`);
	await stopAll(1);
});
