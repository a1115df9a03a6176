/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never in n8n */
/** All timers of one sandbox, so that closing it leaves none behind. */
export class Timers {
	private readonly pending = new Set<NodeJS.Timeout>();

	/** Runs `action` after `ms` milliseconds unless the timers are cleared first. */
	after(ms: number, action: () => void): NodeJS.Timeout {
		const timer = setTimeout(() => {
			this.pending.delete(timer);
			action();
		}, ms);
		this.pending.add(timer);
		return timer;
	}

	/** Resolves after `ms` milliseconds; never when the timers are cleared before that. */
	async sleep(ms: number): Promise<void> {
		await new Promise<void>((resolve) => this.after(ms, resolve));
	}

	cancel(timer: NodeJS.Timeout): void {
		clearTimeout(timer);
		this.pending.delete(timer);
	}

	clear(): void {
		this.pending.forEach((timer) => clearTimeout(timer));
		this.pending.clear();
	}
}
