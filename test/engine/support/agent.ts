import type {
	EngineRequest,
	EngineResponse,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeHelpers } from 'n8n-workflow';

import type { NodeSettings, RunResult, WorkflowRunOptions } from '../../../dev/engine/engine';
import { ACTION_NODE, runWorkflow } from '../../../dev/engine/engine';
import { loadPackage } from '../../../dev/engine/nodeTypes';

/**
 * The two ways in which n8n's agents use a node. `called`: the agent holds the tool and calls it, as in
 * n8n 1 and in sub-agents. `requested`: the agent asks n8n's engine to run it, as in n8n 2.
 */
export const AGENT_KINDS = ['called', 'requested'] as const;
export type AgentKind = (typeof AGENT_KINDS)[number];

/** What a model says it wants to do: which tool, with which arguments. */
export interface ToolCall {
	tool: string;
	args: IDataObject;
}

export interface AgentRun extends RunResult {
	/** What the agent got to read after each tool call. */
	answers: string[];
}

/** Runs an agent whose model is a script, with our action node as its tools, by name. */
export async function runAgent(
	kind: AgentKind,
	tools: Record<string, IDataObject>,
	script: ToolCall[],
	{ toolSettings, ...options }: WorkflowRunOptions & { toolSettings?: NodeSettings },
): Promise<AgentRun> {
	const names = Object.keys(tools);
	const nodes = names.map((name) => ({
		name,
		type: TOOL,
		parameters: { descriptionType: 'auto', ...tools[name] },
		...toolSettings,
	}));
	const run = await runWorkflow([...nodes, { name: 'Agent', type: AGENT, parameters: {} }], {
		...options,
		extraNodeTypes: { [TOOL]: await toolType(), [AGENT]: agentType(kind, script) },
		connections: {
			Start: { main: [[{ node: 'Agent', type: NodeConnectionTypes.Main, index: 0 }]] },
			...Object.fromEntries(names.map((name) => [name, { ai_tool: [[AGENT_INPUT]] }])),
		},
		resultOf: 'Agent',
	});
	return Object.assign(run, { answers: (run.items[0]?.json.answers ?? []) as string[] });
}

const AGENT = 'test.agent';
const TOOL = `${ACTION_NODE}Tool`;
const AGENT_INPUT = { node: 'Agent', type: NodeConnectionTypes.AiTool, index: 0 };

/** Our action node as n8n turns a node that is usable as a tool into one. */
async function toolType(): Promise<INodeType> {
	const { nodeTypes } = await loadPackage();
	const node = NodeHelpers.getVersionedNodeType(nodeTypes[ACTION_NODE]);
	const { description } = node;
	return Object.assign(Object.create(node) as INodeType, {
		description: {
			...description,
			name: `${description.name}Tool`,
			inputs: [],
			outputs: [NodeConnectionTypes.AiTool],
		},
	});
}

function agentType(kind: AgentKind, script: ToolCall[]): INodeType {
	return {
		description: {
			displayName: 'Agent',
			name: 'agent',
			group: ['transform'],
			version: 1,
			description: 'An agent whose model is a script',
			defaults: { name: 'Agent' },
			inputs: [NodeConnectionTypes.Main, NodeConnectionTypes.AiTool],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(response?: EngineResponse) {
			return kind === 'called' ? await callTools(this, script) : requestTools(script, response);
		},
	};
}

interface Tool {
	name: string;
	metadata: { sourceNodeName: string };
	invoke: (args: IDataObject) => Promise<string>;
}

async function callTools(
	context: IExecuteFunctions,
	script: ToolCall[],
): Promise<INodeExecutionData[][]> {
	const tools = (await context.getInputConnectionData(NodeConnectionTypes.AiTool, 0)) as Tool[];
	const answers: string[] = [];
	for (const { tool, args } of script) {
		const wanted = tools.find(({ name }) => name === tool.replaceAll(' ', '_'));
		if (wanted === undefined) throw new Error(`The agent has no tool ${tool}`);
		answers.push(await wanted.invoke(args).catch((error: Error) => `Error: ${error.message}`));
	}
	return [[{ json: { answers } }]];
}

/** One tool call at a time: the engine runs it and then runs the agent again with what came of it. */
function requestTools(
	script: ToolCall[],
	response?: EngineResponse,
): INodeExecutionData[][] | EngineRequest {
	const before = (response?.metadata as { answers?: string[] } | undefined)?.answers ?? [];
	const answers = [...before, ...(response?.actionResponses ?? []).map(answerIn)];
	const next = script[answers.length];
	if (next === undefined) return [[{ json: { answers } }]];
	return {
		actions: [
			{
				actionType: 'ExecutionNodeAction',
				nodeName: next.tool,
				type: NodeConnectionTypes.AiTool,
				input: next.args,
				id: `call-${answers.length}`,
				metadata: {},
			},
		],
		metadata: { answers },
	};
}

function answerIn({ data }: EngineResponse['actionResponses'][number]): string {
	if (data.error) return `Error: ${data.error.message}`;
	const items = data.data?.ai_tool?.[0] ?? [];
	return JSON.stringify(items.map(({ json }) => json));
}
