/**
 * Makes a bare clone ready: `npm start` and `npm test` are the only command a newcomer types. Uses
 * nothing but Node, because nothing else is there yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const OLDEST_NODE = [20, 19];

/** Installs the development packages unless they are there. Ends the process when it cannot. */
export function installIfMissing() {
	refuseOldNode();
	if (isInstalled()) return;

	console.log('Installing the development packages. This takes about a minute, once.');
	const npm = process.env.npm_execpath;
	const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	const options = { cwd: root, stdio: 'inherit' };
	const { status } = npm
		? spawnSync(process.execPath, [npm, ...args], options)
		: spawnSync('npm', args, options);
	if (status !== 0) fail('The packages could not be installed. See what npm says above.');
}

/** npm writes this file last, so a half install is not taken for a whole one. */
export function isInstalled() {
	return existsSync(path.join(root, 'node_modules', '.package-lock.json'));
}

function refuseOldNode() {
	const [major, minor] = process.versions.node.split('.').map(Number);
	const [oldestMajor, oldestMinor] = OLDEST_NODE;
	if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
	fail(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
}

/** Runs a file of an installed package with this Node, and gives its exit code. */
export function runPackage(file, args) {
	const { status } = spawnSync(process.execPath, [path.join(root, 'node_modules', file), ...args], {
		cwd: root,
		stdio: 'inherit',
	});
	return status ?? 1;
}

/** Says what is wrong in one line, without a stack trace. */
export function fail(message) {
	console.error(message);
	process.exit(1);
}
