import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { RecordedRequest, Sandbox, SandboxOptions } from '../../sandbox';
import { startSandbox } from '../../sandbox';
import type { RunResult, TestNode } from '../engine/engine';
import { runWorkflow, TRIGGER_NODE } from '../engine/engine';
import { credentialOf } from '../engine/sandbox';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** A request as the sandbox must record it: nothing more and nothing less. */
export interface ExpectedRequest {
	method: Method;
	/** Percent-encoded as sent, without the base URL. */
	path: string;
	/** Default: none. Values are texts, as in every query. */
	query?: Record<string, string>;
	/** Default: none. */
	body?: IDataObject;
	/** Beside the headers that every request must have. */
	headers?: Record<string, string>;
	/** Default: any 2xx. */
	status?: number;
}

/** What a case does in a fresh sandbox, and what must come of it. */
export interface Plan {
	/** The node's parameters beside resource and operation; default: none. */
	parameters?: IDataObject;
	/** Default: one empty item. */
	input?: IDataObject[];
	/** Asked after the run, as the items are. */
	requests: () => ExpectedRequest[];
	/** The `json` of every output item; asked after the run, so that it can look at what was stored. */
	items: () => unknown[];
	/** Default: every output item belongs to input item 0. */
	pairedItems?: Array<INodeExecutionData['pairedItem']>;
}

/** One way of using an operation of the node. */
export interface OperationCase {
	resource: string;
	operation: string;
	/** Tells several cases of an operation apart. */
	when?: string;
	sandbox?: SandboxOptions;
	/** What the HMS Sovereign Trigger before the node put out, for what answers a waiting call. */
	delivery?: IDataObject;
	/** The operation's whole point may be null in an answer, which it then refuses: no case for nulls. */
	needsValues?: true;
	/** Looks at, or changes, the sandbox's data before the run. */
	plan: (api: Sandbox) => Plan | Promise<Plan>;
}

/** What came of a case. The sandbox is closed, its data can still be read. */
export interface CaseRun {
	plan: Plan;
	api: Sandbox;
	result: RunResult;
	requests: RecordedRequest[];
}

/** Runs a case in n8n's engine against a sandbox of its own. @param prepare sets the sandbox's switches */
export async function runCase(
	{ resource, operation, sandbox, delivery, plan }: OperationCase,
	prepare: (api: Sandbox) => void = () => {},
): Promise<CaseRun> {
	const api = await startSandbox(sandbox);
	try {
		const planned = await plan(api);
		prepare(api);
		const parameters = { resource, operation, ...planned.parameters };
		const node: TestNode = { name: 'HMS Sovereign', parameters };
		const result = await runWorkflow(delivery === undefined ? [node] : [waitingTrigger, node], {
			credential: credentialOf(api),
			input: delivery === undefined ? planned.input : [delivery],
		});
		return { plan: planned, api, result, requests: api.requests };
	} finally {
		await api.close();
	}
}

/** In n8n a trigger's output comes from a delivery; in the engine it passes on what it gets. */
const waitingTrigger: TestNode = {
	name: 'HMS Sovereign Trigger',
	type: TRIGGER_NODE,
	parameters: { registration: 'manual', respond: 'responseNode' },
};

/** The cases of one resource. */
export function casesOf(resource: string, cases: Array<Omit<OperationCase, 'resource'>>) {
	return cases.map((one): OperationCase => ({ resource, ...one }));
}

/** For test titles: `campaign: create, leads from input items`. */
export function titleOf({ resource, operation, when }: OperationCase): string {
	return [`${resource}: ${operation}`, when].filter((part) => part !== undefined).join(', ');
}
