const { spawnSync } = require('node:child_process');
const { existsSync, readdirSync, statSync, utimesSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const ROOT = resolve(__dirname, '..');
const STAMP = join(ROOT, 'dist', '.built');
const SOURCES = ['nodes', 'credentials', 'icons', 'package.json', 'tsconfig.json', 'gulpfile.js'];

/** Builds dist/ once before all tests, unless it is newer than all it is built from. */
module.exports = function build() {
	if (isBuilt()) return;
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
};

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
