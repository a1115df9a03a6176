import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { credentialTest } from './api/credentialTest';
import { SECRET_OUTPUT_FIELDS } from './api/secrets';
import { listSearch } from './listSearch';
import { takeUpExecution } from './parked/takeUp';
import { parkedWebhooks } from './parked/webhooks';
import { resources } from './resources';
import { nodeProperties } from './runtime/description';
import { runOperation } from './runtime/runOperation';

/** The action node: its menu comes from `resources/`, its work is done by `runtime/`. */
export class HmsSovereign implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'HMS Sovereign',
		name: 'hmsSovereign',
		icon: {
			light: 'file:../../icons/hmsSovereign.svg',
			dark: 'file:../../icons/hmsSovereign.dark.svg',
		},
		group: ['transform'],
		version: 1,
		// In words: "get many: phone number" rather than "getAll: phoneNumber".
		subtitle:
			'={{ ($parameter["operation"].replace("getAll", "getMany") + ": " + $parameter["resource"]).replace(/([A-Z])/g, " $1").toLowerCase() }}',
		description:
			'Voice AI by HMS Sovereign (VoiceDock): balance, phone calls, campaigns, call events',
		// For n8n's AI workflow builder and its MCP server.
		builderHint: {
			searchHint: [
				'Phone calls by an AI voice assistant (HMS Sovereign, VoiceDock): place and steer calls, run campaigns, read balance, usage and results.',
				'Balance alert: resource account, operation checkBalance. It puts out an item only when there is something to tell, so no If node is needed.',
				'Call one person and go on at once: call, start. Call people and use how it went (outcome, summary, transcript): call, startAndWait.',
				'A list of people: give ONE call node all rows as items; it keeps the limits by itself. Never put it into a loop (Loop Over Items, Execute Workflow once for each item), and never switch on Retry On Fail or run it again to be sure: people would be called twice. Set the option skipIfCalledWithin.',
				'Hundreds of people, or only between certain hours: campaign, create with leads from the input items, then campaign, update to status scheduled.',
				'During a call: call, say, injectContext, transfer, end. Answer what an assistant asks during a call: resource webhookReply behind the HMS Sovereign Trigger whose parameter respond is responseNode.',
				'Phone numbers are in international format, such as +31612345678.',
			].join(' '),
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-hmsovereign.hmsSovereignTrigger',
					relationHint:
						'Starts a workflow when a call arrives, calls a tool, changes its status or ends',
				},
			],
		},
		sensitiveOutputFields: SECRET_OUTPUT_FIELDS,
		defaults: { name: 'HMS Sovereign' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'hmsSovereignApi', required: true, testedBy: 'account' }],
		webhooks: parkedWebhooks,
		waitingNodeTooltip:
			'Waiting for the calls to end. The execution is saved and goes on by itself.',
		properties: nodeProperties(resources),
	};

	methods = { listSearch, credentialTest };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, resources);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await takeUpExecution(this, resources);
	}
}
