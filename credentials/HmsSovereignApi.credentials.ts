import type { IAuthenticate, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

import { cleanKey } from '../nodes/HmsSovereign/api/apiKey';

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

	/**
	 * Without what was pasted along with the key, because a quote or a line break in a header ends every
	 * request. The test is a function of the nodes (`testedBy`): its words fit each refusal.
	 */
	authenticate: IAuthenticate = async (credentials, request) => ({
		...request,
		headers: { ...request.headers, Authorization: `Bearer ${cleanKey(credentials.apiKey)}` },
	});
}
