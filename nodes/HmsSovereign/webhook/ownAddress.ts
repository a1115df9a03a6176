import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { createHash } from 'node:crypto';

import type { OwnAddress } from './registration/address';

/** The last part of the trigger's address; saved at assistants, so it never changes. */
export const WEBHOOK_PATH = 'webhook';

/**
 * Where this trigger receives deliveries: the production address, while somebody listens the test address.
 *
 * A copy of a workflow keeps the ids that make the address, in the same n8n or in another one. The mark
 * is made from what a copy does not keep: the workflow's id, and the id of the n8n.
 */
export function ownAddress(context: IHookFunctions | IWebhookFunctions): OwnAddress {
	const url = context.getNodeWebhookUrl('default');
	if (url === undefined) throw new Error('n8n has no address for this trigger');
	const { webhookId, name } = context.getNode();
	const { id: workflow } = context.getWorkflow();
	// The path of the node's one webhook, below its id.
	const path = `${webhookId ?? `${workflow}/${encodeURIComponent(name.toLowerCase())}`}/${WEBHOOK_PATH}`;
	const owner = JSON.stringify([context.getInstanceId(), workflow, path]);
	const mark = createHash('sha256').update(owner).digest('base64url').slice(0, MARK_LENGTH);
	return { url, path, mark };
}

const MARK_LENGTH = 12;
