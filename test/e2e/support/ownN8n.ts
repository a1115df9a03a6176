/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { N8nApi } from '../../../dev/n8n/api';
import { installInCommunityFolder } from '../../../dev/n8n/communityFolder';
import { findFreePort } from '../../../dev/n8n/ports';
import { startN8n, type N8nServer } from '../../../dev/n8n/server';
import { readAssignment } from './n8nUnderTest';

/** An n8n of a test's own, which it may stop, crash and start again with the same data and address. */
export class OwnN8n {
	private server: N8nServer | undefined;

	private port: number | undefined;

	private readonly userFolder = mkdtempSync(path.join(os.tmpdir(), 'hmsovereign-own-'));

	/** @param environment variables beyond those every n8n of ours gets */
	constructor(private readonly environment: Record<string, string> = {}) {
		installInCommunityFolder(readAssignment().tarball, this.userFolder);
	}

	/** @returns what drives it, signed in */
	async start(): Promise<N8nApi> {
		const { install } = readAssignment();
		const { userFolder, environment } = this;
		this.port ??= await findFreePort();
		this.server = await startN8n({ install, userFolder, environment, port: this.port });
		const n8n = new N8nApi(this.server.url);
		await n8n.signIn();
		return n8n;
	}

	async stop(): Promise<void> {
		await this.server?.stop();
	}

	async crash(): Promise<void> {
		await this.server?.crash();
	}

	/** Stops it and forgets everything. */
	async remove(): Promise<void> {
		await this.stop();
		rmSync(this.userFolder, { recursive: true, force: true });
	}
}
