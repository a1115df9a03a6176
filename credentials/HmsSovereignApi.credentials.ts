import type {
	IAuthenticateGeneric,
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	INodeProperties,
} from 'n8n-workflow';

/** The API key of HMS Sovereign (API docs: Authentication), sent as a bearer token. */
export class HmsSovereignApi implements ICredentialType {
	name = 'hmsSovereignApi';

	displayName = 'HMS Sovereign API';

	icon: Icon = {
		light: 'file:../icons/hmsSovereign.svg',
		dark: 'file:../icons/hmsSovereign.dark.svg',
	};

	documentationUrl =
		'https://github.com/n8n-nodes-hmsovereign/n8n-nodes-hmsovereign#connect-your-account';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			placeholder: 'e.g. fl_live_...',
			description:
				'In the HMS Sovereign dashboard, open Settings > API Keys, create a key and copy it',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.hmsovereign.com/api/v1',
			description: 'Address of the API. Change it only when HMS Sovereign gave you another one.',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Signs the call events that HMS Sovereign sends to your triggers. Leave empty to have it made from the API key.',
		},
	];

	/** Trimmed, because a key is pasted, and a line break in a header ends every request. */
	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.apiKey.trim()}}' } },
	};

	test: ICredentialTestRequest = {
		request: { baseURL: "={{$credentials.baseUrl.trim().replace(/\\/+$/, '')}}", url: '/account' },
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message:
						'HMS Sovereign does not accept this API key. Paste a current key from Settings > API Keys; keys expire and can be revoked.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message:
						'This API key has no access to the account. Use a key of your organization with full permissions.',
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 429,
					message:
						'HMS Sovereign accepts 100 requests a minute for each key, and this key has used them. Wait a minute and test again.',
				},
			},
		],
	};
}
