import { sleep, type Logger } from 'n8n-workflow';

import { isObject } from '../../api/json';
import type { ApiClient } from '../../api/client';
import { isApiFailure } from '../../api/errors';
import { InputError } from '../../api/inputError';
import { noteIn, relationOf, withNote, type OwnAddress, type Relation } from './address';
import {
	isGone,
	NO_WEBHOOK,
	readWebhook,
	writeWebhook,
	type AssistantWebhook,
	type Webhook,
} from './assistantWebhook';
import type { Records } from './formerWebhooks';
import { seal, unseal } from './seal';

/** Pauses before giving back is tried again after HMS Sovereign failed to answer. */
const PAUSES_MS = [1_000, 2_000];

export interface RegistrationParts {
	client: ApiClient;
	own: OwnAddress;
	/** What signs deliveries to this trigger. */
	secret: string;
	events: string[];
	/** Somebody listens for a test event in the editor. */
	isTest: boolean;
	records: Records;
	logger: Pick<Logger, 'warn'>;
}

/**
 * Puts this trigger's address into assistants, and gives back what stood there before. An assistant has
 * one webhook only, so both the production and the test address of a trigger take the same place.
 *
 * What stood before goes, encrypted, into the node's static data for the production address, and into
 * the test address itself: n8n saves no static data of a test, and another process may end the test.
 */
export class Registration {
	constructor(private readonly parts: RegistrationParts) {}

	/** Whether all assistants send the chosen events here, signed with the current secret. */
	async isComplete(ids: string[]): Promise<boolean> {
		for (const id of ids) {
			const { url, secret, events } = await readWebhook(this.parts.client, id);
			const isOurs = url === this.parts.own.url && secret === this.parts.secret;
			if (!isOurs || !this.hasEvents(events)) return false;
		}
		return true;
	}

	/**
	 * Registers with all assistants, or with none.
	 *
	 * @throws InputError when one serves another workflow; ApiFailure
	 */
	async register(ids: string[]): Promise<void> {
		const found: AssistantWebhook[] = [];
		for (const id of ids) found.push(await readWebhook(this.parts.client, id));
		for (const current of found) this.refuseOtherWorkflow(current);

		const begun: string[] = [];
		await this.takeOverAll(found, begun).catch(async (error: unknown) => {
			await this.undo(begun);
			throw error;
		});
	}

	/**
	 * Gives each assistant back what it had, if its address is still ours. Goes on after a failure, and
	 * keeps what could not be given back for the next time.
	 *
	 * @throws the first failure, once all were tried
	 */
	async giveBack(ids: string[]): Promise<void> {
		const failures: unknown[] = [];
		for (const id of new Set(ids)) {
			await this.giveBackOne(id).catch((error: unknown) => failures.push(error));
		}
		if (failures.length > 0) throw failures[0];
	}

	private hasEvents(events: string[] | null): boolean {
		const wanted = new Set(this.parts.events);
		return events?.length === wanted.size && events.every((event) => wanted.has(event));
	}

	private refuseOtherWorkflow(current: AssistantWebhook): void {
		if (this.relationOf(current) !== 'otherWorkflow') return;
		throw new InputError(
			`The assistant "${current.name}" already sends its events to another workflow of this n8n (${withNote(current.url ?? '', undefined)})`,
			`An assistant can send its events to one trigger only. Deactivate the other workflow first, or choose another assistant. If that workflow no longer exists, empty the webhook URL of "${current.name}" in HMS Sovereign.`,
		);
	}

	/** @param begun is filled with what has to be undone if this fails */
	private async takeOverAll(found: AssistantWebhook[], begun: string[]): Promise<void> {
		for (const current of found) {
			if (this.relationOf(current) !== 'this') begun.push(current.id);
			await this.takeOver(current);
		}
	}

	private async takeOver(current: AssistantWebhook): Promise<void> {
		const { client, own, secret, events, isTest, records } = this.parts;
		const before = this.standingBefore(current);
		// Our own other address has our own secret, which need not be given back.
		const isForeign = this.relationOf(before) === 'foreign';
		if (isForeign && before.secret === undefined) this.warnOfUnreadableSecret(current);
		const sealed = seal(before, secret);
		const isNothing = before.url === null && before.secret === null && before.events === null;
		const url = isTest ? withNote(own.url, isNothing ? undefined : sealed) : own.url;

		if (!isTest) records.set(current.id, { url: own.url, sealed });
		await writeWebhook(client, current.id, { url, secret, events });
	}

