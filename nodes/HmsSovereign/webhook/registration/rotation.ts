import type { IWebhookFunctions } from 'n8n-workflow';
import { createHash } from 'node:crypto';

import { ApiClient } from '../../api/client';
import type { Connection } from '../../api/connection';
import { ownAddress } from '../ownAddress';
import { readAssistantIds } from '../settings';
import { triggerSecret } from '../triggerSecret';
import { readWebhook } from './assistantWebhook';
import { FormerWebhooks } from './formerWebhooks';
import { registrationOf } from './registrationOf';
import { Standing } from './standing';

/** How often HMS Sovereign is asked at most, for each trigger and key, however many forgeries come in. */
const ASK_EVERY_MS = 3 * 60_000;

/** A caller may be waiting, for 5 seconds at most (API docs: Assistant Request). */
const ASK_FOR_MS = 2_500;

/** The oldest are forgotten first. */
const MOST_TRIGGERS = 1_000;

interface Registered {
	id: string;
	secret: string;
}

interface Asked {
	at: number;
	registered: Promise<Registered[]>;
	/** Assistants whose secret was renewed since. */
	renewed: Set<string>;
}

/** Secrets that stood at assistants, in memory only. Keys are digests. */
const asked = new Map<string, Asked>();

/**
 * For a delivery that is not signed with the secret that the credential makes today: whether it is signed
 * with the one that still stands at an assistant of this trigger, because the API key or the Webhook
 * Secret was changed since it was registered. If so, the assistant gets today's secret.
 *
 * @param fits whether the delivery is signed with this secret
 */
export async function isSignedByAssistant(
	context: IWebhookFunctions,
	connection: Connection,
	fits: (secret: string) => boolean,
): Promise<boolean> {
	const known = askedBefore(context, connection) ?? ask(context, connection);
	const assistant = (await known.registered).find(({ secret }) => fits(secret));
	if (assistant === undefined) return false;
	if (!known.renewed.has(assistant.id)) {
		known.renewed.add(assistant.id);
		// In the background: the caller need not wait for it.
		void renew(context, connection, assistant.id);
	}
	return true;
}

function askedBefore(context: IWebhookFunctions, connection: Connection): Asked | undefined {
	const known = asked.get(keyOf(context, connection));
	return known !== undefined && Date.now() - known.at < ASK_EVERY_MS ? known : undefined;
}

function ask(context: IWebhookFunctions, connection: Connection): Asked {
	const key = keyOf(context, connection);
	const now: Asked = {
		at: Date.now(),
		registered: readRegistered(context, connection).catch(() => []),
		renewed: new Set(),
	};
	asked.delete(key);
	asked.set(key, now);
	for (const oldest of asked.keys()) {
		if (asked.size <= MOST_TRIGGERS) break;
		asked.delete(oldest);
	}
	return now;
}

/** The secrets at the assistants whose address is this trigger's, also while somebody listens for a test. */
async function readRegistered(
	context: IWebhookFunctions,
	connection: Connection,
): Promise<Registered[]> {
	const own = ownAddress(context);
	const records = new FormerWebhooks(context.getWorkflowStaticData('node'), own.mark);
	const secret = triggerSecret(connection, own);
	const standing = new Standing({ own, secret, isTest: false, records });
	const end = Date.now() + ASK_FOR_MS;
	const client = new ApiClient(context, connection, {
		timeoutMs: ASK_FOR_MS,
		stopped: () => Date.now() > end,
	});
	const ids = new Set([...readAssistantIds(context), ...records.ids]);
	const found = await Promise.all(
		[...ids].map(async (id) => await readWebhook(client, id).catch(() => undefined)),
	);
	return found.flatMap((webhook) => {
		if (webhook === undefined || typeof webhook.secret !== 'string') return [];
		const isOurs = ['this', 'counterpart'].includes(standing.relationOf(webhook));
		return isOurs ? [{ id: webhook.id, secret: webhook.secret }] : [];
	});
}

async function renew(
	context: IWebhookFunctions,
	connection: Connection,
	assistantId: string,
): Promise<void> {
	const place = { assistantId, workflowId: context.getWorkflow().id };
	try {
		await registrationOf(context, connection, false).renewSecret(assistantId);
		context.logger.info(
			'HMS Sovereign Trigger: the key or secret in the credential has changed; the assistant signs with the new secret now',
			place,
		);
	} catch (error) {
		context.logger.warn(
			'HMS Sovereign Trigger: the new webhook secret could not be set at an assistant. It is tried again in some minutes; until then its deliveries are accepted with the former one',
			{ ...place, reason: error instanceof Error ? error.message : String(error) },
		);
	}
}

function keyOf(context: IWebhookFunctions, connection: Connection): string {
	const own = ownAddress(context);
	const trigger = JSON.stringify([own, triggerSecret(connection, own), connection.apiKey]);
	return createHash('sha256').update(trigger).digest('base64url');
}
