import type { Sandbox } from '../../../sandbox';
import type { CredentialJson, N8nApi, SavedCredential } from '../../../dev/n8n/api';

/** The fields of a credential that points at a sandbox. */
export function sandboxCredential(
	sandbox: Sandbox,
	apiKey = sandbox.apiKey,
): CredentialJson['data'] {
	return { apiKey, baseUrl: sandbox.url, webhookSecret: '' };
}

export async function createSandboxCredential(
	n8n: N8nApi,
	sandbox: Sandbox,
	apiKey = sandbox.apiKey,
): Promise<SavedCredential> {
	return await n8n.createCredential({
		name: 'HMS Sovereign account',
		type: 'hmsSovereignApi',
		data: sandboxCredential(sandbox, apiKey),
	});
}
