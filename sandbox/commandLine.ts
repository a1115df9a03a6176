/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never in n8n */
import { parseArgs } from 'node:util';
import type { SandboxOptions } from './contract';

const DEFAULT_PORT = 3456;

/**
 * Reads the options of `npm run sandbox`.
 *
 * @throws Error that says which option is wrong
 */
export function readCommandLine(args: string[]): SandboxOptions {
	const { values } = parseArgs({
		args,
		options: {
			port: { type: 'string' },
			seed: { type: 'boolean' },
			'no-seed': { type: 'boolean' },
			'window-ms': { type: 'string' },
			'call-speed': { type: 'string' },
		},
	});
	return {
		port: readNumber('--port', values.port, DEFAULT_PORT, { min: 0, max: 65_535 }),
		seed: !values['no-seed'],
		windowMs: readNumber('--window-ms', values['window-ms'], 60_000, { min: 1 }),
		callSpeed: readNumber('--call-speed', values['call-speed'], 1, { min: 0.001 }),
	};
}

function readNumber(
	name: string,
	value: string | undefined,
	fallback: number,
	{ min, max = Infinity }: { min: number; max?: number },
): number {
	if (value === undefined) return fallback;
	const number = value.trim() === '' ? NaN : Number(value);
	if (!(number >= min && number <= max)) throw new Error(`${name} ${value} is out of range`);
	return number;
}
