/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs in tests only, never in n8n Cloud */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SavedCredential, WorkflowJson } from './api';

/** npm runs every script in the root of the repository. */
const examplesFolder = path.resolve('examples');

/** An example workflow exactly as it lies in examples/. */
export function readExample(fileName: string): WorkflowJson {
	return JSON.parse(readFileSync(path.join(examplesFolder, fileName), 'utf8')) as WorkflowJson;
}

/** File names of all examples, in order. */
export function exampleFiles(): string[] {
	return readdirSync(examplesFolder)
		.filter((name) => name.endsWith('.json'))
		.sort();
}

/** What a user does after importing an example: pick a credential in each node of a service. */
export function pickCredential(
	workflow: WorkflowJson,
	nodeTypes: RegExp,
	{ id, name, type }: SavedCredential,
): WorkflowJson {
	const nodes = workflow.nodes.map((node) =>
		nodeTypes.test(node.type)
			? { ...node, credentials: { ...node.credentials, [type]: { id, name } } }
			: node,
	);
	return { ...workflow, nodes };
}
