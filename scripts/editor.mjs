/**
 * `npm run editor` on a bare clone: says what will be fetched before anything is, installs the
 * development packages, and hands over to editorMain.mjs. Uses nothing but Node.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fail, installIfMissing, isInstalled, root } from './install.mjs';

/** Measured on two cores, compiling sqlite3 included. */
const PACKAGES = 'development packages: 1.1 GB, about 1 minute';
const N8N = 'n8n: 2.1 GB, about 3 minutes';

const wantsOnlyHelp = process.argv.includes('--help');
if (!wantsOnlyHelp) sayWhatIsFetched();
installIfMissing();
const { tsImport } = await import('tsx/esm/api');
await tsImport('./editorMain.mjs', import.meta.url).catch((error) => fail(error.message));

function sayWhatIsFetched() {
	const missing = [isInstalled() ? [] : PACKAGES, hasN8n() ? [] : N8N].flat();
	if (missing.length === 0) return;
	console.log('This is fetched first, once, into this folder (node_modules and .cache):');
	for (const what of missing) console.log(`  ${what}`);
}

function hasN8n() {
	const cache = path.join(root, '.cache', 'n8n');
	if (!existsSync(cache)) return false;
	return readdirSync(cache).some((name) => /^n8n-[\d.]+$/.test(name));
}
