import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../api/json';

/** What is kept of a production registration, for deactivation. */
export interface Kept {
	/** Where the trigger was registered. */
	url: string;
	/** What stood there before, encrypted. */
	sealed: string;
}

const KEY = 'registrations';

/**
 * What is kept in the node's static data, by assistant, beside what the registered address carries itself.
 * n8n saves that data with the workflow after activation and deactivation, not while somebody listens for a
 * test event, and notices a change only when a value is replaced. A copy of a workflow comes with the
 * original's data, which is none of its own: the mark tells.
 */
export class FormerWebhooks {
	constructor(
		private readonly staticData: IDataObject,
		private readonly mark: string,
	) {}

	get ids(): string[] {
		return Object.keys(this.own());
	}

	get(id: string): Kept | undefined {
		const kept = this.own()[id];
		if (!isObject(kept)) return undefined;
		return { url: String(kept.url), sealed: String(kept.sealed) };
	}

	set(id: string, { url, sealed }: Kept): void {
		this.staticData[KEY] = { ...this.own(), [id]: { url, sealed, by: this.mark } };
	}

	forget(id: string): void {
		if (this.get(id) === undefined) return;
		const others = Object.entries(this.own()).filter(([known]) => known !== id);
		this.staticData[KEY] = Object.fromEntries(others);
	}

	private own(): IDataObject {
		const all = this.staticData[KEY];
		const entries = Object.entries(isObject(all) ? all : {});
		return Object.fromEntries(
			entries.filter(([, kept]) => isObject(kept) && (kept.by ?? this.mark) === this.mark),
		);
	}
}
