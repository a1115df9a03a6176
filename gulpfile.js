const { execFileSync } = require('node:child_process');
const { mkdirSync, renameSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const { dest, parallel, series, src } = require('gulp');

/** What n8n loads beside the compiled code: node descriptions for the node creator, and output schemas. */
const NODE_ASSETS = ['nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'];

/** A build takes seconds; until it is whole, tests that run meanwhile keep the one before. */
const next = join('.cache', `build-${process.pid}`);

async function begin() {
	rmSync(next, { recursive: true, force: true });
	mkdirSync(next, { recursive: true });
}

async function compile() {
	const tsc = require.resolve('typescript/bin/tsc');
	try {
		execFileSync(process.execPath, [tsc, '--outDir', next], { stdio: 'inherit' });
	} catch {
		rmSync(next, { recursive: true, force: true });
		throw plainError('The TypeScript code does not compile; see the messages above');
	}
}

function copyIcons() {
	return src('icons/*.svg', { encoding: false }).pipe(dest(join(next, 'icons')));
}

function copyNodeAssets() {
	return src(NODE_ASSETS, { base: 'nodes', encoding: false }).pipe(dest(join(next, 'nodes')));
}

async function swap() {
	rmSync('dist', { recursive: true, force: true });
	renameSync(next, 'dist');
}

/** What is made from the node itself and checked in: output schemas, and the operation reference. */
async function makeSchemas() {
	runScript('scripts/schemas.ts');
}

async function makeDocs() {
	runScript('scripts/docs.ts');
}

function runScript(file) {
	try {
		execFileSync(process.execPath, [require.resolve('tsx/cli'), file], { stdio: 'inherit' });
	} catch {
		throw plainError(`${file} failed; see the message above`);
	}
}

/** gulp shows the stack of other errors, in which the message above would drown. */
function plainError(message) {
	return Object.assign(new Error(message), { showStack: false });
}

const build = series(begin, compile, parallel(copyIcons, copyNodeAssets), swap);

exports.build = build;
exports.schemas = series(build, makeSchemas);
exports.docs = makeDocs;
