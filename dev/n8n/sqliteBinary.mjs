import { existsSync } from 'node:fs';
import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { partOfNpm } from './npm.mjs';
import { cacheFolder } from './paths.mjs';
import { withProgress } from './progress.mjs';
import { runCommand } from './runCommand.mjs';
import { ensureWholeFolder } from './wholeFolder.mjs';

const usualSeconds = 50;
const binaryPath = path.join('build', 'Release', 'node_sqlite3.node');

/**
 * Gives an installed sqlite3 package its native part, which its skipped install script would have
 * fetched. It is compiled once and copied from then on: it uses Node's stable binary interface, so
 * one build serves every n8n and every Node.js version.
 *
 * @param {string} sqliteFolder the installed package
 */
export async function addSqliteBinary(sqliteFolder) {
	const { version } = JSON.parse(await readFile(path.join(sqliteFolder, 'package.json'), 'utf8'));
	const name = `sqlite3-${version}-${process.platform}-${process.arch}`;
	const kept = path.join(cacheFolder, name);
	await ensureWholeFolder(kept, async (partial) => {
		await withProgress('Compiling sqlite3', usualSeconds, () => compile(sqliteFolder));
		await cp(path.join(sqliteFolder, binaryPath), path.join(partial, 'node_sqlite3.node'));
	});
	await cp(path.join(kept, 'node_sqlite3.node'), path.join(sqliteFolder, binaryPath));
}

/** @param {string} sqliteFolder */
async function compile(sqliteFolder) {
	const nodeGyp = await partOfNpm('node_modules/node-gyp/bin/node-gyp.js');
	// Headers that came with Node.js are used where they are; otherwise node-gyp downloads them.
	const nodeFolder = path.resolve(path.dirname(process.execPath), '..');
	const hasHeaders = existsSync(path.join(nodeFolder, 'include', 'node', 'node_api.h'));
	const headers = hasHeaders
		? `--nodedir=${nodeFolder}`
		: `--devdir=${path.join(cacheFolder, 'node-headers')}`;
	await runCommand(process.execPath, [nodeGyp, 'rebuild', '--jobs=max', headers], {
		cwd: sqliteFolder,
	});
}
