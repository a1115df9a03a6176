const { spawnSync } = require('node:child_process');
const {
	existsSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} = require('node:fs');
const { tmpdir } = require('node:os');
const { join, resolve } = require('node:path');

const ROOT = resolve(__dirname, '..');
const STAMP = join(ROOT, 'dist', '.built');
const SOURCES = ['nodes', 'credentials', 'icons', 'package.json', 'tsconfig.json', 'gulpfile.js'];

module.exports = function setUp() {
	makeFolder();
	if (!isBuilt()) build();
};

/** One folder for what n8n writes in all tests, removed at the end even of those that were skipped. */
function makeFolder() {
	const folder = mkdtempSync(join(tmpdir(), 'hms-sovereign-tests-'));
	process.env.HMS_SOVEREIGN_TEST_FOLDER = folder;
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

/** Builds dist/ once before all tests. */
function build() {
	const startedAt = new Date();
	const gulp = join(ROOT, 'node_modules', 'gulp', 'bin', 'gulp.js');
	const { status, stdout, stderr } = spawnSync(process.execPath, [gulp, 'build'], {
		cwd: ROOT,
		encoding: 'utf8',
	});
	if (status !== 0) throw new Error(`The build failed:\n${stdout}${stderr}`);
	writeFileSync(STAMP, '');
	// What was saved while the build ran may not be in it.
	utimesSync(STAMP, startedAt, startedAt);
}

/** Whether dist/ is newer than all it is built from. */
function isBuilt() {
	if (!existsSync(STAMP)) return false;
	const builtAt = statSync(STAMP).mtimeMs;
	return SOURCES.every((source) => newest(join(ROOT, source)) <= builtAt);
}

/** Time of the newest change in a file or folder; a folder's own time tells of removed files. */
function newest(path) {
	const stats = statSync(path);
	if (!stats.isDirectory()) return stats.mtimeMs;
	const inside = readdirSync(path).map((name) => newest(join(path, name)));
	return Math.max(stats.mtimeMs, ...inside);
}
