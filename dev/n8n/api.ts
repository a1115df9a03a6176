import axios, { type AxiosInstance } from 'axios';
import { parse } from 'flatted';
import type { IDataObject, INode, INodeExecutionData, IRunData } from 'n8n-workflow';
import { until } from './until';

/** The account that every n8n of ours is set up with. */
export const owner = {
	email: 'owner@example.com',
	password: 'Sovereign1',
	firstName: 'Olivia',
	lastName: 'Owner',
};

export interface WorkflowJson {
	name: string;
	nodes: Array<Partial<INode> & { name: string; type: string }>;
	connections: IDataObject;
	settings?: IDataObject;
	pinData?: IDataObject;
}

export interface SavedWorkflow extends WorkflowJson {
	id: string;
	/** Whether it is published, and its triggers listen. */
	active?: boolean;
	versionId: string;
}

export interface CredentialJson {
	name: string;
	type: string;
	data: Record<string, unknown>;
}

export interface SavedCredential {
	id: string;
	name: string;
	type: string;
}

/** What is shown for an error in the editor. */
export interface ShownError {
	name: string;
	message: string;
	description?: string | null;
	httpCode?: string | null;
	messages?: string[];
	context?: IDataObject;
}

export interface Execution {
	id: string;
	status: string;
	startedAt: string;
	stoppedAt?: string;
	runData: IRunData;
	error?: ShownError;
}

const browserId = 'a-constant-that-n8n-ties-the-session-to';
const unfinished = ['new', 'running', 'waiting', 'unknown'];

/** Drives n8n by the same REST calls that its editor makes, as the owner of the instance. */
export class N8nApi {
	readonly http: AxiosInstance;

	constructor(readonly url: string) {
		this.http = axios.create({
			baseURL: url,
			headers: { 'browser-id': browserId },
			proxy: false,
			// A refusal is reported in n8n's own words, see `ask`.
			validateStatus: () => true,
		});
	}

	/** Sets up the owner account on a new user folder, and signs in. */
	async signIn(): Promise<void> {
		await until('n8n to accept the owner', async () => {
			const setup = await this.http.post('/rest/owner/setup', owner);
			// 400: the account was set up before. 404 and 503: n8n is still starting.
			return setup.status === 200 || setup.status === 400;
		});
		const login = await this.http.post('/rest/login', {
			emailOrLdapLoginId: owner.email,
			password: owner.password,
		});
		if (login.status !== 200) {
			throw new Error(`n8n does not let ${owner.email} in: ${JSON.stringify(login.data)}`);
		}
		const cookies = login.headers['set-cookie'] ?? [];
		this.http.defaults.headers.common.Cookie = cookies
			.map((cookie) => cookie.split(';')[0])
			.join('; ');
	}

	async createCredential(credential: CredentialJson): Promise<SavedCredential> {
		return await this.ask<SavedCredential>('POST', '/rest/credentials', credential);
	}

	async updateCredential(id: string, credential: CredentialJson): Promise<SavedCredential> {
		return await this.ask<SavedCredential>('PATCH', `/rest/credentials/${id}`, credential);
	}

	async listCredentials(): Promise<SavedCredential[]> {
		return await this.ask<SavedCredential[]>('GET', '/rest/credentials');
	}

	async deleteCredentials(type: string): Promise<void> {
		for (const credential of await this.listCredentials()) {
			if (credential.type === type) await this.ask('DELETE', `/rest/credentials/${credential.id}`);
		}
	}

	/** What the credential dialog shows after "Retry" or saving. */
	async testCredential(
		saved: SavedCredential,
		data: CredentialJson['data'],
	): Promise<{ status: 'OK' | 'Error'; message: string }> {
		return await this.ask('POST', '/rest/credentials/test', { credentials: { ...saved, data } });
	}

	async listWorkflows(): Promise<SavedWorkflow[]> {
		return await this.ask<SavedWorkflow[]>('GET', '/rest/workflows');
	}

	async saveWorkflow(workflow: WorkflowJson): Promise<SavedWorkflow> {
		return await this.ask<SavedWorkflow>('POST', '/rest/workflows', {
			...workflow,
			active: false,
			settings: { executionOrder: 'v1', ...workflow.settings },
		});
	}

