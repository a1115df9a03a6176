/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import type { Logger } from 'n8n-workflow';
import { createRequire } from 'node:module';
import { inspect } from 'node:util';

const lines: string[] = [];

function record(level: string) {
	return (message: string, metadata?: object) => {
		lines.push(`${level}: ${message} ${inspect(metadata, { depth: Infinity })}`);
	};
}

const recorder: Logger & { scoped: () => Logger } = {
	error: record('error'),
	warn: record('warn'),
	info: record('info'),
	debug: record('debug'),
	scoped: () => recorder,
};

/** The parts of n8n's dependency container that are needed here. */
interface DependencyInjection {
	Container: { set: (type: unknown, instance: unknown) => void };
}

// What a node gets as `this.logger`, and what n8n reports errors to. Several copies of these packages
// may be installed; the ones that n8n-core sees count.
const requireOfCore = createRequire(require.resolve('n8n-core'));
const { Container } = requireOfCore('@n8n/di') as DependencyInjection;
const { Logger: LoggerOfNodes } = requireOfCore('@n8n/backend-common') as { Logger: unknown };
Container.set(LoggerOfNodes, recorder);

/** Starts recording; the function it returns gives every line logged in this process since then. */
export function startLog(): () => string[] {
	const start = lines.length;
	return () => lines.slice(start);
}

/** Lets go of what was logged, for a test of memory. */
export function forgetLogs(): void {
	lines.length = 0;
}
