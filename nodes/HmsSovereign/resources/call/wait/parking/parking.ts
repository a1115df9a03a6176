import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { readConnection } from '../../../../api/connection';
import { isObject } from '../../../../api/json';
import { isCalledByAgent, isHumanReview, isToolRun } from '../../../../operation/toolRun';
import type { Field, ItemRun } from '../../../../operation/operation';
import { waitingSecret } from '../../../../signing/secret';
import { readAssistant } from '../../../assistant/read';
import type { BodyOf } from '../../start/dial';
import { needsOwnWebhook } from './ownWebhook';
import { isInside } from './reachable';

/** An option of Start and Wait. */
export const pauseExecution: Field = {
	displayName: 'Pause Execution',
	name: 'pauseExecution',
	type: 'boolean',
	default: true,
	description:
		'Whether n8n saves the execution and frees its place while the calls go on, instead of keeping it running. It goes on when the last call has been reported, also after a restart of n8n.',
};

/** Where the calls of a run report their end (API docs: Webhooks). */
export type ReportTo = Pick<IDataObject, 'webhook_url' | 'webhook_secret' | 'webhook_events'>;

/**
 * Where the calls of this run are to report their end, so that the execution can be put to wait.
 *
 * @param assistantOn the assistant as it will be on the call of an item
 * @returns undefined when it cannot, which the user is told: it then waits in the running mode
 * @throws ApiFailure when an assistant cannot be read
 */
export async function reportTo(
	items: ItemRun[],
	assistantOn: (item: ItemRun) => IDataObject | Promise<IDataObject>,
): Promise<ReportTo | undefined> {
	const [{ context }] = items;
	const address = addressOf(context);
	const reason = (await obstacle(context, address)) ?? (await assistantNeeds(items, assistantOn));
	if (reason === undefined) {
		const secret = waitingSecret(
			await readConnection(context),
			context.getExecutionId(),
			context.getNode().id,
		);
		return {
			webhook_url: address,
			webhook_secret: secret,
			webhook_events: ['end-of-call-report'],
		};
	}
	context.addExecutionHints({
		message: `The execution went on running while it waited, because ${reason}.`,
		location: 'outputPane',
		type: 'info',
	});
	return undefined;
}

/** n8n's address of this very execution; in n8n 2 with a token. */
function addressOf(context: IExecuteFunctions): string {
	return String(context.evaluateExpression('{{ $execution.resumeUrl }}', 0));
}

async function obstacle(context: IExecuteFunctions, address: string): Promise<string | undefined> {
	if (isCalledByAgent(context) || (isToolRun(context) && !isHumanReview(context))) {
		return 'an AI agent waits for the answer';
	}
	if (context.getNode().onError === 'continueErrorOutput') {
		// n8n puts out the stored items of a waiting node on its first output only.
		return "the node has an error output ('On Error')";
	}
	const { baseUrl } = await readConnection(context);
	if (!isInside(address) || isInside(baseUrl)) return undefined;
	return `HMS Sovereign cannot reach this n8n at ${new URL(address).origin}. Set N8N_WEBHOOK_URL (in n8n 1: WEBHOOK_URL) to its public address`;
}

/** Each saved assistant is looked at once. */
async function assistantNeeds(
	items: ItemRun[],
	assistantOn: (item: ItemRun) => IDataObject | Promise<IDataObject>,
): Promise<string | undefined> {
	for (const item of items) {
		const assistant = await assistantOn(item);
		const need = needsOwnWebhook(assistant);
		if (need !== undefined) return `of the assistant "${String(assistant.name)}": ${need}`;
	}
	return undefined;
}

/** Saved assistants, each read once. */
export function savedAssistants(): (item: ItemRun, id: string) => Promise<IDataObject> {
	const known = new Map<string, Promise<IDataObject>>();
	return async (item, id) => {
		const assistant = known.get(id) ?? readAssistant(item, id);
		known.set(id, assistant);
		return await assistant;
	};
}

/** The body with the call's own webhook, which wins over the assistant's (API docs: Webhooks). */
export function reporting(bodyOf: BodyOf, to: ReportTo | undefined): BodyOf {
	if (to === undefined) return bodyOf;
	return async (fields, item) => {
		const body = await bodyOf(fields, item);
		const name = isObject(body.assistant) ? 'assistant' : 'assistant_override';
		const assistant = body[name];
		return { ...body, [name]: { ...(isObject(assistant) ? assistant : {}), ...to } };
	};
}
