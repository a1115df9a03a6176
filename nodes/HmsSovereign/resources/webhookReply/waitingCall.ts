import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { isObject } from '../../api/json';
import { InputError } from '../../api/inputError';
import type { ItemRun } from '../../operation/operation';

/** What n8n's expressions know of another node: `$('name')`. */
interface NodeInExpressions {
	isExecuted: boolean;
	first: () => INodeExecutionData;
}

/** The events of the trigger whose call waits for a reply (API docs: Assistant Request, Tool Calls). */
type WaitingEvent = 'assistant-request' | 'tool-calls';

/** Ends the trigger's node type; what stands before differs when the package is linked for development. */
const TRIGGER = '.hmsSovereignTrigger';

/**
 * What the trigger put out for the call that waits for a reply.
 *
 * @param event the event that the operation answers
 * @throws InputError when no such call waits
 */
export function waitingCall({ context, index }: ItemRun, event: WaitingEvent): IDataObject {
	const parents = context.getParentNodes(context.getNode().name, { includeNodeParameters: true });
	const triggers = parents.filter(({ type }) => type.endsWith(TRIGGER));
	// What expressions ask. A name need not be written into one, where "}}" in it would end it.
	const { $: nodeCalled }: { $: (name: string) => NodeInExpressions } =
		context.getWorkflowDataProxy(index);
	const trigger = triggers.find(({ name }) => nodeCalled(name).isExecuted);
	if (trigger === undefined) {
		throw new InputError(
			'There is no call to reply to',
			'This operation works only in an execution that was started by an HMS Sovereign Trigger before it in the same workflow.',
		);
	}
	checkRespond(trigger);
	const output = nodeCalled(trigger.name).first().json;
	if (isObject(output) && output.event === event) return output;
	throw new InputError(
		`The trigger "${trigger.name}" did not receive the event ${event}`,
		"Only this event can be answered by this operation. Put an IF or Switch node that looks at the trigger's field 'event' before it.",
	);
}

/** Older n8n versions do not hand over the parameters. */
function checkRespond({ name, parameters }: { name: string; parameters?: IDataObject }): void {
	if (parameters === undefined || parameters.respond === 'responseNode') return;
	throw new InputError(
		`The trigger "${name}" does not wait for this reply`,
		"Open it and set 'Respond' to \"Using 'Webhook Reply' Operation\".",
	);
}

/**
 * Sends the reply to HMS Sovereign. The first one counts. n8n gives no answer about whether it came in
 * time; the trigger logs a warning when it did not.
 *
 * @param reply exactly what the API docs ask for
 */
export async function sendReply(
	{ context }: ItemRun,
	event: WaitingEvent,
	reply: IDataObject,
): Promise<INodeExecutionData[]> {
	await context.sendResponse({ body: reply, headers: {}, statusCode: 200 });
	return [{ json: { event, reply } }];
}
