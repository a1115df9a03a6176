/**
 * `npm run test:e2e`: packs this package, installs it into real n8n and runs test/e2e against it.
 *
 *   --line 2 | 1        only one line of n8n (default: both), or any version: --line 2.48.5
 *   --only <pattern>    only test files whose path matches
 *   --tarball <file>    test this tarball instead of building and packing one
 *   --pictures          write the pictures of the browser tests to docs/images
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureN8n } from '../dev/n8n/ensureN8n.mjs';
import { buildPackage, packPackage } from '../dev/n8n/packPackage.mjs';
import { repositoryRoot } from '../dev/n8n/paths.mjs';
import { currentN8n, findVersion, knownVersions } from '../dev/n8n/versions.mjs';

const { values: options } = parseArgs({
	options: {
		line: { type: 'string', multiple: true },
		only: { type: 'string', default: '' },
		tarball: { type: 'string' },
		pictures: { type: 'boolean', default: false },
	},
});

let interrupted = false;
// Ctrl-C reaches jest by itself; this process stays to clean up after it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (interrupted = true));

const packFolder = await mkdtemp(path.join(os.tmpdir(), 'hmsovereign-pack-'));
try {
	process.exitCode = await testAll();
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
	process.exitCode = 1;
} finally {
	await rm(packFolder, { recursive: true, force: true });
}

async function testAll() {
	const started = Date.now();
	const versions = options.line?.map(findVersion) ?? knownVersions;
	const installs = [];
	for (const version of versions) installs.push(await ensureN8n(version));
	const tarball = options.tarball ? path.resolve(options.tarball) : await buildAndPack();

	let worst = 0;
	for (const install of installs) {
		if (interrupted) return 1;
		process.stdout.write(`\nn8n ${install.version}\n`);
		worst = Math.max(worst, await runJest(install, tarball));
	}
	process.stdout.write(
		`End-to-end tests took ${Math.round((Date.now() - started) / 1000)} s in all\n`,
	);
	return worst;
}

async function buildAndPack() {
	await buildPackage();
	return await packPackage(packFolder);
}

/**
 * @param {import('../dev/n8n/ensureN8n.mjs').N8nInstall} install
 * @param {string} tarball
 * @returns {Promise<number>} the exit code
 */
async function runJest(install, tarball) {
	// The browser tests look at n8n's own pages, which differ between the lines: one is enough.
	const folder = install.version.startsWith(`${currentN8n.version.split('.')[0]}.`)
		? 'test/e2e/'
		: 'test/e2e/rest/';
	// In that folder, and anywhere in the path what was asked for.
	const pattern = `^(?=.*${folder})(?=.*${options.only})`;
	const jest = path.join(repositoryRoot, 'node_modules', 'jest', 'bin', 'jest.js');
	const args = [jest, '--config', 'jest.e2e.config.js', '--testPathPatterns', pattern];
	const child = spawn(process.execPath, args, {
		cwd: repositoryRoot,
		stdio: 'inherit',
		env: {
			...process.env,
			E2E_INSTALL: JSON.stringify(install),
			E2E_TARBALL: tarball,
			E2E_PICTURES: options.pictures ? 'docs/images' : 'test-results',
		},
	});
	return await new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}