	/** Presses "Execute workflow" (or "Execute step" on `destination`); answers the execution's id. */
	async start(
		workflow: SavedWorkflow,
		options: { trigger: string; destination?: string },
	): Promise<string> {
		const { executionId } = await this.ask<{ executionId: string }>(
			'POST',
			`/rest/workflows/${workflow.id}/run`,
			{
				workflowData: workflow,
				startNodes: [],
				triggerToStartFrom: { name: options.trigger },
				...destinationOf(options.destination),
			},
		);
		return executionId;
	}

	/** Saves a workflow, runs it by hand and waits for its end. */
	async run(
		workflow: WorkflowJson,
		{ trigger = 'Start', destination }: { trigger?: string; destination?: string } = {},
		timeoutSeconds = 60,
	): Promise<Execution> {
		const saved = await this.saveWorkflow(workflow);
		return await this.ended(await this.start(saved, { trigger, destination }), timeoutSeconds);
	}

	/** Runs a node as the tool of an AI agent would, with the arguments a model would give. */
	async runAsTool(workflow: SavedWorkflow, node: string, args: IDataObject): Promise<Execution> {
		// The name a model sees: a tool's name has no spaces.
		const tool = node.replace(/\W+/g, '_');
		const { executionId } = await this.ask<{ executionId: string }>(
			'POST',
			`/rest/workflows/${workflow.id}/run`,
			{
				workflowData: workflow,
				runData: {},
				dirtyNodeNames: [],
				...destinationOf(node),
				agentRequest: { query: { [tool]: args }, tool: { name: tool } },
			},
		);
		return await this.ended(executionId);
	}

	/** Waits until an execution has ended, in whatever way. */
	async ended(executionId: string, timeoutSeconds = 60): Promise<Execution> {
		return await until(
			`execution ${executionId} to end`,
			async () => {
				const execution = await this.execution(executionId);
				return execution && isComplete(execution) ? execution : undefined;
			},
			timeoutSeconds,
		);
	}

	async execution(executionId: string): Promise<Execution | undefined> {
		const answer = await this.http.get(`/rest/executions/${executionId}`);
		if (answer.status !== 200) return undefined;
		const { data, ...rest } = answer.data.data;
		// While an execution runs its data may be an empty list, which stands for nothing at all.
		const parsed = parse(data) as
			| { resultData?: { runData?: IRunData; error?: ShownError } }
			| undefined;
		const { runData, error } = parsed?.resultData ?? {};
		return { ...rest, runData: runData ?? {}, error };
	}

	async executionsOf(
		workflow: SavedWorkflow,
	): Promise<Array<{ id: string; status: string; mode: string }>> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: workflow.id }));
		const answer = await this.ask<{ results: Array<{ id: string; status: string; mode: string }> }>(
			'GET',
			`/rest/executions?filter=${filter}`,
		);
		return answer.results;
	}

	async stop(executionId: string): Promise<void> {
		await this.ask('POST', `/rest/executions/${executionId}/stop`);
	}

	/** Switches a workflow on ("Publish" in n8n 2, "Active" in n8n 1). */
	async activate(workflow: SavedWorkflow): Promise<void> {
		await this.ask('POST', `/rest/workflows/${workflow.id}/activate`, {
			versionId: workflow.versionId,
		});
	}

	async deactivate(workflow: SavedWorkflow): Promise<void> {
		await this.ask('POST', `/rest/workflows/${workflow.id}/deactivate`, {});
	}

	/** Makes a call and takes n8n's envelope off; a refusal becomes an error with n8n's words. */
	async ask<Answer>(method: string, path: string, data?: unknown): Promise<Answer> {
		const answer = await this.http.request({ method, url: path, data });
		if (answer.status >= 200 && answer.status < 300)
			return (answer.data?.data ?? answer.data) as Answer;
		throw new Error(
			`n8n answered ${answer.status} to ${method} ${path}: ${JSON.stringify(answer.data)}`,
		);
	}
}

/** n8n 1 tells of the end a moment before it tells what the nodes did. */
function isComplete({ status, runData, error }: Execution): boolean {
	if (unfinished.includes(status)) return false;
	const mustHaveData = status === 'success' || status === 'error';
	return !mustHaveData || error !== undefined || Object.keys(runData).length > 0;
}

function destinationOf(nodeName: string | undefined) {
	return nodeName === undefined ? {} : { destinationNode: { nodeName, mode: 'inclusive' } };
}

/** What a node put out, output by output. */
export function outputs(execution: Execution, node: string): INodeExecutionData[][] {
	const runs = execution.runData[node] ?? [];
	const main = runs.at(-1)?.data?.main ?? [];
	return main.map((items) => items ?? []);
}
