import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from './runCommand.mjs';

/**
 * Installs packages into a folder of their own. No package's install script is run.
 *
 * @param {string} folder
 * @param {{ dependencies: Record<string, string>, overrides?: Record<string, string>, flags?: string[] }} what
 */
export async function npmInstall(folder, { dependencies, overrides = {}, flags = [] }) {
	const manifest = { name: 'n8n-to-test-in', private: true, dependencies, overrides };
	await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest, null, '\t'));
	await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', ...flags], folder);
}

/**
 * Runs npm, the very one this process was started by where that is known.
 *
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<string>} what npm wrote to its standard output
 */
export async function npm(args, cwd) {
	const cli = process.env.npm_execpath;
	const command = cli ? process.execPath : 'npm';
	return await runCommand(command, cli ? [cli, ...args] : args, { cwd, env: cleanEnvironment() });
}

/**
 * @param {string} inside path of something that comes with npm, from npm's own folder
 * @returns {Promise<string>} its path on this machine
 */
export async function partOfNpm(inside) {
	const cli = process.env.npm_execpath;
	if (cli) return path.resolve(path.dirname(cli), '..', inside);
	const globalPackages = (await npm(['root', '--global'], process.cwd())).trim();
	return path.join(globalPackages, 'npm', inside);
}

/**
 * Inside `npm run`, npm hands its settings down as variables, among them this repository's root:
 * an npm started for another folder must not take them over.
 */
function cleanEnvironment() {
	return Object.fromEntries(
		Object.entries(process.env).filter(
			([name]) =>
				!/^npm_(config_(local_)?prefix|config_ignore_scripts|package_|lifecycle_)/.test(name),
		),
	);
}
