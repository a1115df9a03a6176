import { isObject } from '../../api/json';
import { InputError } from '../../api/inputError';
import { notesIn, plainOf, relationOf, type OwnAddress, type Relation } from './address';
import { NO_WEBHOOK, type AssistantWebhook, type Webhook } from './assistantWebhook';
import type { FormerWebhooks } from './formerWebhooks';
import { unseal } from './seal';

/** Addresses of ours carry each other two deep at most: test, production. */
const DEEPEST = 5;

export interface StandingParts {
	own: OwnAddress;
	/** What signs deliveries to this trigger. */
	secret: string;
	/** Somebody begins to listen for a test event in the editor. n8n does not say so when that ends. */
	isTest: boolean;
	records: FormerWebhooks;
}

/** Whose webhook stands at an assistant, and what stood there before this trigger came. */
export class Standing {
	constructor(private readonly parts: StandingParts) {}

	relationOf({ url, id }: Pick<Webhook, 'url'> & { id?: string }): Relation {
		const former = id === undefined ? undefined : this.parts.records.get(id)?.url;
		return relationOf(url, this.parts.own, former);
	}

	/**
	 * For registering: what this trigger's address has replaced or is about to replace. Each address of ours
	 * carries what stood there before it, and a production address looks behind the test address as well.
	 *
	 * @throws InputError when what is carried cannot be read
	 */
	before(current: AssistantWebhook): Webhook {
		const { gone } = notesIn(current.url);
		let webhook = current;
		for (let depth = 0; depth < DEEPEST; depth += 1) {
			if (!this.isReplaced(webhook) && !isBy(webhook, gone)) break;
			webhook = { ...current, ...(this.carriedBy(webhook) ?? NO_WEBHOOK) };
		}
		const { url, secret, events } = webhook;
		return { url, secret, events };
	}

	/** For giving back: what the address that stands there has replaced, and `NO_WEBHOOK` for nothing. */
	replacedBy(current: AssistantWebhook): Webhook {
		const carried = this.carriedBy(current) ?? NO_WEBHOOK;
		const { gone } = notesIn(current.url);
		return isBy(carried, gone) ? this.behind(carried) : carried;
	}

	/** What stood at the assistant before an address of another n8n, as far as that can be read. */
	behind(other: Webhook): Webhook {
		return this.carriedBy({ ...other, id: '', name: '' }) ?? NO_WEBHOOK;
	}

	/**
	 * What an address carries, opened with the secret that stands beside it. Of another n8n's address, what
	 * cannot be opened counts as nothing.
	 *
	 * @throws InputError when no known secret opens what one of our own addresses carries
	 */
	carriedBy(webhook: AssistantWebhook): Webhook | undefined {
		const record = this.parts.records.get(webhook.id);
		const isRecorded = record !== undefined && record.url === plainOf(webhook.url ?? '');
		const sealed = [notesIn(webhook.url).restore, isRecorded ? record.sealed : undefined].filter(
			(text) => text !== undefined,
		);
		const secrets = [webhook.secret, this.parts.secret].filter((text) => typeof text === 'string');
		for (const text of sealed) {
			const value = unseal(text, secrets);
			if (!isObject(value)) continue;
			const { url, secret, events } = value as Partial<Webhook>;
			return { url: url ?? null, secret, events: events ?? null };
		}
		if (sealed.length === 0 || this.relationOf(webhook) === 'otherN8n') return undefined;
		throw new InputError(
			`The webhook that the assistant "${webhook.name}" had before can no longer be read`,
			"It was kept encrypted, and the credential's API key or 'Webhook Secret' has changed since. Set the former one once more and try again, or empty the assistant's webhook URL in HMS Sovereign.",
		);
	}

	private isReplaced(webhook: AssistantWebhook): boolean {
		const relation = this.relationOf(webhook);
		return relation === 'this' || (relation === 'counterpart' && !this.parts.isTest);
	}
}

/** Whether the trigger with this mark has registered the address. */
function isBy({ url }: Webhook, mark: string | undefined): boolean {
	return mark !== undefined && notesIn(url).by === mark;
}
