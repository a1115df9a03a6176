/**
 * `npm run readme:check`: types what the README and CONTRIBUTING tell a stranger to type, in an empty
 * folder with an empty home. Two things differ, because the stranger's network is not here: the clone
 * comes from this repository, and the published package is the tarball that would be published.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { fail, root } from './install.mjs';
import { ensureFreshBuild } from '../dev/n8n/freshBuild.mjs';
import { packPackage } from '../dev/n8n/packPackage.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'hmsovereign-readme-'));
try {
	await ensureFreshBuild();
	const tarball = await packPackage(folder);
	installAsUser(tarball);
	tryWithoutAccount();
	console.log('The README works from top to bottom');
} finally {
	rmSync(folder, { recursive: true, force: true });
}

/** "Install": the package in n8n's folder for community nodes, and loadable there. */
function installAsUser(tarball) {
	const nodes = path.join(folder, 'home', '.n8n', 'nodes');
	mkdirSync(nodes, { recursive: true });
	for (const command of commandsOf('README.md', 'Install')) {
		run(command.replace('n8n-nodes-hmsovereign', tarball), nodes);
	}
	run(
		"node -e \"require('n8n-nodes-hmsovereign/package.json').n8n.nodes.forEach((file) => require.resolve('n8n-nodes-hmsovereign/' + file))\"",
		nodes,
	);
}

/** "Try it without an account": the commands in one folder after the other, as a shell would. */
function tryWithoutAccount() {
	let at = folder;
	for (const command of commandsOf('README.md', 'Try it without an account')) {
		if (command.startsWith('cd ')) {
			at = path.join(at, command.slice(3));
			continue;
		}
		const local = command.replace(/https:\S+\.git/, `${root} n8n-nodes-hmsovereign`);
		const output = run(local, at);
		if (command === 'npm start') expectAccount(output);
	}
}

function expectAccount(output) {
	const shown = ['minutes_balance', 'Balance is low', 'Invalid or missing API key'];
	const missing = shown.filter((text) => !output.includes(text));
	if (missing.length > 0) fail(`npm start did not show: ${missing.join(', ')}\n${output}`);
}

/** The lines of the shell blocks under a heading. */
function commandsOf(page, heading) {
	const text = readFileSync(path.join(root, page), 'utf8');
	const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
	const blocks = [...section.matchAll(/```bash\n([\s\S]*?)```/g)].map(([, block]) => block);
	const commands = blocks
		.join('')
		.split('\n')
		.filter((line) => line.trim() !== '');
	if (commands.length === 0) fail(`${page} has no commands under "${heading}"`);
	return commands;
}

function run(command, cwd) {
	const startedAt = Date.now();
	const env = { PATH: process.env.PATH, HOME: path.join(folder, 'home') };
	const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
		cwd,
		env,
		encoding: 'utf8',
	});
	const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
	if (status !== 0) fail(`${command} ended with code ${status}:\n${stdout}\n${stderr}`);
	console.log(`${command.split('\n')[0].slice(0, 80)}: ${seconds} s`);
	return stdout;
}
