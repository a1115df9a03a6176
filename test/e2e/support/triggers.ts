import { randomUUID } from 'node:crypto';
import axios, { type AxiosResponse } from 'axios';
import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../dev/byId';
import type { Assistant, Sandbox } from '../../../sandbox';
import { signature } from '../../../sandbox/webhooks/signature';
import type { N8nApi, SavedCredential, SavedWorkflow } from '../../../dev/n8n/api';
import { until } from '../../../dev/n8n/until';
import { hmsSovereignType, type NodeOfWorkflow } from './workflows';

export const triggerType = 'n8n-nodes-hmsovereign.hmsSovereignTrigger';

/** All four events, as the trigger names them. */
export const allEvents = ['assistant-request', 'end-of-call-report', 'status-update', 'tool-calls'];

/** A trigger on one assistant, with the particulars that matter to the test. */
export function triggerNode(
	credential: SavedCredential,
	assistantId: string,
	parameters: IDataObject = {},
): NodeOfWorkflow {
	return {
		name: 'Trigger',
		type: triggerType,
		typeVersion: 1,
		webhookId: randomUUID(),
		parameters: {
			registration: 'automatic',
			assistantId: byId(assistantId),
			events: allEvents,
			...(parameters as object),
		},
		credentials: { hmsSovereignApi: { id: credential.id, name: credential.name } },
	};
}

/** An operation of Webhook Reply. */
export function replyNode(
	credential: SavedCredential,
	operation: string,
	parameters: IDataObject,
): NodeOfWorkflow {
	return {
		name: 'Reply',
		type: hmsSovereignType,
		typeVersion: 1,
		parameters: { resource: 'webhookReply', operation, ...(parameters as object) },
		credentials: { hmsSovereignApi: { id: credential.id, name: credential.name } },
	};
}

export function waitNode(seconds: number): NodeOfWorkflow {
	return {
		name: 'Wait',
		type: 'n8n-nodes-base.wait',
		typeVersion: 1.1,
		webhookId: randomUUID(),
		parameters: { amount: seconds, unit: 'seconds' },
	};
}

/** What n8n says of a workflow that was switched on or off. n8n 1 has no such page. */
export interface PublicationStatus {
	status: 'published' | 'not_published' | 'in_progress' | 'failed' | 'partial';
	triggers?: Array<{ status: string; errorMessage?: string }>;
}

/** Switches a workflow on and waits until its trigger is registered, or has failed to. */
export async function activateAndWait(
	n8n: N8nApi,
	workflow: SavedWorkflow,
): Promise<PublicationStatus> {
	await n8n.activate(workflow);
	return await settled(n8n, workflow);
}

export async function deactivateAndWait(
	n8n: N8nApi,
	workflow: SavedWorkflow,
): Promise<PublicationStatus> {
	await n8n.deactivate(workflow);
	return await settled(n8n, workflow);
}

async function settled(n8n: N8nApi, { id }: SavedWorkflow): Promise<PublicationStatus> {
	return await until('the workflow to be switched', async () => {
		const answer = await n8n.http.get(`/rest/workflows/${id}/publication-status`);
		if (answer.status === 404) return { status: 'published' as const };
		const status = answer.data.data as PublicationStatus;
		return status.status === 'in_progress' ? undefined : status;
	});
}

/** Presses "Listen for test event". */
export async function listen(n8n: N8nApi, workflow: SavedWorkflow): Promise<void> {
	await n8n.ask('POST', `/rest/workflows/${workflow.id}/run`, {
		workflowData: workflow,
		startNodes: [],
		triggerToStartFrom: { name: 'Trigger' },
		destinationNode: { nodeName: 'Trigger', mode: 'inclusive' },
	});
}

/** Presses "Stop Listening". */
export async function stopListening(n8n: N8nApi, workflow: SavedWorkflow): Promise<void> {
	await n8n.ask('DELETE', `/rest/test-webhook/${workflow.id}`);
}

export function assistantOf(sandbox: Sandbox, id: string): Assistant {
	const assistant = sandbox.store.main.assistants.find((one) => one.id === id);
	if (assistant === undefined) throw new Error(`The sandbox has no assistant ${id}`);
	return assistant;
}

/** The three fields of an assistant that the trigger sets. */
export function webhookOf(sandbox: Sandbox, id: string) {
	const { webhook_url, webhook_secret, webhook_events } = assistantOf(sandbox, id);
	return { webhook_url, webhook_secret, webhook_events };
}

export interface Parcel {
	event: string;
	body: string;
	secret: string;
	/** Unix time in seconds; default: now. */
	timestamp?: number;
	/** Set, or left out when undefined. */
	headers?: Record<string, string | undefined>;
}

/** Sends a delivery as HMS Sovereign signs it. */
export async function deliver(url: string, parcel: Parcel): Promise<AxiosResponse> {
	const { event, body, secret, headers } = parcel;
	const timestamp = String(parcel.timestamp ?? Math.floor(Date.now() / 1000));
	return await axios.post(url, Buffer.from(body), {
		proxy: false,
		validateStatus: () => true,
		headers: {
			'Content-Type': 'application/json',
			'X-Webhook-Event': event,
			'X-Webhook-Timestamp': timestamp,
			'X-Webhook-Signature': signature(secret, timestamp, body),
			...headers,
		},
	});
}

/** The documented body of an event, of a call of its own unless `own` says otherwise. */
export function eventBody(event: string, own: IDataObject = {}): string {
	const status = event === 'assistant-request' ? 'ringing' : 'in-progress';
	const toolCall = {
		id: `tool_${randomUUID()}`,
		type: 'function',
		function: { name: 'lookup_order', arguments: { order_number: '1042' } },
	};
	return JSON.stringify({
		message: {
			type: event,
			timestamp: new Date().toISOString(),
			call: { id: randomUUID(), type: 'inbound_phone_call', status },
			phone_number: { number: '+31850835037', name: 'Main line' },
			customer: { number: '+31612345678' },
			...(event === 'tool-calls' && { tool_call_list: [toolCall] }),
			...(event === 'end-of-call-report' && { duration_seconds: 84, summary: 'Opening hours' }),
			...(own as object),
		},
	});
}
