import path from 'node:path';
import { mkdir } from 'node:fs/promises';
import { npm } from './npm.mjs';
import { repositoryRoot } from './paths.mjs';
import { withProgress } from './progress.mjs';

/**
 * Packs what lies in dist/ into the tarball that would be published.
 *
 * @param {string} destination folder the tarball is written to
 * @returns {Promise<string>} path of the tarball
 */
export async function packPackage(destination) {
	await mkdir(destination, { recursive: true });
	const args = ['pack', '--json', '--pack-destination', destination];
	const answer = await withProgress('Packing it', 5, () => npm(args, repositoryRoot));
	const [{ filename }] = JSON.parse(answer);
	return path.join(destination, filename);
}

export async function buildPackage() {
	await withProgress('Building the package', 10, () => npm(['run', 'build'], repositoryRoot));
}
