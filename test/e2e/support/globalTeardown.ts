/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
declare global {
	/** Set by `globalSetup`; `globalTeardown` runs in the same process. */
	var endE2e: () => Promise<void>;
}

export default async function globalTeardown(): Promise<void> {
	await globalThis.endE2e();
}
