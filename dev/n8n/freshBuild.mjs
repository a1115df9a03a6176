import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildPackage } from './packPackage.mjs';
import { repositoryRoot } from './paths.mjs';

const sources = ['nodes', 'credentials', 'icons', 'package.json', 'gulpfile.js', 'tsconfig.json'];

/** Builds the package, unless dist/ is newer than everything it is made from. */
export async function ensureFreshBuild() {
	if (builtAt() <= newestSource()) await buildPackage();
}

function builtAt() {
	const manifest = JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8'));
	const main = path.join(repositoryRoot, manifest.n8n.nodes[0]);
	return existsSync(main) ? statSync(main).mtimeMs : 0;
}

function newestSource() {
	return Math.max(...sources.flatMap((source) => times(path.join(repositoryRoot, source))));
}

/**
 * @param {string} file
 * @returns {number[]} when the file, or each file in the folder, was last changed
 */
function times(file) {
	if (!existsSync(file)) return [];
	const stats = statSync(file);
	if (!stats.isDirectory()) return [stats.mtimeMs];
	return readdirSync(file).flatMap((name) => times(path.join(file, name)));
}
