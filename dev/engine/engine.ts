/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in tests only, never in n8n Cloud */
import './prepare';

import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import type {
	IConnections,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IWorkflowExecuteAdditionalData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';
import { randomUUID } from 'node:crypto';

import type { TestCredential } from './credentials';
import { OneCredential } from './credentials';
import { startLog } from './logs';
import { loadPackage, NodeTypesOfRun } from './nodeTypes';
import type { RunResult } from './result';
import { resultOf } from './result';
import { START_TYPE, startNode } from './startNode';

export type { TestCredential } from './credentials';
export type { RunResult } from './result';

/** The action node's full name, as workflows save it. */
export const ACTION_NODE = 'n8n-nodes-hmsovereign.hmsSovereign';

/** The trigger node's. */
export const TRIGGER_NODE = 'n8n-nodes-hmsovereign.hmsSovereignTrigger';
const CREDENTIAL_TYPE = 'hmsSovereignApi';

/** No run outlives its test by much, whatever it waits for. In milliseconds. */
const LONGEST_RUN_MS = 60_000;

/** Settings that users find in a node's "Settings" tab. n8n waits 1 s between tries when told 0. */
export type NodeSettings = Partial<
	Pick<
		INode,
		'onError' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries' | 'executeOnce' | 'typeVersion'
	>
>;

/** A node of a test's workflow; what is left out is what n8n would fill in. */
export type TestNode = NodeSettings &
	Pick<INode, 'name'> & { type?: string; parameters: IDataObject };

export interface RunOptions {
	/** A function is asked before each request, as n8n reads the stored credential. */
	credential: TestCredential | (() => TestCredential);
	/** What the built-in start node hands on; default: one empty item. */
	input?: IDataObject[] | INodeExecutionData[];
	/** Node types that exist only in the test, by full name. */
	extraNodeTypes?: Record<string, INodeType>;
	/** Presses Stop this long after the start, in milliseconds (default: 60,000). */
	cancelAfterMs?: number;
	/** Presses Stop as soon as this is true; asked every 10 ms. */
	cancelWhen?: () => boolean;
	/** What happens around the run while it goes on; asked every 10 ms. */
	meanwhile?: () => void;
	mode?: WorkflowExecuteMode;
	/** What earlier runs left behind. As in n8n, a run changes it unless it was started by hand. */
	staticData?: IDataObject;
}

export interface NodeRunOptions extends RunOptions, NodeSettings {
	/** Full name of the node type; default: our action node. */
	type?: string;
}

export interface WorkflowRunOptions extends RunOptions {
	/** Default: one node after another, in the order given, behind the start node "Start". */
	connections?: IConnections;
	/** The node whose output and error are reported; default: the last one. */
	resultOf?: string;
}

/** Runs one node of ours behind a start node. Its errors are in the result, not thrown. */
export async function runNode(
	parameters: IDataObject,
	{
		type,
		onError,
		retryOnFail,
		maxTries,
		waitBetweenTries,
		executeOnce,
		typeVersion,
		...options
	}: NodeRunOptions,
): Promise<RunResult> {
	const settings = { onError, retryOnFail, maxTries, waitBetweenTries, executeOnce, typeVersion };
	return await runWorkflow([{ name: 'HMS Sovereign', type, parameters, ...settings }], options);
}

/** Runs nodes in n8n's real engine, our package loaded from dist/, requests over real HTTP. */
export async function runWorkflow(
	nodes: TestNode[],
	options: WorkflowRunOptions,
): Promise<RunResult> {
	const { credential, mode = 'manual' } = options;
	const ours = await loadPackage();
	const workflow = new Workflow({
		id: 'test',
		name: 'Test',
		active: false,
		nodes: [node({ name: 'Start', type: START_TYPE, parameters: {} }), ...nodes.map(node)],
		connections: options.connections ?? inARow(['Start', ...nodes.map(({ name }) => name)]),
		nodeTypes: new NodeTypesOfRun({
			...ours.nodeTypes,
			...options.extraNodeTypes,
			[START_TYPE]: startNode(options.input ?? [{}]),
		}),
		settings: { executionOrder: 'v1' },
		staticData: mode === 'manual' ? copyOf(options.staticData) : options.staticData,
	});

	const helper = new OneCredential(
		ours.credentialTypes[CREDENTIAL_TYPE],
		typeof credential === 'function' ? credential : () => credential,
	);
	const log = startLog();
	const startedAt = performance.now();
	const running = new WorkflowExecute(additionalData(workflow, helper, mode), mode).run({
		workflow,
		startNode: workflow.nodes.Start,
	});
	const stopButton = watchStop(options, () => running.cancel());
	const run = await running.finally(() => stopButton.release());
	const endedAt = performance.now();

	return resultOf(run, options.resultOf ?? nodes[nodes.length - 1].name, log(), {
		ms: endedAt - startedAt,
		msAfterCancel: stopButton.pressedAt && endedAt - stopButton.pressedAt - stopButton.stalledMs(),
	});
}

/** n8n wraps static data in proxies, which only JSON can copy. */
function copyOf(staticData: IDataObject = {}): IDataObject {
	return JSON.parse(JSON.stringify(staticData)) as IDataObject;
}

/** A node of a workflow, with our credential chosen. */
export function node({ type, parameters, typeVersion, ...settings }: TestNode): INode {
	return {
		id: settings.name,
		type: type ?? ACTION_NODE,
		typeVersion: typeVersion ?? 1,
		position: [0, 0],
		// Saved parameters are JSON; n8n's two types for that do not know each other.
		parameters: parameters as INodeParameters,
		credentials: { [CREDENTIAL_TYPE]: { id: '1', name: 'HMS Sovereign account' } },
		...settings,
	};
}

function inARow(names: string[]): IConnections {
	const connections: IConnections = {};
	names.slice(0, -1).forEach((name, index) => {
		connections[name] = { main: [[{ node: names[index + 1], type: 'main', index: 0 }]] };
	});
	return connections;
}

/** What n8n gives a running workflow beside itself. */
export function additionalData(
	workflow: Workflow,
	credentialsHelper: OneCredential,
	mode: WorkflowExecuteMode,
): IWorkflowExecuteAdditionalData {
	const url = 'http://localhost:5678/';
	const { id, name = '', settings } = workflow;
	const now = new Date();
	const workflowData = {
		...{ id, name, settings, active: false, isArchived: false, nodes: [], connections: {} },
		...{ createdAt: now, updatedAt: now, activeVersionId: null },
	};
	const used = {
		credentialsHelper,
		hooks: new ExecutionLifecycleHooks(mode, 'test', workflowData),
		executionId: randomUUID(),
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: url,
		instanceBaseUrl: url,
		formBaseUrl: url,
		formWaitingBaseUrl: url,
		formTestBaseUrl: url,
		webhookBaseUrl: url,
		webhookWaitingBaseUrl: url,
		webhookTestBaseUrl: url,
		mcpBaseUrl: url,
		mcpTestBaseUrl: url,
	};
	// The rest serves sub-workflows, agents and task runners, which these workflows do not have.
	return used as Partial<IWorkflowExecuteAdditionalData> as IWorkflowExecuteAdditionalData;
}

const STOP_TICK_MS = 10;

interface StopButton {
	pressedAt?: number;
	/** How long the machine let nothing in this process run since then: other processes had its cores. */
	stalledMs: () => number;
	release: () => void;
}

function watchStop(
	{ cancelAfterMs = LONGEST_RUN_MS, cancelWhen, meanwhile }: RunOptions,
	cancel: () => void,
): StopButton {
	const startedAt = performance.now();
	const isDue = () => cancelWhen?.() === true || performance.now() - startedAt >= cancelAfterMs;
	let tickedAt = startedAt;
	let stalledMs = 0;
	const late = () => Math.max(0, performance.now() - tickedAt - STOP_TICK_MS);
	const button: StopButton = {
		// The run may end before the tick that is late.
		stalledMs: () => stalledMs + late(),
		release: () => clearInterval(timer),
	};
	const timer = setInterval(() => {
		if (button.pressedAt !== undefined) stalledMs += late();
		tickedAt = performance.now();
		meanwhile?.();
		if (button.pressedAt === undefined && isDue()) {
			button.pressedAt = performance.now();
			cancel();
		}
	}, STOP_TICK_MS);
	return button;
}
