import { spawn } from 'node:child_process';

const linesOfOutputInError = 30;

/**
 * Runs a command to its end. What it prints is kept back, and shown only when it fails.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<string>} what the command wrote to its standard output
 */
export async function runCommand(command, args, options = {}) {
	const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	let everything = '';
	child.stdout.on('data', (chunk) => {
		output += chunk;
		everything += chunk;
	});
	child.stderr.on('data', (chunk) => {
		everything += chunk;
	});
	const code = await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
	if (code !== 0) {
		const tail = everything.trimEnd().split('\n').slice(-linesOfOutputInError).join('\n');
		throw new Error(`${command} ${args.join(' ')} ended with code ${code}:\n${tail}`);
	}
	return output;
}
