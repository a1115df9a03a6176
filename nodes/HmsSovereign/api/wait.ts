import { sleep } from 'n8n-workflow';

/** Longest time between a user's Stop and the end of any wait of ours, with room to the 250 ms promised. */
const SLICE_MS = 100;

/** Says whether the user stopped the execution, or another item's failure ended the run. */
export type Stopped = () => boolean;

/** Thrown by a wait that was cut short because the execution was stopped. */
export class StoppedError extends Error {
	/** @param doubt what may have been carried out all the same */
	constructor(readonly doubt?: string) {
		super(['The execution was stopped', doubt].filter((part) => part !== undefined).join('. '));
		this.name = 'StoppedError';
	}
}

/**
 * Waits in slices, since n8n offers nodes no timer that an execution's end interrupts.
 *
 * @param ms how long, in milliseconds
 * @throws StoppedError within 250 ms after `stopped` turns true
 */
export async function wait(ms: number, stopped: Stopped): Promise<void> {
	const end = Date.now() + ms;
	for (let left = ms; left > 0; left = end - Date.now()) {
		if (stopped()) throw new StoppedError();
		await sleep(Math.min(left, SLICE_MS));
	}
	if (stopped()) throw new StoppedError();
}

/** Adds up how long a run was held back. Waits of parallel items overlap and count once. */
export class WaitClock {
	private readonly held = new Set<unknown>();

	private since = 0;

	private total = 0;

	/** Milliseconds in which at least one request was held back. */
	get waitedMs(): number {
		return this.total + (this.held.size > 0 ? Date.now() - this.since : 0);
	}

	begin(who: unknown): void {
		if (this.held.size === 0) this.since = Date.now();
		this.held.add(who);
	}

	end(who: unknown): void {
		if (this.held.delete(who) && this.held.size === 0) this.total += Date.now() - this.since;
	}
}
