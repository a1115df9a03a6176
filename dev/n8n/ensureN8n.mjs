import path from 'node:path';
import { ensureNode } from './ensureNode.mjs';
import { npmInstall } from './npm.mjs';
import { cacheFolder } from './paths.mjs';
import { withProgress } from './progress.mjs';
import { addSqliteBinary } from './sqliteBinary.mjs';
import { ensureWholeFolder } from './wholeFolder.mjs';

/**
 * A real n8n that is ready to be started.
 *
 * @typedef {object} N8nInstall
 * @property {string} version
 * @property {string} node the Node.js binary to run it with
 * @property {string} cli n8n's command line program
 * @property {Record<string, string>} environment variables it has to be started with
 */

/**
 * Fetches an n8n on first use; later calls find it and return at once.
 *
 * @param {import('./versions.mjs').N8nVersion} wanted
 * @returns {Promise<N8nInstall>}
 */
export async function ensureN8n(wanted) {
	const { version } = wanted;
	const node = await ensureNode(wanted.minimumNode);
	const folder = path.join(cacheFolder, `n8n-${version}`);
	await ensureWholeFolder(folder, async (partial) => {
		await withProgress(`Installing n8n ${version}`, wanted.seconds, () =>
			npmInstall(partial, {
				dependencies: { n8n: version },
				overrides: wanted.overrides,
				flags: ['--omit=optional', ...wanted.npmFlags],
			}),
		);
		await addSqliteBinary(path.join(partial, 'node_modules', 'sqlite3'));
	});
	const cli = path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n');
	return { version, node, cli, environment: wanted.environment };
}
