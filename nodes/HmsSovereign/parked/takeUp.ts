import type {
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { ApiClient } from '../api/client';
import { readConnection, type Connection } from '../api/connection';
import { isObject } from '../api/json';
import type { Resource, TakeUp } from '../operation/operation';
import { finished } from '../runtime/output';
import { waitingSecret } from '../signing/secret';
import { DEFAULT_TOLERANCE, refusalOf } from '../signing/signature';
import { readDelivery } from '../webhook/delivery/events';
import { answer } from '../webhook/delivery/reply';
import { headersOf, rawBody } from '../webhook/delivery/request';
import { isFirstToTakeUp } from './firstToTakeUp';

/** The execution goes on waiting. */
const GOES_ON: IWebhookResponseData = { noWebhookResponse: true };

/**
 * Receives the report of a call for which an execution waits: the `webhook` of the action node. When it
 * is the last one, the execution goes on with the calls as its output. Never throws, because n8n would
 * make a failed execution of that.
 */
export async function takeUpExecution(
	context: IWebhookFunctions,
	resources: Resource[],
): Promise<IWebhookResponseData> {
	const response = context.getResponseObject();
	const takeUp = takeUpOf(context, resources);
	const executionId = context.getExecutionId();
	const connection = await readConnection(context).catch(() => undefined);
	const body = await rawBody(context);
	if (takeUp === undefined || connection === undefined || body === undefined) {
		return refuse(context, 400, 'This execution does not wait for a call');
	}
	const reason = refusalOfReport(
		context,
		body,
		waitingSecret(connection, executionId, context.getNode().id),
	);
	if (reason !== undefined) return refuse(context, 401, reason);
	const delivery = readDelivery(body, headersOf(context)('x-webhook-event'));
	if (typeof delivery === 'string') return refuse(context, 400, delivery);
	if (!('message' in delivery)) return refuse(context, 400, 'This is no report of a call');

	const output = await lookAgain(context, takeUp, connection, delivery.message);
	if (typeof output === 'string') return refuse(context, 503, output);
	if (output === undefined || !isFirstToTakeUp(executionId)) {
		answer(response, 200, {});
		return GOES_ON;
	}
	return { workflowData: [finished(output)] };
}

function takeUpOf(context: IWebhookFunctions, resources: Resource[]): TakeUp | undefined {
	const resource = context.getNodeParameter('resource', '');
	const operation = context.getNodeParameter('operation', '');
	const found = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	return found?.runBatch === undefined ? undefined : found.takeUp;
}

function refusalOfReport(
	context: IWebhookFunctions,
	body: Buffer,
	secret: string,
): string | undefined {
	const header = headersOf(context);
	return refusalOf(
		{ timestamp: header('x-webhook-timestamp'), signature: header('x-webhook-signature') },
		{ body, secret, toleranceSeconds: DEFAULT_TOLERANCE, now: Date.now() },
	);
}

/** @returns the output, undefined when calls go on, or why that could not be found out */
async function lookAgain(
	context: IWebhookFunctions,
	takeUp: TakeUp,
	connection: Connection,
	report: IDataObject,
): Promise<INodeExecutionData[] | undefined | string> {
	const client = new ApiClient(context, connection);
	try {
		return await takeUp(storedOutput(context), {
			report,
			send: async (request) => await client.send(request),
			parameter: (name) => context.getNodeParameter(name, null) ?? undefined,
		});
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

/** The node's stored input, which its output took the place of; n8n gives it to expressions only. */
function storedOutput(context: IWebhookFunctions): INodeExecutionData[] {
	const stored: unknown = context.evaluateExpression('{{ $input.all() }}');
	const items = Array.isArray(stored) ? stored.filter(isObject) : [];
	return items.map(({ json, pairedItem }, index) => ({
		json: isObject(json) ? json : {},
		pairedItem:
			isObject(pairedItem) && typeof pairedItem.item === 'number'
				? { item: pairedItem.item }
				: { item: index },
	}));
}

function refuse(context: IWebhookFunctions, status: number, reason: string): IWebhookResponseData {
	const { id, name } = context.getWorkflow();
	context.logger.warn(`HMS Sovereign refused a report for a waiting execution: ${reason}`, {
		workflowId: id,
		workflowName: name,
		nodeName: context.getNode().name,
	});
	answer(context.getResponseObject(), status, { error: reason });
	return GOES_ON;
}
