import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox';
import type { N8nApi, SavedCredential } from '../../../dev/n8n/api';
import { createSandboxCredential } from './credentials';
import { signIn } from './n8nUnderTest';

/** What most tests start from. */
export interface Scene {
	n8n: N8nApi;
	sandbox: Sandbox;
	/** A saved credential with the sandbox's address and its valid key. */
	credential: SavedCredential;
}

/** A sandbox of one's own, and a credential for it in the n8n that all tests share. */
export async function openScene(options: SandboxOptions = {}): Promise<Scene> {
	const n8n = await signIn();
	const sandbox = await startSandbox(options);
	return { n8n, sandbox, credential: await createSandboxCredential(n8n, sandbox) };
}
