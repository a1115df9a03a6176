declare global {
	/** Set by `globalSetup`; `globalTeardown` runs in the same process. */
	var endE2e: () => Promise<void>;
}

export default async function globalTeardown(): Promise<void> {
	await globalThis.endE2e();
}
