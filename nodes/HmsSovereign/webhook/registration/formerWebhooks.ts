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
 * The records in the node's static data, by assistant. n8n saves that data with the workflow after
 * activation and deactivation, not while somebody listens for a test event, and notices a change only
 * when a value is replaced.
 */
export class Records {
	constructor(private readonly staticData: IDataObject) {}

	get ids(): string[] {
		return Object.keys(this.all());
	}

	get(id: string): Kept | undefined {
		const record = this.all()[id];
		if (!isObject(record)) return undefined;
		return { url: String(record.url), sealed: String(record.sealed) };
	}

	set(id: string, { url, sealed }: Kept): void {
		this.staticData[KEY] = { ...this.all(), [id]: { url, sealed } };
	}

	forget(id: string): void {
		if (this.get(id) === undefined) return;
		const others = Object.entries(this.all()).filter(([known]) => known !== id);
		this.staticData[KEY] = Object.fromEntries(others);
	}

	private all(): IDataObject {
		const all = this.staticData[KEY];
		return isObject(all) ? all : {};
	}
}
