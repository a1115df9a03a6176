/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import '../../../dev/engine/prepare';

import { HookContext, WebhookContext } from 'n8n-core';
import type {
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IWebhookData,
	IWorkflowExecuteAdditionalData,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { TestCredential } from '../../../dev/engine/credentials';
import { OneCredential } from '../../../dev/engine/credentials';
import { startLog } from '../../../dev/engine/logs';
import { loadPackage, NodeTypesOfRun } from '../../../dev/engine/nodeTypes';

const TRIGGER = 'n8n-nodes-hmsovereign.hmsSovereignTrigger';

export interface TriggerOptions {
	parameters: IDataObject;
	credential: () => TestCredential;
	/** Of the node; two hosts with different ones are two workflows of one n8n. */
	webhookId?: string;
	/** The id of the workflow, which a copy in the same n8n does not share. */
	workflowId?: string;
	/** The id of the n8n, which a copy in another n8n does not share. */
	instanceId?: string;
	/** Where n8n believes to be reached. */
	baseUrl?: string;
}

/** The calls that n8n makes to a trigger, with n8n's own contexts, and a server for its deliveries. */
export interface TriggerHost {
	production: string;
	test: string;
	/** As saved with the workflow. */
	staticData: IDataObject;
	/** What each started execution got from the trigger. */
	executions: INodeExecutionData[][];
	/** What the trigger threw at deliveries, of which n8n makes failed executions. */
	thrown: unknown[];
	/** Set it to have n8n fail to start executions, as with a full disk. */
	fails: boolean;
	logs: () => string[];
	/** Where deliveries are received, whatever address is registered. */
	url: string;
	activate: () => Promise<void>;
	deactivate: () => Promise<void>;
	listen: () => Promise<void>;
	stopListening: () => Promise<void>;
	/** What `checkExists` says of the active workflow. */
	checkExists: () => Promise<boolean>;
	close: () => Promise<void>;
}

export async function startTriggerHost(options: TriggerOptions): Promise<TriggerHost> {
	const { parameters, credential, webhookId = 'a-webhook-id', workflowId = 'a-workflow' } = options;
	const named = <T extends { getInstanceId: () => string }>(context: T): T => {
		const { instanceId } = options;
		return instanceId === undefined
			? context
			: Object.assign(context, { getInstanceId: () => instanceId });
	};
	const baseUrl = options.baseUrl ?? 'http://localhost:5678';
	const ours = await loadPackage();
	const node: INode = {
		id: 'trigger',
		name: 'Trigger',
		type: TRIGGER,
		typeVersion: 1,
		position: [0, 0],
		webhookId,
		parameters: parameters as INodeParameters,
		credentials: { hmsSovereignApi: { id: '1', name: 'HMS Sovereign account' } },
	};
	const nodeTypes = new NodeTypesOfRun(ours.nodeTypes);
	const type = nodeTypes.getByNameAndVersion(TRIGGER, 1);
	const helper = new OneCredential(ours.credentialTypes.hmsSovereignApi, credential);
	const log = startLog();
	const staticData: IDataObject = {};

	const run = async (
		method: 'checkExists' | 'create' | 'delete',
		isTest: boolean,
		modes: [WorkflowExecuteMode, WorkflowActivateMode],
		data: IDataObject,
	): Promise<boolean> => {
		const workflow = workflowOf(node, nodeTypes, data, workflowId);
		const parts = additionalData(helper, baseUrl);
		const webhook = webhookData(type, isTest);
		const context = named(new HookContext(workflow, node, parts, ...modes, webhook));
		const hook = type.webhookMethods?.default?.[method];
		if (hook === undefined) throw new Error(`The trigger has no ${method}`);
		try {
			return await hook.call(context);
		} finally {
			// n8n saves it with the workflow, for a test with the listener.
			Object.assign(data, structuredClone(plain(workflow.staticData)));
		}
	};
	const register = async (isTest: boolean, modes: Modes, data: IDataObject) => {
		if (!(await run('checkExists', isTest, modes, data))) await run('create', isTest, modes, data);
	};

	const executions: INodeExecutionData[][] = [];
	const receive = async (request: IncomingMessage, response: ServerResponse) => {
		const parts = additionalData(helper, baseUrl);
		Object.assign(parts, await asInExpress(request, response));
		const workflow = workflowOf(node, nodeTypes, structuredClone(staticData), workflowId);
		const webhook = webhookData(type, false);
		const context = named(new WebhookContext(workflow, node, parts, 'webhook', webhook, [], null));
		const result = await type.webhook?.call(context).catch((error: unknown) => {
			host.thrown.push(error);
			throw error;
		});
		if (result?.workflowData && host.fails) throw new Error('There was a problem');
		if (result?.workflowData) executions.push(result.workflowData[0]);
		// What n8n answers in the mode "onReceived".
		if (!response.writableEnded && result?.noWebhookResponse !== true) response.end('{}');
	};
	const server = createServer((request, response) => {
		receive(request, response).catch((error: unknown) => {
			response.statusCode = 500;
			response.end(String(error));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;

	let listener: IDataObject = {};
	const path = `${webhookId}/webhook`;
	const host: TriggerHost = {
		production: `${baseUrl}/webhook/${path}`,
		test: `${baseUrl}/webhook-test/${path}`,
		staticData,
		executions,
		thrown: [],
		fails: false,
		logs: log,
		url: `http://127.0.0.1:${port}/`,
		activate: async () => await register(false, ['trigger', 'activate'], staticData),
		deactivate: async () => void (await run('delete', false, ['internal', 'update'], staticData)),
		listen: async () => await register(true, ['manual', 'manual'], (listener = {})),
		stopListening: async () => void (await run('delete', true, ['internal', 'update'], listener)),
		checkExists: async () => await run('checkExists', false, ['trigger', 'activate'], staticData),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
	return host;
}

type Modes = [WorkflowExecuteMode, WorkflowActivateMode];

function workflowOf(
	node: INode,
	nodeTypes: NodeTypesOfRun,
	staticData: IDataObject,
	id: string,
): Workflow {
	return new Workflow({
		id,
		name: 'Test',
		active: true,
		nodes: [node],
		connections: {},
		nodeTypes,
		staticData,
	});
}

/** Static data without n8n's own marks. */
function plain(data: IDataObject): IDataObject {
	return JSON.parse(JSON.stringify(data)) as IDataObject;
}

function webhookData(type: INodeType, isTest: boolean): IWebhookData {
	const [webhookDescription] = type.description.webhooks ?? [];
	const data: Partial<IWebhookData> = { node: 'Trigger', httpMethod: 'POST', webhookDescription };
	// The contexts look at nothing else.
	return { ...data, isTest } as IWebhookData;
}

function additionalData(
	credentialsHelper: OneCredential,
	baseUrl: string,
): IWorkflowExecuteAdditionalData {
	const used: Partial<IWorkflowExecuteAdditionalData> = {
		credentialsHelper,
		variables: {},
		webhookBaseUrl: `${baseUrl}/webhook`,
		webhookTestBaseUrl: `${baseUrl}/webhook-test`,
		webhookWaitingBaseUrl: `${baseUrl}/webhook-waiting`,
		instanceBaseUrl: baseUrl,
		restApiUrl: baseUrl,
	};
	return used as IWorkflowExecuteAdditionalData;
}

/** Request and response with what the trigger uses of Express, which n8n serves webhooks by. */
async function asInExpress(request: IncomingMessage, response: ServerResponse) {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const httpResponse = Object.assign(response, {
		status: (code: number) => Object.assign(response, { statusCode: code }),
		json: (body: unknown) => response.end(JSON.stringify(body)),
		send: (body: unknown) => response.end(String(body)),
	});
	return { httpRequest: Object.assign(request, { rawBody: Buffer.concat(chunks) }), httpResponse };
}
