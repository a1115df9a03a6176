import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialType,
	IHttpRequestOptions,
	INode,
	INodeProperties,
	Workflow,
} from 'n8n-workflow';
import { ICredentialsHelper } from 'n8n-workflow';

/** What the user typed into the credential; what is left out gets its default, as in n8n. */
export interface TestCredential {
	apiKey: string;
	baseUrl: string;
	webhookSecret?: string;
}

/** Holds one credential, and signs requests with it as n8n's own CredentialsHelper does. */
export class OneCredential extends ICredentialsHelper {
	constructor(
		private readonly type: ICredentialType,
		private readonly current: () => TestCredential,
	) {
		super();
	}

	getParentTypes(): string[] {
		return this.type.extends ?? [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async getDecrypted(): Promise<ICredentialDataDecryptedObject> {
		const defaults = this.type.properties.map(({ name, default: value }) => [name, value]);
		return { ...Object.fromEntries(defaults), ...this.current() };
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		_typeName: string,
		request: IHttpRequestOptions,
		workflow: Workflow,
		node: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.type;
		if (authenticate === undefined) return request;
		if (typeof authenticate === 'function') return await authenticate(credentials, request);

		const resolve = (text: string) => resolveExpression(text, credentials, workflow, node);
		const signed: Record<string, object> = {};
		for (const [part, values] of Object.entries(authenticate.properties)) {
			const resolved = Object.entries(values ?? {}).map(([key, value]) => [
				resolve(key),
				resolve(String(value)),
			]);
			const given = request[part as keyof IHttpRequestOptions];
			signed[part] = { ...(given as object | undefined), ...Object.fromEntries(resolved) };
		}
		return { ...request, ...signed };
	}

	async preAuthentication(): Promise<undefined> {}

	async runPreAuthentication(): Promise<undefined> {}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('The engine asks for decrypted credentials only');
	}

	async updateCredentials(): Promise<void> {}

	async updateCredentialsOauthTokenData(): Promise<void> {}

	getCredentialsProperties(): INodeProperties[] {
		return this.type.properties;
	}
}

function resolveExpression(
	text: string,
	credentials: ICredentialDataDecryptedObject,
	workflow: Workflow,
	node: INode,
): string {
	if (!text.startsWith('=')) return text;
	const keys = { $credentials: credentials };
	return String(
		workflow.expression.getSimpleParameterValue(node, text, 'internal', keys, undefined, ''),
	);
}
