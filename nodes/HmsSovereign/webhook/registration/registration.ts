import { sleep, type Logger } from 'n8n-workflow';

import type { ApiClient } from '../../api/client';
import { isApiFailure } from '../../api/errors';
import { InputError } from '../../api/inputError';
import { notesIn, plainOf, withNotes } from './address';
import {
	isMissing,
	NO_WEBHOOK,
	readWebhook,
	writeWebhook,
	type AssistantWebhook,
	type Webhook,
} from './assistantWebhook';
import { seal } from './seal';
import { Standing, type StandingParts } from './standing';

/** Pauses before giving back is tried again; with the client's own tries they bridge 15 seconds. */
const PAUSES_MS = [1_000, 2_000, 4_000];

export interface RegistrationParts extends StandingParts {
	client: ApiClient;
	events: string[];
	/** Whether assistants may be taken that send their events to another n8n. */
	takeOver: boolean;
	/** Whether an address of another n8n is known not to be served any more. */
	isAbandoned: (url: string) => Promise<boolean>;
	logger: Pick<Logger, 'warn'>;
}

/**
 * Puts this trigger's address into assistants, and gives back what stood there before. An assistant has
 * one webhook only, so both the production and the test address of a trigger take the same place.
 *
 * What stood before goes, encrypted, into the address itself: it is there from the moment at which the
 * assistant is changed, whatever becomes of the answer and of n8n. For the production address it goes into
 * the node's static data as well, which n8n saves only once everything has gone well.
 */
export class Registration {
	private readonly standing: Standing;

	constructor(private readonly parts: RegistrationParts) {
		this.standing = new Standing(parts);
	}

	/** Whether all assistants send the chosen events here, signed with the current secret. */
	async isComplete(ids: string[]): Promise<boolean> {
		const { client, own } = this.parts;
		for (const id of ids) {
			const { url, secret, events } = await readWebhook(client, id);
			const isOurs = plainOf(url ?? '') === own.url && notesIn(url).by === own.mark;
			if (!isOurs || secret !== this.parts.secret || !this.hasEvents(events)) return false;
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
		for (const current of found) this.refuseOthers(current);

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

	/** Sets the current secret at an assistant that still has a former one, if its address is still ours. */
	async renewSecret(id: string): Promise<void> {
		const { client, own, secret } = this.parts;
		const current = await readWebhook(client, id);
		const isOurs = ['this', 'counterpart'].includes(this.standing.relationOf(current));
		if (current.url === null || !isOurs || current.secret === secret) return;
		const carried = this.standing.carriedBy(current);
		const notes = { ...notesIn(current.url), by: own.mark, restore: this.sealed(carried) };
		await writeWebhook(client, id, { ...current, url: withNotes(current.url, notes), secret });
	}

	private hasEvents(events: string[] | null): boolean {
		const wanted = new Set(this.parts.events);
		return events?.length === wanted.size && events.every((event) => wanted.has(event));
	}

	private refuseOthers(current: AssistantWebhook): void {
		const { name } = current;
		const address = plainOf(current.url ?? '');
		const relation = this.standing.relationOf(current);
		if (relation === 'otherWorkflow') {
			throw new InputError(
				`The assistant "${name}" already sends its events to another workflow of this n8n (${address})`,
				`An assistant can send its events to one trigger only. Deactivate the other workflow first, or choose another assistant. If that workflow no longer exists, empty the webhook URL of "${name}" in HMS Sovereign.`,
			);
		}
		if (relation === 'otherN8n' && !this.parts.takeOver) {
			throw new InputError(
				`The assistant "${name}" already sends its events to another n8n (${address})`,
				"An assistant can send its events to one trigger only, and the workflow there would get none any more. Deactivate it there first, or choose another assistant. If you mean to take the assistant over, switch on 'Take Over Assistants' under 'Options'.",
			);
		}
	}

	/** @param begun is filled with what has to be undone if this fails */
	private async takeOverAll(found: AssistantWebhook[], begun: string[]): Promise<void> {
		for (const current of found) {
			if (this.standing.relationOf(current) !== 'this') begun.push(current.id);
			await this.takeOver(current);
		}
	}

	private async takeOver(current: AssistantWebhook): Promise<void> {
		const { client, own, secret, events, isTest, records } = this.parts;
		const before = this.standing.before(current);
		// Our own other address has our own secret, which need not be given back.
		const isOthers = ['foreign', 'otherN8n'].includes(this.standing.relationOf(before));
		if (isOthers && before.secret === undefined) this.warnOfUnreadableSecret(current);

		if (!isTest) records.set(current.id, { url: own.url, sealed: seal(before, secret) });
		const url = withNotes(own.url, { by: own.mark, restore: this.sealed(before) });
		await writeWebhook(client, current.id, { url, secret, events });
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
			if (!isOutage(error) || pause === undefined) throw error;
			await sleep(pause);
			await this.giveBackOne(id, later);
		});
	}

	private async tryToGiveBack(id: string): Promise<void> {
		const current = await readWebhook(this.parts.client, id).catch((error: unknown) => {
			if (isMissing(error)) return undefined;
			throw error;
		});
		if (current?.url != null) await this.leave(current, current.url);
		this.parts.records.forget(id);
	}

	private async leave(current: AssistantWebhook, url: string): Promise<void> {
		const { client, own, records } = this.parts;
		const { id } = current;
		const relation = this.standing.relationOf(current);
		const notes = notesIn(url);
		if (relation === 'this') {
			await writeWebhook(client, id, await this.stillServed(this.standing.replacedBy(current)));
		}
		if (relation === 'counterpart' && this.isBehind(current)) {
			// Somebody listens for a test event, which then gives back in our place.
			const restore = this.sealed(this.standing.before(current));
			await writeWebhook(client, id, { ...current, url: withNotes(url, { ...notes, restore }) });
		}
		const wasOurs = records.get(id)?.url === own.url;
		if (relation === 'otherN8n' && notes.by !== undefined && wasOurs) {
			// It took the assistant from us, and must not give it back to an address that is no more.
			await writeWebhook(client, id, {
				...current,
				url: withNotes(url, { ...notes, gone: own.mark }),
			});
		}
	}

	/** Whether the test address has taken the place of our production address. */
	private isBehind(current: AssistantWebhook): boolean {
		const carried = this.standing.carriedBy(current);
		return carried !== undefined && this.standing.relationOf(carried) === 'this';
	}

	/** Not the address of another n8n that is gone, but what stood before that. */
	private async stillServed(before: Webhook): Promise<Webhook> {
		if (before.url === null || this.standing.relationOf(before) !== 'otherN8n') return before;
		return (await this.parts.isAbandoned(before.url)) ? this.standing.behind(before) : before;
	}

	private sealed(webhook: Webhook | undefined): string | undefined {
		const { url, secret, events } = webhook ?? NO_WEBHOOK;
		const isNothing = url === null && secret === null && events === null;
		return isNothing ? undefined : seal({ url, secret, events }, this.parts.secret);
	}

	private warnOfUnreadableSecret({ id, name }: AssistantWebhook): void {
		this.parts.logger.warn(
			'HMS Sovereign Trigger: the former webhook secret of an assistant cannot be read, so it cannot be given back on deactivation',
			{ assistantId: id, assistantName: name },
		);
	}
}

/** Whether HMS Sovereign was not there, which may pass, or an answer of it was lost. */
function isOutage(error: unknown): boolean {
	if (!isApiFailure(error)) return false;
	const { status, outcomeUnknown } = error.facts;
	return outcomeUnknown || status === undefined || status >= 500;
}
