/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- runs in tests only, never in n8n Cloud */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findFreePort } from './ports';
import { until } from './until';

/** An installed n8n, as `ensureN8n` (ensureN8n.mjs) returns it. */
export interface N8nInstall {
	version: string;
	/** The Node.js binary to run it with. */
	node: string;
	/** n8n's command line program. */
	cli: string;
	/** Variables this version needs because of the way it was installed. */
	environment: Record<string, string>;
}

export interface N8nServerOptions {
	install: N8nInstall;
	/** Everything n8n keeps (database, packages, encryption key) lies here. */
	userFolder: string;
	port?: number;
	/** Variables beyond those every n8n of ours gets. */
	environment?: Record<string, string>;
}

export interface N8nProcess {
	logFile: string;
	/** Settles when n8n ends, whoever ended it. */
	ended: Promise<void>;
	stop: () => Promise<void>;
	/** Ends it as a power cut would: n8n cannot save anything. */
	crash: () => Promise<void>;
}

export interface N8nServer extends N8nProcess {
	url: string;
}

const secondsToStart = 90;
const secondsToStop = 10;

/** Starts n8n and waits until it answers. */
export async function startN8n(options: N8nServerOptions): Promise<N8nServer> {
	const port = options.port ?? (await findFreePort());
	const url = `http://127.0.0.1:${port}`;
	const environment = { N8N_PORT: String(port), ...options.environment };
	const server = await launch('start', { ...options, environment }, async (log) => {
		// n8n 1 calls itself ready as soon as its database is, seconds before it serves its editor.
		if (!log.includes('Editor is now accessible')) return false;
		return await fetch(`${url}/healthz/readiness`).then(
			({ ok }) => ok,
			() => false,
		);
	});
	return { ...server, url };
}

/** Starts one of the workers that run the executions in n8n's queue mode. */
export async function startWorker(options: Omit<N8nServerOptions, 'port'>): Promise<N8nProcess> {
	return await launch('worker', options, (log) => log.includes('n8n worker is now ready'));
}

async function launch(
	command: 'start' | 'worker',
	{ install, userFolder, environment }: N8nServerOptions,
	isReady: (log: string) => boolean | Promise<boolean>,
): Promise<N8nProcess> {
	const logFile = path.join(userFolder, 'n8n.log');
	mkdirSync(path.join(userFolder, 'tmp'), { recursive: true });

	const log = openSync(logFile, 'w');
	const child = spawn(install.node, [install.cli, command], {
		// A process group of its own, so that stopping it also ends the processes n8n starts.
		detached: true,
		stdio: ['ignore', log, log],
		env: {
			...n8nEnvironment(userFolder),
			...install.environment,
			N8N_RUNNERS_BROKER_PORT: String(await findFreePort()),
			...environment,
		},
	});
	closeSync(log);
	const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
	const killAtExit = () => killGroup(child, 'SIGKILL');
	// First of all that is done at the exit: others remove the files that n8n still writes.
	process.prependOnceListener('exit', killAtExit);
	const stop = async () => {
		await stopGroup(child);
		process.removeListener('exit', killAtExit);
	};

	try {
		await until(
			`n8n ${install.version} to start`,
			async () => {
				if (hasEnded(child)) throw new Error('n8n ended while it was starting');
				return await isReady(readFileSync(logFile, 'utf8'));
			},
			secondsToStart,
		);
	} catch (error) {
		await stop();
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`${reason}. The end of its log:\n${logTail(logFile)}`);
	}
	const crash = async () => {
		killGroup(child, 'SIGKILL');
		await ended;
		process.removeListener('exit', killAtExit);
	};
	return { logFile, ended, stop, crash };
}

const linesOfLog = 30;

/**
 * The last lines of n8n's log that matter to a reader: neither the hundreds that tell of new
 * database tables, nor those for n8n's own developers.
 *
 * @param start leaves out what was written before: a number of characters, as `logLength` gives it
 */
export function logTail(logFile: string, start = 0): string {
	return readFileSync(logFile, 'utf8')
		.slice(start)
		.split('\n')
		.filter((line) => line.trim() !== '' && !/(Starting|Finished) migration|\bdebug\b/.test(line))
		.slice(-linesOfLog)
		.join('\n');
}

export function logLength(logFile: string): number {
	return readFileSync(logFile, 'utf8').length;
}

/**
 * What n8n needs to know to keep to its user folder and to stay quiet. The variables of this process
 * are not handed on: a developer's own n8n settings would change what is tested.
 */
function n8nEnvironment(userFolder: string): Record<string, string> {
	return {
		PATH: process.env.PATH ?? '',
		HOME: userFolder,
		TMPDIR: path.join(userFolder, 'tmp'),
		TZ: 'UTC',
		NO_COLOR: '1',
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_SECURE_COOKIE: 'false',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
	};
}

async function stopGroup(child: ChildProcess): Promise<void> {
	killGroup(child, 'SIGTERM');
	try {
		await until('n8n to stop', () => hasEnded(child), secondsToStop);
	} catch {
		// It had its chance.
	}
	// Also when n8n itself has ended: a task runner it started may still be there.
	killGroup(child, 'SIGKILL');
}

function hasEnded(child: ChildProcess): boolean {
	return child.exitCode !== null || child.signalCode !== null;
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
	if (child.pid === undefined) return;
	try {
		process.kill(-child.pid, signal);
	} catch {
		// There is no such group any more.
	}
}
