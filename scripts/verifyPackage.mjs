/**
 * `npm run verify:package`: what n8n's reviewers check, on our source and on the tarball that would be
 * published: the strict linter and the scanner, both deaf to inline disables; the tarball's list of
 * files; and that n8n can load every file that package.json names.
 */
import { ESLint } from 'eslint';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { fail, root } from './install.mjs';
import { ensureFreshBuild } from '../dev/n8n/freshBuild.mjs';
import { packPackage } from '../dev/n8n/packPackage.mjs';

/** Inside the repository, so that the unpacked package finds n8n-workflow as it does inside n8n. */
const WORK = path.join(root, '.cache', 'verify-package');

const ALLOWED = [
	/^package\.json$/,
	/^README\.md$/,
	/^LICENSE$/,
	/^dist\/credentials\/[\w.]+\.js$/,
	/^dist\/icons\/[\w.]+\.svg$/,
	/^dist\/nodes\/HmsSovereign\/[\w/]*[\w.]+\.js$/,
	/^dist\/nodes\/HmsSovereign\/\w+\.node\.json$/,
	/^dist\/nodes\/HmsSovereign\/__schema__\/v[\d.]+(\/[\w-]+)*\.json$/,
];

const LARGEST_TARBALL_KB = 170;

await ensureFreshBuild();
await lintSource();
const folder = await unpackTarball();
checkFiles(folder);
await scan(root, 'source');
await scan(folder, 'tarball');
loadEverything(folder);
rmSync(WORK, { recursive: true, force: true });
console.log('The package is ready to be published');

async function lintSource() {
	const eslint = new ESLint({ cwd: root, allowInlineConfig: false });
	const results = await eslint.lintFiles(['nodes', 'credentials', 'package.json']);
	const problems = results.filter(({ errorCount, warningCount }) => errorCount + warningCount > 0);
	if (problems.length === 0) return;
	const formatter = await eslint.loadFormatter('stylish');
	fail(await formatter.format(problems));
}

async function unpackTarball() {
	rmSync(WORK, { recursive: true, force: true });
	mkdirSync(path.join(WORK, 'package'), { recursive: true });
	const tarball = await packPackage(WORK);
	const kb = statSync(tarball).size / 1000;
	console.log(`Tarball: ${kb.toFixed(1)} kB`);
	if (kb > LARGEST_TARBALL_KB) fail(`The tarball is larger than ${LARGEST_TARBALL_KB} kB`);
	execFileSync('tar', ['-xzf', tarball, '-C', WORK]);
	return path.join(WORK, 'package');
}

function checkFiles(folder) {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
	const extra = files.filter((file) => !ALLOWED.some((pattern) => pattern.test(file)));
	if (extra.length > 0) fail(`Files that do not belong into the tarball:\n${extra.join('\n')}`);
	console.log(`Files in the tarball: ${files.length}`);
}

async function scan(folder, what) {
	const require = createRequire(import.meta.url);
	const scanner = path.join(
		path.dirname(require.resolve('@n8n/scan-community-package/package.json')),
		'scanner/scanner.mjs',
	);
	const { analyzePackage, SOURCE_FILE_PATTERNS } = await import(scanner);
	const patterns = what === 'source' ? SOURCE_FILE_PATTERNS : ['**/*.js', 'package.json'];
	const { passed, message, details } = await analyzePackage(folder, patterns);
	if (!passed) fail(`n8n's scanner on the ${what}: ${message}\n${details ?? ''}`);
	console.log(`n8n's scanner finds nothing in the ${what}`);
}

/** Loads each node and credential by its class name, as n8n does, and looks at what they point to. */
function loadEverything(folder) {
	const require = createRequire(path.join(folder, 'package.json'));
	const { n8n } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
	const startedAt = performance.now();
	for (const file of [...n8n.credentials, ...n8n.nodes]) {
		const className = path.basename(file).split('.')[0];
		const loaded = new (require(path.join(folder, file))[className])();
		const { light, dark } = loaded.icon ?? loaded.description.icon;
		for (const icon of [light, dark]) {
			statSync(path.join(folder, path.dirname(file), icon.replace('file:', '')));
		}
	}
	const ms = Math.round(performance.now() - startedAt);
	console.log(
		`Loaded ${n8n.nodes.length} nodes and ${n8n.credentials.length} credential in ${ms} ms`,
	);
}
