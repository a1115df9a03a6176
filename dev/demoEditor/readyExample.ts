import type { IDataObject, INode } from 'n8n-workflow';
import type { SavedCredential, WorkflowJson } from '../n8n/api';
import { pickCredential } from '../n8n/examples';
import { LONGEST_WAIT_SECONDS } from './demoData';

/** What is picked from a list, as the editor saves it. */
export interface Choice {
	value: string;
	/** What the editor shows. */
	name: string;
}

/** What a person chooses after importing an example. */
export interface Choices {
	/** Which nodes take which credential. */
	credentials: Array<[nodeTypes: RegExp, credential: SavedCredential]>;
	/** By the name of the parameter: `assistantId`, or by operation and name: `sendAndWait.assistantId`. */
	parameters: Record<string, Choice>;
}

/** The example as it is after a person has chosen everything that it leaves open; waits are short. */
export function readyExample(example: WorkflowJson, choices: Choices): WorkflowJson {
	const withCredentials = choices.credentials.reduce(
		(workflow, [types, credential]) => pickCredential(workflow, types, credential),
		example,
	);
	const nodes = withCredentials.nodes.map((node) =>
		shortWait(withChoices(node, choices.parameters)),
	);
	return { ...withCredentials, nodes };
}

type ExampleNode = WorkflowJson['nodes'][number];

/** Every empty picker whose parameter has a choice, at any depth. */
function withChoices(node: ExampleNode, choices: Record<string, Choice>): ExampleNode {
	const operation = String(node.parameters?.operation);
	const parameters = JSON.parse(
		JSON.stringify(node.parameters ?? {}, (name, value: unknown) => {
			const choice = choices[`${operation}.${name}`] ?? choices[name];
			if (choice === undefined || !isEmptyPicker(value)) return value;
			return { __rl: true, mode: 'list', value: choice.value, cachedResultName: choice.name };
		}),
	) as INode['parameters'];
	return { ...node, parameters };
}

function isEmptyPicker(value: unknown): boolean {
	return (
		typeof value === 'object' &&
		value !== null &&
		'__rl' in value &&
		'value' in value &&
		value.value === ''
	);
}

const SECONDS: Record<string, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** Nobody waits for a day to see the end of an example. */
function shortWait(node: ExampleNode): ExampleNode {
	if (node.type !== 'n8n-nodes-base.wait') return node;
	const { amount, unit } = (node.parameters ?? {}) as IDataObject;
	const seconds = Number(amount) * (SECONDS[String(unit)] ?? 3600);
	if (!(seconds > LONGEST_WAIT_SECONDS)) return node;
	return {
		...node,
		parameters: { ...node.parameters, amount: LONGEST_WAIT_SECONDS, unit: 'seconds' },
		notes: `${String(amount)} ${String(unit)} in the example; ${LONGEST_WAIT_SECONDS} seconds in this demo`,
		notesInFlow: true,
	};
}
