/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import type { N8nInstall } from '../../../dev/n8n/server';
import { N8nApi } from '../../../dev/n8n/api';
import type { StandInNetwork } from '../../../dev/standIns/httpsStandIn';

/** What the tests have to know about the n8n that `globalSetup` started for them. */
export interface N8nUnderTest extends StandInNetwork {
	version: string;
	url: string;
	logFile: string;
	userFolder: string;
}

/** What `npm run test:e2e` hands to jest. */
export function readAssignment(): { install: N8nInstall; tarball: string } {
	const { E2E_INSTALL, E2E_TARBALL } = process.env;
	if (!E2E_INSTALL || !E2E_TARBALL) {
		throw new Error('These tests need n8n and a packed tarball: run them by "npm run test:e2e"');
	}
	return { install: JSON.parse(E2E_INSTALL) as N8nInstall, tarball: E2E_TARBALL };
}

export function publishN8nUnderTest(n8n: N8nUnderTest): void {
	process.env.E2E_N8N = JSON.stringify(n8n);
}

export function n8nUnderTest(): N8nUnderTest {
	return JSON.parse(process.env.E2E_N8N ?? '') as N8nUnderTest;
}

export async function signIn(): Promise<N8nApi> {
	const n8n = new N8nApi(n8nUnderTest().url);
	await n8n.signIn();
	return n8n;
}
