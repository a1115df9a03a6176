import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { credentialTest } from './api/credentialTest';
import { SECRET_OUTPUT_FIELDS } from './api/secrets';
import { listSearch } from './listSearch';
import { checkExists, create, remove } from './webhook/registration/hooks';
import { WEBHOOK_PATH } from './webhook/ownAddress';
import { parameters } from './webhook/parameters';
import { receive } from './webhook/delivery/receive';

/** The trigger node: starts workflows from signed call events. Its work is done by `webhook/`. */
export class HmsSovereignTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HMS Sovereign Trigger',
		name: 'hmsSovereignTrigger',
		icon: {
			light: 'file:../../icons/hmsSovereign.svg',
			dark: 'file:../../icons/hmsSovereign.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ [].concat($parameter["events"] || []).map((event) => ({ "end-of-call-report": "When call ends", "assistant-request": "On incoming call", "tool-calls": "When assistant uses a tool", "status-update": "When call status changes" })[event] || event).join(", ") }}',
		eventTriggerDescription: 'Waiting for a call: ring the phone number of the assistant',
		// The same as the action node's: n8n shows both as one entry in its search.
		description:
			'Voice AI by HMS Sovereign (VoiceDock): balance, phone calls, campaigns, call events',
		// For n8n's AI workflow builder and its MCP server.
		builderHint: {
			searchHint: [
				'Starts a workflow from events of phone calls that an AI voice assistant takes or makes.',
				'When a call is over, with summary and transcript: event end-of-call-report. When the assistant looks something up during a call: tool-calls. When a call arrives and it is to be decided who answers: assistant-request. Progress of a call: status-update.',
				'To reply while the caller waits, set respond to responseNode and end with the HMS Sovereign node, resource webhookReply, within 5 seconds for assistant-request and 10 for tool-calls.',
				'It registers itself at the assistant: do not add a Webhook node.',
			].join(' '),
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-hmsovereign.hmsSovereign',
					relationHint:
						'Answers the trigger (resource webhookReply), and does what is to be done with calls',
				},
			],
		},
		sensitiveOutputFields: SECRET_OUTPUT_FIELDS,
		defaults: { name: 'HMS Sovereign Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'hmsSovereignApi', required: true, testedBy: 'account' }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				path: WEBHOOK_PATH,
				responseMode: '={{$parameter["respond"]}}',
				// An empty JSON object. Left out, n8n answers with the literal text firstEntryJson.
				responseData: '={{$parameter["respond"] === "onReceived" ? {} : "firstEntryJson"}}',
			},
		],
		triggerPanel: {
			header: '',
			executionsHelp: {
				inactive:
					'<b>To try it out</b>, listen for a test event and call the assistant. Meanwhile, all its events come here.<br /><br /><b>When the workflow is published</b>, every event of the assistant starts it, and you find the executions in the executions list.',
				active:
					'<b>To try it out</b>, listen for a test event and call the assistant. Meanwhile, all its events come here instead of to the published workflow.<br /><br /><b>The published workflow</b> starts with every event of the assistant, and you find the executions in the executions list.',
			},
			activationHint:
				'Once the workflow is published, every event of the assistant starts it. Then you can close the editor.',
		},
		properties: parameters,
	};

	methods = { listSearch, credentialTest };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await checkExists(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await create(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await remove(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
