const { execFileSync } = require('node:child_process');
const { rmSync } = require('node:fs');
const { dest, parallel, series, src } = require('gulp');

/** What n8n loads beside the compiled code: node descriptions for the node creator, and output schemas. */
const NODE_ASSETS = ['nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'];

async function clean() {
	rmSync('dist', { recursive: true, force: true });
}

async function compile() {
	execFileSync(process.execPath, [require.resolve('typescript/bin/tsc')], { stdio: 'inherit' });
}

function copyIcons() {
	return src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
}

function copyNodeAssets() {
	return src(NODE_ASSETS, { base: 'nodes', encoding: false }).pipe(dest('dist/nodes'));
}

exports.build = series(clean, parallel(compile, copyIcons, copyNodeAssets));