	/** What this trigger's address has replaced or is about to replace. */
	private standingBefore(current: AssistantWebhook): Webhook {
		const relation = this.relationOf(current);
		if (relation === 'foreign' || (this.parts.isTest && relation === 'counterpart')) {
			return { url: current.url, secret: current.secret, events: current.events };
		}
		const kept = this.kept(current, noteIn(current.url));
		const record = this.parts.records.get(current.id)?.sealed;
		// The test began while production was registered, so it was production that it replaced.
		const isOwn = kept !== undefined && this.relationOf(kept) === 'this';
		if (kept !== undefined && !isOwn) return kept;
		return this.kept(current, record) ?? NO_WEBHOOK;
	}

	private async undo(ids: string[]): Promise<void> {
		await this.giveBack(ids).catch((error: unknown) =>
			this.parts.logger.warn(
				'HMS Sovereign Trigger: an assistant could not be given back after a failed registration',
				{ reason: error instanceof Error ? error.message : String(error) },
			),
		);
	}

	/** A write whose outcome is unknown may be done again here, because the assistant is read anew each time. */
	private async giveBackOne(id: string, pauses = PAUSES_MS): Promise<void> {
		await this.tryToGiveBack(id).catch(async (error: unknown) => {
			const [pause, ...later] = pauses;
			const mayPass = isApiFailure(error) && error.facts.outcomeUnknown;
			if (!mayPass || pause === undefined) throw error;
			await sleep(pause);
			await this.giveBackOne(id, later);
		});
	}

	private async tryToGiveBack(id: string): Promise<void> {
		const { client, records, secret } = this.parts;
		const current = await readWebhook(client, id).catch((error: unknown) => {
			if (isGone(error)) return undefined;
			throw error;
		});
		const record = records.get(id);
		const relation = current === undefined ? undefined : this.relationOf(current);
		if (current !== undefined && relation === 'this') {
			const before = this.kept(current, noteIn(current.url) ?? record?.sealed);
			await writeWebhook(client, id, before ?? NO_WEBHOOK);
		}
		if (current !== undefined && relation === 'counterpart' && record !== undefined) {
			// Somebody listens for a test event, which then gives back in our place.
			const sealed = seal(this.kept(current, record.sealed) ?? NO_WEBHOOK, secret);
			await writeWebhook(client, id, { ...current, url: withNote(current.url ?? '', sealed) });
		}
		records.forget(id);
	}

	/**
	 * Opens what was kept; the assistant's own secret is the one it was encrypted with.
	 *
	 * @throws InputError when no known secret opens it
	 */
	private kept(current: AssistantWebhook, sealed: string | undefined): Webhook | undefined {
		if (sealed === undefined) return undefined;
		const secrets = [current.secret, this.parts.secret].filter(
			(secret) => typeof secret === 'string',
		);
		const value = unseal(sealed, secrets);
		if (isObject(value)) {
			const { url, secret, events } = value as Partial<Webhook>;
			return { url: url ?? null, secret, events: events ?? null };
		}
		throw new InputError(
			`The webhook that the assistant "${current.name}" had before can no longer be read`,
			"It was kept encrypted, and the credential's API key or 'Webhook Secret' has changed since. Set the former one once more and try again, or empty the assistant's webhook URL in HMS Sovereign.",
		);
	}

	private relationOf({ url, id }: Pick<Webhook, 'url'> & { id?: string }): Relation {
		const former = id === undefined ? undefined : this.parts.records.get(id)?.url;
		return relationOf(url, this.parts.own, former);
	}

	private warnOfUnreadableSecret({ id, name }: AssistantWebhook): void {
		this.parts.logger.warn(
			'HMS Sovereign Trigger: the former webhook secret of an assistant cannot be read, so it cannot be given back on deactivation',
			{ assistantId: id, assistantName: name },
		);
	}
}
