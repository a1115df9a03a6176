import {
	isRealtime,
	LANGUAGE_MODELS,
	LIMITS,
	REALTIME_PROVIDERS,
	TEXT_PROVIDERS,
} from '../catalogue/languageModels';
import { workflowTools } from './assistant/tools';
import { sttConfig, ttsConfig } from './assistant/speech';
import { e164, webAddress } from './formats';
import {
	also,
	anyObject,
	bool,
	fields,
	list,
	nullable,
	number,
	oneOf,
	pattern,
	required,
	text,
	variant,
} from './rules';

const nodeId = pattern(
	/^[a-z][a-z0-9_]{0,40}$/,
	'must start with a lowercase letter and have at most 41 lowercase letters, digits or underscores',
);

const shared = {
	id: required(nodeId),
	type: required(text()),
	first_line: text(),
	/** Where the editor draws the node; the engine ignores it. */
	ui: fields({ x: number(), y: number() }),
};

/** What the API answers when a node names a realtime provider (comment in the SDK). */
export const REALTIME_PER_NODE = 'realtime_provider_not_allowed_per_node';

/** A model must be one of its provider; without a provider, that of the number's assistant is used. */
const nodeModel = also(
	fields({
		provider: oneOf([...TEXT_PROVIDERS, ...REALTIME_PROVIDERS]),
		model: text(),
		temperature: number(...LIMITS.temperature),
	}),
	({ provider, model }, at) => {
		if (isRealtime(provider)) return [`${at}.provider: ${REALTIME_PER_NODE}`];
		const providers = provider === undefined ? TEXT_PROVIDERS : [provider];
		const models: string[] = providers.flatMap((name) => [...LANGUAGE_MODELS[name].models]);
		if (model === undefined || models.includes(model)) return [];
		return [`${at}.model must be one of: ${models.join(', ')}`];
	},
);

const node = variant('type', {
	conversation: fields({
		...shared,
		instructions: required(text()),
		global: bool,
		global_description: text(),
		llm_config: nodeModel,
		voice: text(),
		tts_config: ttsConfig,
		stt_config: sttConfig,
		tools: workflowTools,
	}),
	tool: fields({
		...shared,
		tool_name: required(text()),
		url: nullable(webAddress()),
		arguments: nullable(anyObject),
	}),
	transfer: fields({ ...shared, destination: required(e164) }),
	end: fields(shared),
});

const edge = fields({
	from: required(nodeId),
	to: required(nodeId),
	description: text(),
	message: nullable(text()),
});

const definition = fields({
	version: required(oneOf([1])),
	entry_node: required(nodeId),
	global_prompt: nullable(text({ min: 0 })),
	nodes: required(list(node, { min: 1 })),
	edges: list(edge),
});

type Definition = ReturnType<typeof definition>;
type Edges = NonNullable<Definition['edges']>;
type Node = Definition['nodes'][number];

/** Everything that is wrong with a workflow definition (contract version 1). */
export function workflowProblems(value: unknown): string[] {
	const problems: string[] = [];
	const typed = definition(value, 'definition', problems);
	if (problems.length) return problems;
	const byId = new Map(typed.nodes.map((entry) => [String(entry.id), entry]));
	const edges = typed.edges ?? [];
	return [
		...entryProblems(typed.entry_node, byId),
		...typed.nodes.flatMap((entry, index) => nodeProblems(entry, index, typed, edges)),
		...edges.flatMap((entry, index) => edgeProblems(entry, index, byId, edges)),
	];
}

function entryProblems(entry: string, byId: Map<string, Node>): string[] {
	const found = byId.get(entry);
	if (!found) return [`entry_node "${entry}" does not reference an existing node`];
	return found.type === 'conversation' ? [] : [`entry_node "${entry}" must be a conversation node`];
}

function nodeProblems(entry: Node, index: number, { nodes }: Definition, edges: Edges): string[] {
	const at = `nodes[${index}]`;
	const leaving = edges.filter((line) => line.from === entry.id).length;
	const problems: string[] = [];
	if (nodes.findIndex((other) => other.id === entry.id) !== index) {
		problems.push(`${at}.id "${String(entry.id)}" is used more than once`);
	}
	if (entry.global && !entry.global_description) {
		problems.push(`${at}.global_description is required for a global node`);
	}
	if (entry.voice && entry.tts_config) problems.push(`${at}.voice excludes tts_config`);
	if (entry.type === 'tool' && leaving !== 1) {
		problems.push(`${at} is a tool node and needs exactly one outgoing edge`);
	}
	if ((entry.type === 'transfer' || entry.type === 'end') && leaving > 0) {
		problems.push(`${at} is terminal and must have no outgoing edge`);
	}
	return problems;
}

function edgeProblems(
	{ from, to, description }: Edges[number],
	index: number,
	byId: Map<string, Node>,
	edges: Edges,
): string[] {
	const at = `edges[${index}]`;
	const problems = [from, to]
		.filter((id) => !byId.has(id))
		.map((id) => `${at} references unknown node "${id}"`);
	if (from === to) problems.push(`${at} must not lead back to its own node`);
	if (edges.findIndex((other) => other.from === from && other.to === to) !== index) {
		problems.push(`${at} repeats the edge from "${from}" to "${to}"`);
	}
	if (!description && byId.get(from)?.type !== 'tool')
		problems.push(`${at}.description is required`);
	return problems;
}
