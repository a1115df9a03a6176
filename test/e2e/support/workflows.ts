import type { IDataObject, INode } from 'n8n-workflow';
import type { SavedCredential, WorkflowJson } from '../../../dev/n8n/api';

export const hmsSovereignType = 'n8n-nodes-hmsovereign.hmsSovereign';

/** A node of a workflow, with the particulars that matter to the test. */
export type NodeOfWorkflow = Partial<INode> & { name: string; type: string };

/** A workflow of nodes in a row, each connected to the next. */
export function row(name: string, ...nodes: NodeOfWorkflow[]): WorkflowJson {
	return { name, nodes: nodes.map(placed), connections: connectedInARow(nodes) };
}

export function manualTrigger(): NodeOfWorkflow {
	return { name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
}

export function everyTwoSeconds(name: string): NodeOfWorkflow {
	return {
		name,
		type: 'n8n-nodes-base.scheduleTrigger',
		typeVersion: 1.2,
		parameters: {
			rule: { interval: [{ field: 'cronExpression', expression: '*/2 * * * * *' }] },
		},
	};
}

/** Gives `count` items, numbered from 1, to the next node. */
export function items(count: number): NodeOfWorkflow {
	return {
		name: 'Items',
		type: 'n8n-nodes-base.code',
		typeVersion: 2,
		parameters: {
			jsCode: `return Array.from({ length: ${count} }, (_, i) => ({ json: { number: i + 1 } }));`,
		},
	};
}

export function getAccount(credential: SavedCredential, more: Partial<INode> = {}): NodeOfWorkflow {
	return {
		name: 'HMS Sovereign',
		type: hmsSovereignType,
		typeVersion: 1,
		parameters: { resource: 'account', operation: 'get' },
		credentials: { hmsSovereignApi: { id: credential.id, name: credential.name } },
		...more,
	};
}

/** Takes the items as they are: something for an output to be connected to. */
export function noOperation(name: string): NodeOfWorkflow {
	return { name, type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
}

export function connection(node: string, type = 'main') {
	return { node, type, index: 0 };
}

function placed(node: NodeOfWorkflow, index: number): NodeOfWorkflow {
	return { id: `node-${index + 1}`, position: [240 * index, 0], ...node };
}

function connectedInARow(nodes: NodeOfWorkflow[]): IDataObject {
	const connections: IDataObject = {};
	nodes.slice(0, -1).forEach((node, index) => {
		connections[node.name] = { main: [[connection(nodes[index + 1].name)]] };
	});
	return connections;
}
