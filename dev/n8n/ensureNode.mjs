import path from 'node:path';
import { cacheFolder } from './paths.mjs';
import { npmInstall } from './npm.mjs';
import { withProgress } from './progress.mjs';
import { fetchedNodeVersion } from './versions.mjs';
import { ensureWholeFolder } from './wholeFolder.mjs';

const usualSeconds = 5;

/**
 * The Node.js binary that an n8n is to be run with: the one running now if it is new enough,
 * otherwise one fetched from npm, where Node.js publishes a package for each platform.
 *
 * @param {number} minimumMajor
 * @returns {Promise<string>} path of the binary
 */
export async function ensureNode(minimumMajor) {
	if (Number(process.versions.node.split('.')[0]) >= minimumMajor) return process.execPath;
	const packageName = nodePackageName();
	const folder = path.join(cacheFolder, `${packageName}-${fetchedNodeVersion}`);
	await ensureWholeFolder(folder, (partial) =>
		withProgress(`Fetching Node.js ${fetchedNodeVersion}`, usualSeconds, () =>
			npmInstall(partial, { dependencies: { [packageName]: fetchedNodeVersion } }),
		),
	);
	const binary = process.platform === 'win32' ? 'node.exe' : 'node';
	return path.join(folder, 'node_modules', packageName, 'bin', binary);
}

function nodePackageName() {
	const system = process.platform === 'win32' ? 'win' : process.platform;
	return `node-${system}-${process.arch}`;
}
