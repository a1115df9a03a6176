import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { readConnection } from '../../api/connection';
import {
	passes,
	readDelivery,
	REPLY_EVENTS,
	type Delivery,
	type EventName,
	type UnknownDelivery,
} from './events';
import { identityOf } from './identity';
import { outputOf } from './output';
import { headersOf, rawBody } from './request';
import { answer, fallbackOf, holdReply } from './reply';
import { ownAddress } from '../ownAddress';
import { isSignedByAssistant } from '../registration/rotation';
import { triggerSecret } from '../triggerSecret';
import { StartedDeliveries, type Answer } from './startedBefore';
import { readSettings, type Settings } from '../settings';
import { MISMATCH, refusalOf, type SignatureHeaders } from '../../signing/signature';

/** The answer is on its way, and no execution starts. A listening editor goes on listening. */
const STARTS_NOTHING: IWebhookResponseData = { noWebhookResponse: true };

/**
 * Receives one delivery: the `webhook` of the trigger node. Starts the workflow for genuine ones that the
 * settings ask for, once each. Never throws, because n8n makes a failed execution of that.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = settingsOf(context);
	if (settings === undefined) return refuse(context, 'The parameters cannot be read', 500);
	const delivery = await accepted(context, settings);
	if (typeof delivery === 'string') return refuse(context, delivery);
	if ('unknownEvent' in delivery) return ignore(context, delivery.unknownEvent);

	const { event } = delivery;
	const response = context.getResponseObject();
	if (!settings.events.includes(event) || !passes(delivery, settings)) {
		answer(response, 200, fallbackOf(event, 'filtered'));
		return STARTS_NOTHING;
	}
	const key = JSON.stringify([
		context.getNodeWebhookUrl('default'),
		context.getMode(),
		identityOf(delivery),
	]);
	const before = started.answerBefore(key, Date.now());
	if (before !== undefined) {
		answer(response, 200, (await before) ?? {});
		return STARTS_NOTHING;
	}
	return start(context, settings, delivery, key);
}

const started = new StartedDeliveries();

/** The delivery, or why it is refused. */
async function accepted(
	context: IWebhookFunctions,
	settings: Settings,
): Promise<Delivery | UnknownDelivery | string> {
	const body = await rawBody(context);
	if (body === undefined) return 'The body could not be read';
	const header = headersOf(context);
	if (settings.verifySignature) {
		const headers = {
			timestamp: header('x-webhook-timestamp'),
			signature: header('x-webhook-signature'),
		};
		const refusal = await refusalBy(context, settings, headers, body);
		if (refusal !== undefined) return refusal;
	}
	return readDelivery(body, header('x-webhook-event'));
}

/** Why a delivery is not genuine. HMS Sovereign may still sign with the secret of a former key. */
async function refusalBy(
	context: IWebhookFunctions,
	{ toleranceSeconds }: Settings,
	headers: SignatureHeaders,
	body: Buffer,
): Promise<string | undefined> {
	const connection = await readConnection(context).catch(() => undefined);
	if (connection === undefined) return 'The HMS Sovereign credential of the trigger cannot be used';
	const refusalWith = (secret: string) =>
		refusalOf(headers, { body, secret, toleranceSeconds, now: Date.now() });

	const refusal = refusalWith(triggerSecret(connection, ownAddress(context)));
	if (refusal !== MISMATCH) return refusal;
	const fits = (secret: string) => refusalWith(secret) === undefined;
	return (await isSignedByAssistant(context, connection, fits)) ? undefined : MISMATCH;
}

function start(
	context: IWebhookFunctions,
	{ respond, simplify }: Settings,
	delivery: Delivery,
	key: string,
): IWebhookResponseData {
	const { event } = delivery;
	const response = context.getResponseObject();
	const workflowData = [[{ json: outputOf(delivery, simplify) }]];
	const isWaited = respond !== 'onReceived' && REPLY_EVENTS.includes(event);
	const given = isWaited ? hold(context, event) : NOTHING;
	started.remember(key, given, Date.now(), fallbackOf(event, 'late'));
	// n8n answers 500 when it cannot start the workflow, and the next try must not count as a duplicate.
	response.once('finish', () => {
		if (response.statusCode >= 500) started.forget(key);
	});
	if (respond === 'onReceived' || isWaited) return { workflowData };
	// Nobody uses the reply to this event, so the sender need not wait for the workflow's end.
	answer(response, 200, {});
	return { workflowData, noWebhookResponse: true };
}

const NOTHING: Answer = Promise.resolve(undefined);

function hold(context: IWebhookFunctions, event: EventName): Answer {
	return holdReply(context.getResponseObject(), {
		event,
		onFallback: (reason) =>
			context.logger.warn(
				reason === 'late'
					? 'HMS Sovereign Trigger: the workflow did not reply in time, so the call went on without its reply'
					: 'HMS Sovereign Trigger: the workflow gave no reply, so the call went on without it',
				place(context, event),
			),
	});
}

function refuse(context: IWebhookFunctions, reason: string, status = 401): IWebhookResponseData {
	context.logger.warn(`HMS Sovereign Trigger refused a delivery: ${reason}`, place(context));
	answer(context.getResponseObject(), status, { error: reason });
	return STARTS_NOTHING;
}

/** The sender did nothing wrong, so it need not try again. Said once for each event. */
function ignore(context: IWebhookFunctions, unknownEvent: string): IWebhookResponseData {
	const event = unknownEvent.slice(0, 60);
	const key = JSON.stringify([context.getNodeWebhookUrl('default'), event]);
	if (!toldOf.has(key) && toldOf.size < MOST_TOLD) {
		toldOf.add(key);
		context.logger.warn(
			`HMS Sovereign Trigger does not know the event "${event}", so it starts nothing. A newer version of n8n-nodes-hmsovereign may know it`,
			place(context),
		);
	}
	answer(context.getResponseObject(), 200, {});
	return STARTS_NOTHING;
}

/** Events that were told of, by trigger. */
const toldOf = new Set<string>();

const MOST_TOLD = 1_000;

/** undefined: an expression in them fails, which must not become a failed execution for every delivery. */
function settingsOf(context: IWebhookFunctions): Settings | undefined {
	try {
		return readSettings(context);
	} catch {
		return undefined;
	}
}

function place(context: IWebhookFunctions, event?: EventName) {
	const { id, name } = context.getWorkflow();
	return { workflowId: id, workflowName: name, nodeName: context.getNode().name, event };
}
