import type { IAllExecuteFunctions, ICredentialDataDecryptedObject } from 'n8n-workflow';
import { createHash } from 'node:crypto';

import { cleanKey, keyProblem } from './apiKey';
import { readBaseUrl } from './baseUrl';

/** Name of the credential type; saved in people's workflows, so it never changes. */
export const CREDENTIAL = 'hmsSovereignApi';

/** What the credential holds, checked. */
export interface Connection {
	/** Without a slash at the end. */
	baseUrl: string;
	/** Without what was pasted along with it. */
	apiKey: string;
	/** Signs webhooks; empty when the user left it out. */
	webhookSecret: string;
}

/**
 * Reads the node's credential.
 *
 * @throws Error in words for people when the key or the base URL cannot be one
 */
export async function readConnection(context: IAllExecuteFunctions): Promise<Connection> {
	return connectionOf(await context.getCredentials(CREDENTIAL));
}

/** @throws Error in words for people when the key or the base URL cannot be one */
export function connectionOf(credential: ICredentialDataDecryptedObject): Connection {
	const { baseUrl, apiKey, webhookSecret } = credential;
	const problem = keyProblem(apiKey);
	if (problem !== undefined) throw new Error(problem);
	return {
		baseUrl: readBaseUrl(baseUrl),
		apiKey: cleanKey(apiKey),
		webhookSecret: typeof webhookSecret === 'string' ? webhookSecret : '',
	};
}

/** Names a base URL and key in what a process remembers; a hash, never the key. */
export function accountOf({ baseUrl, apiKey }: Connection): string {
	return createHash('sha256').update(`${baseUrl}\n${apiKey}`).digest('base64url');
}
