/**
 * `npm run editor`: the real n8n editor with this package installed from its packed tarball, a
 * sandbox of the HMS Sovereign API, a credential that points at it, and the example workflows.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startSandbox } from '../sandbox/index.ts';
import { N8nApi, owner } from '../dev/n8n/api';
import { installInCommunityFolder } from '../dev/n8n/communityFolder';
import { ensureN8n } from '../dev/n8n/ensureN8n.mjs';
import { pickCredential, readAllExamples } from '../dev/n8n/examples';
import { ensureFreshBuild } from '../dev/n8n/freshBuild.mjs';
import { packPackage } from '../dev/n8n/packPackage.mjs';
import { cacheFolder, repositoryRoot } from '../dev/n8n/paths.mjs';
import { isPortFree } from '../dev/n8n/ports';
import { logTail, startN8n } from '../dev/n8n/server';
import { currentN8n, findVersion, knownVersions } from '../dev/n8n/versions.mjs';

const help = `npm run editor -- [options]

  --port <number>         port of the editor (5678)
  --user-folder <folder>  where n8n keeps its data (.cache/n8n/editor-<version>)
  --fresh                 start without the workflows and settings of earlier runs
  --tarball <file>        install this tarball instead of building and packing one
  --version <n8n>         ${knownVersions.map((known) => known.version).join(' or ')}
  --help                  this text
`;

const preferredSandboxPort = 3456;
const credentialName = 'HMS Sovereign (sandbox)';

/** @type {Array<() => Promise<void>>} what has to be ended, the newest first */
const running = [];

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stopAll(0));

try {
	await startEditor(readOptions());
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
	await stopAll(1);
}

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
	const wanted = findVersion(values.version);
	const userFolder = path.resolve(
		values['user-folder'] ?? path.join(cacheFolder, `editor-${wanted.version}`),
	);
	return { port, userFolder, fresh: values.fresh, tarball: values.tarball, wanted };
}

/** @param {ReturnType<typeof readOptions>} options */
async function startEditor({ port, userFolder, fresh, tarball, wanted }) {
	const started = Date.now();
	if (!(await isPortFree(port))) {
		throw new Error(
			`Port ${port} is in use. Choose another one: npm run editor -- --port ${port + 1}`,
		);
	}
	const install = await ensureN8n(wanted);
	const packed = tarball ?? (await buildAndPack());
	if (fresh) rmSync(path.join(userFolder, '.n8n'), { recursive: true, force: true });
	installInCommunityFolder(packed, userFolder);

	const sandboxPort = (await isPortFree(preferredSandboxPort)) ? preferredSandboxPort : undefined;
	const sandbox = await startSandbox({ port: sandboxPort });
	running.unshift(() => sandbox.close());
	const n8n = await startN8n({ install, userFolder, port });
	running.unshift(() => n8n.stop());
	void n8n.ended.then(() => reportEnd(n8n.logFile));

	await fillEditor(new N8nApi(n8n.url), sandbox);
	tell(wanted.version, port, userFolder, sandbox, Math.round((Date.now() - started) / 1000));
}

async function buildAndPack() {
	await ensureFreshBuild();
	return await packPackage(path.join(repositoryRoot, '.cache'));
}

/**
 * @param {N8nApi} n8n
 * @param {import('../sandbox').Sandbox} sandbox
 */
async function fillEditor(n8n, sandbox) {
	await n8n.signIn();
	const credential = await saveSandboxCredential(n8n, sandbox);
	const present = new Set((await n8n.listWorkflows()).map((workflow) => workflow.name));
	for (const example of readAllExamples()) {
		// An example that was changed in an earlier run is left alone; --fresh brings it back.
		if (present.has(example.name)) continue;
		await n8n.saveWorkflow(pickCredential(example, /^n8n-nodes-hmsovereign\./, credential));
	}
}

/**
 * @param {N8nApi} n8n
 * @param {import('../sandbox').Sandbox} sandbox
 */
async function saveSandboxCredential(n8n, sandbox) {
	const credential = {
		name: credentialName,
		type: 'hmsSovereignApi',
		data: { apiKey: sandbox.apiKey, baseUrl: sandbox.url, webhookSecret: '' },
	};
	const present = (await n8n.listCredentials()).find((saved) => saved.name === credentialName);
	// The sandbox's address may be another one than last time.
	return present
		? await n8n.updateCredential(present.id, credential)
		: await n8n.createCredential(credential);
}

function tell(version, port, userFolder, sandbox, seconds) {
	process.stdout.write(`
n8n ${version} is ready after ${seconds} s:  http://localhost:${port}

  Sign in with    ${owner.email}  /  ${owner.password}   (the account is set up already)
  Credential      "${credentialName}" is set up: use it, or make your own with
                  API key ${sandbox.apiKey} and base URL ${sandbox.url}
  Examples        are in the list of workflows
  Data and log    ${path.relative(process.cwd(), userFolder) || '.'}

Ctrl-C ends it all.
`);
}

/** @param {string} logFile */
async function reportEnd(logFile) {
	if (stopping) return;
	process.stderr.write(`n8n ended by itself. The end of its log:\n${logTail(logFile)}\n`);
	await stopAll(1);
}

/** @param {number} exitCode */
async function stopAll(exitCode) {
	if (stopping) return;
	stopping = true;
	for (const stop of running) await stop();
	process.exit(exitCode);
}
