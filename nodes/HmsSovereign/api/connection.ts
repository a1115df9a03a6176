import type { IAllExecuteFunctions } from 'n8n-workflow';

/** Name of the credential type; saved in people's workflows, so it never changes. */
export const CREDENTIAL = 'hmsSovereignApi';

/** What the credential holds, checked. */
export interface Connection {
	/** Without a slash at the end. */
	baseUrl: string;
	apiKey: string;
	/** Signs webhooks; empty when the user left it out. */
	webhookSecret: string;
}

/**
 * Reads the node's credential.
 *
 * @throws Error in words for people when the key is empty or the base URL is no http(s) address
 */
export async function readConnection(context: IAllExecuteFunctions): Promise<Connection> {
	const { baseUrl, apiKey, webhookSecret } = await context.getCredentials(CREDENTIAL);
	if (typeof apiKey !== 'string' || apiKey.trim() === '') {
		throw new Error("The 'API Key' of the HMS Sovereign credential is empty");
	}
	return {
		baseUrl: checkBaseUrl(baseUrl),
		apiKey,
		webhookSecret: typeof webhookSecret === 'string' ? webhookSecret : '',
	};
}

function checkBaseUrl(value: unknown): string {
	const text = typeof value === 'string' ? value.trim().replace(/\/+$/, '') : '';
	if (!/^https?:\/\/[^\s/?#]+/i.test(text)) {
		throw new Error(
			"The 'Base URL' of the HMS Sovereign credential must start with http:// or https://",
		);
	}
	return text;
}
