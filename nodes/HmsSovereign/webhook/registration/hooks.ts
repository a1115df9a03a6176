import type { IHookFunctions } from 'n8n-workflow';

import { readConnection } from '../../api/connection';
import { InputError } from '../../api/inputError';
import { toNodeError } from '../../api/nodeError';
import { ownAddress } from '../ownAddress';
import { isLoopback } from './address';
import { REPLY_EVENTS } from '../delivery/events';
import { FormerWebhooks } from './formerWebhooks';
import { registrationOf } from './registrationOf';
import { readAssistantIds, readSettings } from '../settings';

/** Whether nothing is left to register. Listening in the editor always registers anew. */
export async function checkExists(context: IHookFunctions): Promise<boolean> {
	return await inWords(context, async () => {
		checkSettings(context);
		if (isManual(context)) {
			await checkManual(context);
			return true;
		}
		if (isListening(context)) return false;
		const { registration, ids } = await prepare(context);
		return await registration.isComplete(ids);
	});
}

/** Registers the trigger's address with all chosen assistants. */
export async function create(context: IHookFunctions): Promise<boolean> {
	return await inWords(context, async () => {
		const { registration, ids } = await prepare(context);
		await registration.register(ids);
		return true;
	});
}

/** Gives back what stood at the assistants before, also those that the node names no more. */
export async function remove(context: IHookFunctions): Promise<boolean> {
	return await inWords(context, async () => {
		const { mark } = ownAddress(context);
		const kept = new FormerWebhooks(context.getWorkflowStaticData('node'), mark).ids;
		const ids = [...readAssistantIds(context), ...kept];
		if (ids.length === 0) return true;
		const work = giveBack(context, ids);
		await (kept.length > 0 ? work : logged(context, work));
		return true;
	});
}

async function giveBack(context: IHookFunctions, ids: string[]): Promise<void> {
	const connection = await readConnection(context);
	await registrationOf(context, connection, isListening(context)).giveBack(ids);
}

/**
 * For the end of listening, and for what n8n does after a failed activation: n8n shows no error of these,
 * and n8n 2 keeps a listener whose end failed in a form that lets everybody's next "Listen" fail ("Maximum
 * call stack size exceeded"). What is to be given back stays at the assistant, in the test address.
 */
async function logged(context: IHookFunctions, work: Promise<void>): Promise<void> {
	await work.catch((error: unknown) =>
		context.logger.error(
			'HMS Sovereign Trigger: the webhook of an assistant could not be given back. Listen once more and stop, or publish and unpublish the workflow, to try again.',
			{
				reason: error instanceof Error ? error.message : String(error),
				workflowId: context.getWorkflow().id,
				nodeName: context.getNode().name,
			},
		),
	);
}

/** A workflow that could never reply would make every caller wait for nothing. */
function checkSettings(context: IHookFunctions): void {
	const { events, respond } = readSettings(context);
	if (events.length === 0) {
		throw new InputError("No event is chosen. Choose at least one under 'Events'.");
	}
	const isWaited = REPLY_EVENTS.some((event) => events.includes(event));
	// Whoever listens in the editor may not have built the rest yet.
	if (respond !== 'responseNode' || !isWaited || isListening(context)) return;
	const followers = context.getChildNodes(context.getNode().name, { includeNodeParameters: true });
	const replies = followers.some(
		({ parameters, disabled }) => !disabled && parameters?.resource === 'webhookReply',
	);
	if (replies) return;
	throw new InputError(
		'Nothing in this workflow replies to HMS Sovereign',
		"'Respond' is set to \"Using 'Webhook Reply' Operation\". Add an HMS Sovereign node with the resource 'Webhook Reply' after the trigger, or choose another value.",
	);
}

/** Everything else that is checked before anything is changed. */
async function prepare(context: IHookFunctions) {
	const ids = readAssistantIds(context);
	if (ids.length === 0) {
		throw new InputError("No assistant is chosen. Choose one under 'Assistant'.");
	}
	const connection = await readConnection(context);
	const { url } = ownAddress(context);
	if (isLoopback(url) && !isLoopback(connection.baseUrl)) {
		throw new InputError(
			`HMS Sovereign cannot reach this n8n at ${url}`,
			'The address is valid on this machine only. Make n8n reachable from the internet, for example through a tunnel, set the environment variable WEBHOOK_URL (n8n 2.41 and newer: N8N_WEBHOOK_URL) to its public address, and restart n8n.',
		);
	}
	return { registration: registrationOf(context, connection, isListening(context)), ids };
}

/** Nobody could sign deliveries with a secret that is shown nowhere. */
async function checkManual(context: IHookFunctions): Promise<void> {
	if (!readSettings(context).verifySignature) return;
	const { webhookSecret } = await readConnection(context);
	if (webhookSecret.trim() !== '') return;
	throw new InputError(
		"'Webhook Secret' of the HMS Sovereign credential is empty",
		"With manual registration, choose a secret yourself: enter the same text under 'Webhook Secret' in the credential and beside the webhook URL in HMS Sovereign.",
	);
}

function isManual(context: IHookFunctions): boolean {
	return context.getNodeParameter('registration') === 'manual';
}

function isListening(context: IHookFunctions): boolean {
	return context.getActivationMode() === 'manual';
}

async function inWords<T>(context: IHookFunctions, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw toNodeError(error, { node: context.getNode() });
	}
}
