/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- runs in tests only, never in n8n Cloud */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installInCommunityFolder } from '../../../dev/n8n/communityFolder';
import { findFreePort } from '../../../dev/n8n/ports';
import { startN8n } from '../../../dev/n8n/server';
import { createTestAuthority } from '../../../dev/standIns/certificates';
import { publishN8nUnderTest, readAssignment } from './n8nUnderTest';

/** Starts one n8n, with the packed tarball installed, for all test files of this run. */
export default async function globalSetup(): Promise<void> {
	const { install, tarball } = readAssignment();
	const userFolder = mkdtempSync(path.join(os.tmpdir(), 'hmsovereign-e2e-'));
	const removeFolder = () => rmSync(userFolder, { recursive: true, force: true });
	// Also when somebody presses Ctrl-C: n8n ends with this process (server.ts), and its folder too.
	process.once('exit', removeFolder);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
	try {
		const certificateFolder = path.join(userFolder, 'certificates');
		mkdirSync(certificateFolder);
		const authority = createTestAuthority(certificateFolder);
		installInCommunityFolder(tarball, userFolder);
		const proxyPort = await findFreePort();
		const server = await startN8n({
			install,
			userFolder,
			environment: {
				// Debug, because a user who reports a bug posts such a log: it must hold no secret.
				N8N_LOG_LEVEL: 'debug',
				// Nothing listens there except while a test expects HTTPS requests: n8n's own calls
				// to its makers' servers fail at once.
				HTTPS_PROXY: `http://127.0.0.1:${proxyPort}`,
				NODE_EXTRA_CA_CERTS: authority,
			},
		});
		const { url, logFile } = server;
		publishN8nUnderTest({
			version: install.version,
			url,
			logFile,
			userFolder,
			proxyPort,
			certificateFolder,
		});
		globalThis.endE2e = async () => {
			await server.stop();
			removeFolder();
		};
	} catch (error) {
		removeFolder();
		throw error;
	}
}
