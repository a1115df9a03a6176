/** What an example sent to a service that is simulated here. */
export interface ShownMessage {
	/** `Date.now()` when it arrived. */
	at: number;
	/** `Slack` */
	service: string;
	/** Channel, sheet, calendar: where it went. */
	place: string;
	text: string;
	/** Buttons of the message: what they say, and the address they open. */
	buttons: Array<{ label: string; url: string }>;
}

/** Everything the examples sent, in order; those who watch are told of each. */
export class Messages {
	readonly all: ShownMessage[] = [];

	private readonly watchers: Array<(message: ShownMessage) => void> = [];

	add(message: Omit<ShownMessage, 'at'>): void {
		const shown = { at: Date.now(), ...message };
		this.all.push(shown);
		for (const watcher of this.watchers) watcher(shown);
	}

	watch(watcher: (message: ShownMessage) => void): void {
		this.watchers.push(watcher);
	}
}
